// The line that names the open file: its encoding, how sure that is, a menu to open it in another, and saving. In: the
// file. Out: its line; what is chosen there is told by the two functions.

import { html, nothing, type TemplateResult } from "lit";
import type { Encoding } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import type { OpenFile } from "./file-desk.js";

const encodings: Encoding[] = ["UTF-8", "GBK", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"];

export function fileBar(
  file: OpenFile | undefined,
  strings: PageStrings,
  reopen: (encoding: string) => void,
  save: () => void,
): TemplateResult | typeof nothing {
  if (!file) return nothing;
  const choose = (event: Event) => {
    const menu = event.target as HTMLSelectElement;
    if (menu.value) reopen(menu.value);
    menu.value = "";
  };
  const isPlain = file.format === "text";
  const kind = file.format === "text" ? file.encoding : strings.fileKind[file.format];
  return html`<div class="file">
    <p>${strings.fileIn(file.name, kind)}${file.certainty === "unsure" ? html` <span>${strings.encodingUnsure}</span>` : nothing}</p>
    ${file.format === "word" ? nothing : html`<select aria-label=${strings.reopenAs} @change=${choose}>
      <option value="">${strings.reopenAs}</option>
      ${encodings.map((encoding) => html`<option value=${encoding}>${encoding}</option>`)}
    </select>`}
    <button type="button" class="quiet" title=${isPlain ? strings.saveFileDetail(file.encoding) : strings.saveTextDetail} @click=${save}>
      ${isPlain ? strings.saveFile : strings.saveText}
    </button>
  </div>`;
}
