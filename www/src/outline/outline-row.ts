// One row of the outline. In: the row, and how it is shown. Out: its element, a tree item; what the reader does with it is
// told to the functions given.

import { html, nothing, type TemplateResult } from "lit";
import type { PageStrings } from "../language/language.js";
import { severityMark } from "../findings/severity-mark.js";
import { gravest, type Problems } from "./problems.js";
import type { Row } from "./rows.js";

export interface RowShown {
  strings: PageStrings;
  current: boolean;
  /** Whether Tab reaches it. */
  reached: boolean;
  folded: boolean;
  problems: Problems | undefined;
  /** The words that the outline is filtered by. */
  sought: string;
  go(row: Row): void;
  reach(row: Row): void;
  fold(event: Event, row: Row): void;
}

export function outlineRow(row: Row, shown: RowShown): TemplateResult {
  const { strings, sought } = shown;
  const title = row.title || (row.kind === "speech" ? strings.untitledSpeech : "");
  return html`<div
    role="treeitem"
    class="row level-${Math.min(row.level, 6)} ${row.kind}"
    data-key=${row.key}
    aria-level=${row.level}
    aria-posinset=${row.position}
    aria-setsize=${row.siblings}
    aria-expanded=${row.hasChildren ? String(!shown.folded) : nothing}
    aria-current=${shown.current ? "location" : nothing}
    tabindex=${shown.reached ? 0 : -1}
    @click=${() => shown.go(row)}
    @focus=${() => shown.reach(row)}
  >
    <span class="fold" aria-hidden="true" @click=${(event: Event) => shown.fold(event, row)}
      >${row.hasChildren ? html`<svg viewBox="0 0 12 12"><path d="M3 4.5 6 7.5 9 4.5" /></svg>` : nothing}</span
    ><span class="words"
      >${row.marker ? html`<span class="marker">${row.marker}</span>` : nothing}<span class="title">${marked(title, sought)}</span></span
    >${shown.problems ? problemMark(shown.problems, strings) : nothing}${row.kind === "item"
      ? nothing
      : html`<span class="time" title=${`${strings.characters(row.characters)}`}>${strings.minutesShort(row.minutes)}</span>`}
  </div>`;
}

function problemMark(problems: Problems, strings: PageStrings): TemplateResult {
  const { error, warning, info } = problems;
  const said = strings.outlineTools.problems(error, warning, info);
  const total = error + warning + info;
  return html`<span class="problems" title=${said}
    >${severityMark(gravest(problems))}${total > 1 ? html`<span aria-hidden="true">${total}</span>` : nothing}<span class="hidden">${said}</span></span
  >`;
}

function marked(title: string, sought: string): TemplateResult | string {
  const words = sought.trim();
  const at = words ? title.toLowerCase().indexOf(words.toLowerCase()) : -1;
  if (at < 0) return title;
  return html`${title.slice(0, at)}<mark>${title.slice(at, at + words.length)}</mark>${title.slice(at + words.length)}`;
}
