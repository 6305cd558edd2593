// What the checker tells above and below the text: what went wrong, and what has just been done. In: the sentence. Out: its
// template, with a button to undo or to dismiss.

import { html, nothing, type TemplateResult } from "lit";
import type { PageStrings } from "../language/language.js";
import type { Notice } from "./notice.js";

export function problemBar(problem: string, strings: PageStrings, dismiss: () => void): TemplateResult {
  return html`<div class="problem" role="alert">
    <p>${problem}</p>
    <button type="button" class="quiet" @click=${dismiss}>${strings.dismiss}</button>
  </div>`;
}

export function noticeBar(notice: Notice, strings: PageStrings, undo: () => void): TemplateResult | typeof nothing {
  if (!notice.text) return nothing;
  const button = (label: string, run: () => void) => html`<button type="button" class="quiet" @click=${run}>${label}</button>`;
  return html`<div class="notice">
    <p>${notice.text}</p>
    ${notice.undoable ? button(strings.undo, undo) : button(strings.dismiss, () => notice.hide())}
  </div>`;
}
