// What is silenced, at the end of the list of findings, to be restored one by one or all at once.

import { html, nothing, type TemplateResult } from "lit";
import type { Silenced } from "../core/types.js";
import type { PageStrings } from "../language/language.js";

const MOST_SHOWN = 100;

type Asking = (name: "restore-findings", ids: string[]) => void;

export function silencedList(silenced: Silenced[], strings: PageStrings, ask: Asking): TemplateResult {
  const left = silenced.length - MOST_SHOWN;
  return html`<details class="silenced">
    <summary>${strings.list.silenced(silenced.length)}</summary>
    <ul>
      ${silenced.slice(0, MOST_SHOWN).map(
        ({ id, span, message }) => html`<li>
          <span class="line">${strings.line(span.line)}</span> <span class="words">${message}</span>
          <button type="button" class="quiet" @click=${() => ask("restore-findings", [id])}>${strings.list.restore}</button>
        </li>`,
      )}
    </ul>
    ${left > 0 ? html`<p>${strings.remaining(left)}</p>` : nothing}
    ${silenced.length > 1
      ? html`<button type="button" class="quiet" @click=${() => ask("restore-findings", silenced.map(({ id }) => id))}>
          ${strings.list.restoreAll}
        </button>`
      : nothing}
  </details>`;
}
