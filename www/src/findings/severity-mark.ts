// The shape of a severity: cross in a disc, triangle, ring. Told apart without colour, as the underlines in the text are.

import { svg, html, type TemplateResult } from "lit";
import type { Severity } from "../core/types.js";

const shapes: Record<Severity, TemplateResult> = {
  error: svg`<circle cx="8" cy="8" r="7" class="fill" /><path d="M5.4 5.4 10.6 10.6 M10.6 5.4 5.4 10.6" class="cut" />`,
  warning: svg`<path d="M8 1.6 15 14.2 H1 Z" class="fill" /><path d="M8 6 V10 M8 11.6 V12.2" class="cut" />`,
  info: svg`<circle cx="8" cy="8" r="6" class="ring" /><path d="M8 7.4 V11.2 M8 4.8 V5.4" class="line" />`,
};

/** For the eye only: the severity's name stands beside it in the text. */
export function severityMark(severity: Severity): TemplateResult {
  return html`<svg class="mark ${severity}" viewBox="0 0 16 16" aria-hidden="true">${shapes[severity]}</svg>`;
}
