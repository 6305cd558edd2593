// The row above the list: which severity is kept, how the list is arranged, and all safe fixes at once. In: live counts and
// what is chosen. Out: the row; choices are told to the functions given.

import { html, nothing, type TemplateResult } from "lit";
import type { Diagnostic, Severity } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import type { Order } from "./listing.js";
import { severityMark } from "./severity-mark.js";

export interface Tools {
  strings: PageStrings;
  counts: Record<Severity, number>;
  severity: Severity | undefined;
  order: Order;
  /** Whether there are safe fixes. */
  safe: boolean;
  keep(severity: Severity | undefined): void;
  arrange(order: Order): void;
  fixSafe(): void;
}

const severities: Severity[] = ["error", "warning", "info"];

/** A finding's first fix is the one that is applied unasked. */
export function hasSafeFixes(diagnostics: Diagnostic[]): boolean {
  return diagnostics.some(({ fixes }) => fixes?.[0]?.safety === "safe");
}

export function listTools(tools: Tools): TemplateResult {
  const { strings, counts, safe } = tools;
  const total = counts.error + counts.warning + counts.info;
  return html`<div class="tools">
    <div class="choice severities" role="group" aria-label=${strings.list.show}>
      <button type="button" aria-pressed=${tools.severity === undefined} @click=${() => tools.keep(undefined)}>
        ${strings.list.all}<span class="count">${total}</span>
      </button>
      ${severities.map((severity) => severityChip(severity, tools))}
    </div>
    <div class="choice" role="group" aria-label=${strings.list.group}>
      ${orderButton("speech", strings.list.bySpeech, tools)}${orderButton("rule", strings.list.byRule, tools)}
    </div>
    ${safe
      ? html`<button type="button" class="fix safe" title=${strings.list.fixSafeDetail} @click=${tools.fixSafe}>${strings.list.fixSafe}</button>`
      : nothing}
  </div>`;
}

function severityChip(severity: Severity, { strings, counts, severity: kept, keep }: Tools): TemplateResult {
  const name = strings.severity[severity];
  return html`<button
    type="button"
    title=${name}
    aria-label="${name} ${counts[severity]}"
    aria-pressed=${kept === severity}
    ?disabled=${counts[severity] === 0}
    @click=${() => keep(kept === severity ? undefined : severity)}
  >
    ${severityMark(severity)}<span class="count">${counts[severity]}</span>
  </button>`;
}

function orderButton(order: Order, label: string, tools: Tools): TemplateResult {
  return html`<button type="button" aria-pressed=${tools.order === order} @click=${() => tools.arrange(order)}>${label}</button>`;
}
