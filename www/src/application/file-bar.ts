// The line that names the open file: a menu that shows its encoding and opens it in another, how sure that is, and saving. In: the
// file. Out: its line; what is chosen there is asked of the actions.

import { html, nothing, type TemplateResult } from "lit";
import type { Encoding } from "../core/types.js";
import type { OpenFile } from "../files/open-file.js";
import type { PageStrings } from "../language/language.js";

const encodings: Encoding[] = ["UTF-8", "GBK", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"];

export interface FileActions {
  reopen(encoding: string): Promise<void>;
  save(): Promise<void>;
}

export function fileBar(file: OpenFile, strings: PageStrings, actions: FileActions): TemplateResult {
  const choose = (event: Event) => {
    const menu = event.target as HTMLSelectElement;
    void actions.reopen(menu.value);
    menu.value = file.encoding; // until it has been opened so
  };
  const isPlain = file.format === "text";
  const name = file.format === "text" ? file.name : strings.fileIn(file.name, strings.fileKind[file.format]);
  return html`<div class="file">
    <p class="file-name" title=${name}>${name}</p>
    ${file.certainty === "unsure" ? html`<p class="unsure">${strings.encodingUnsure}</p>` : nothing}
    ${file.format === "word" ? nothing : html`<select aria-label=${strings.reopenAs} title=${strings.reopenAs} @change=${choose}>
      ${encodingsWith(file.encoding).map((encoding) => html`<option value=${encoding} .selected=${encoding === file.encoding}>${encoding}</option>`)}
    </select>`}
    <button type="button" class="quiet" title=${isPlain ? strings.saveFileDetail(file.encoding) : strings.saveTextDetail} @click=${() => void actions.save()}>
      ${isPlain ? strings.saveFile : strings.saveText}
    </button>
  </div>`;
}

/** The core may have found one that nobody would choose. */
function encodingsWith(found: string): string[] {
  return encodings.some((encoding) => encoding === found) ? encodings : [found, ...encodings];
}
