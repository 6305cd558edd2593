// The pane of the text: what there is to know of it above, the editor, and what has just been done below. In: what the
// checker tells. Out: its template; the editor itself is put into the place left for it.

import { html, nothing, type TemplateResult } from "lit";
import type { OpenFile } from "../files/open-file.js";
import type { PageStrings } from "../language/language.js";
import { fileBar, type FileActions } from "./file-bar.js";
import { noticeBar, problemBar } from "./notes.js";
import type { Notice } from "./notice.js";

export interface TextPane {
  strings: PageStrings;
  /** Sentences that need no answer. */
  hints: string[];
  /** Of the text, if it can be saved as one. */
  file: OpenFile | undefined;
  fileActions: FileActions;
  /** What went wrong; empty if nothing did. */
  problems: string[];
  notice: Notice;
  dismiss(): void;
  undo(): void;
}

export function textPane({ strings, hints, file, fileActions, problems, notice, dismiss, undo }: TextPane): TemplateResult {
  const told = problems.filter((problem) => problem !== "");
  return html`<section class="pane text-pane" aria-label=${strings.text}>
    ${hints.map((hint) => html`<p class="hint">${hint}</p>`)}
    ${file ? fileBar(file, strings, fileActions) : nothing}
    ${told.map((problem) => problemBar(problem, strings, dismiss))}
    <div class="editor"></div>
    ${noticeBar(notice, strings, undo)}
  </section>`;
}
