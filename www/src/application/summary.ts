// The counts above the text. In: the report, none while it is awaited. Out: speeches, headings, characters, speaking time, findings by severity.

import { html, nothing, type TemplateResult } from "lit";
import type { Report, Severity } from "../core/types.js";
import { severityMark } from "../findings/severity-mark.js";
import type { PageStrings } from "../language/language.js";
import type { Row } from "../outline/rows.js";

const severities: Severity[] = ["error", "warning", "info"];

/** Characters a minute, as the core has it (src/configuration). */
const USUAL_RATE = 220;

export function summary(report: Report | undefined, rows: Row[], strings: PageStrings, rate = USUAL_RATE): TemplateResult | typeof nothing {
  if (!report) return html`<p class="summary">${strings.checking}</p>`;
  if (report.source.characters === 0) return nothing;
  const minutes = report.speeches.reduce((sum, speech) => sum + speech.minutes, 0);
  const figures = [
    strings.speeches(report.speeches.length),
    strings.headings(rows.filter((row) => row.level > 1).length),
    strings.characters(report.source.characters),
  ];
  return html`<ul class="summary" aria-label=${strings.counts}>
    ${figures.map((figure) => html`<li>${figure}</li>`)}
    <li title=${strings.ratePerMinute(rate)}>${strings.minutes(minutes)}</li>
    ${severities.map((severity) => severityCount(report, severity, strings))}
  </ul>`;
}

function severityCount(report: Report, severity: Severity, strings: PageStrings): TemplateResult | typeof nothing {
  const count = report.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  if (count === 0) return nothing;
  return html`<li class="severity">
    ${severityMark(severity)}<span class="in-words">${strings.severityCount[severity](count)}</span
    ><span class="in-figures" aria-hidden="true">${count}</span>
  </li>`;
}
