// A report for a text that may be read but not changed. In: a report. Out: the same, without what would change the text.

import type { Diagnostic, Report } from "../core/types.js";

export function withoutFixes(report: Report): Report {
  return { ...report, diagnostics: report.diagnostics.map(unchangeable) };
}

/** The list offers to read a text anew by `reopenAs`. */
function unchangeable({ fixes: _, data, ...diagnostic }: Diagnostic): Diagnostic {
  if (!data) return diagnostic;
  const { reopenAs: __, ...rest } = data;
  return { ...diagnostic, data: rest };
}
