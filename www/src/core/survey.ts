// What a table of many files shows of one. In: a report. Out: its figures, and the report itself as a line of JSON in a
// Blob, which the browser may keep on disk: a thousand reports never stand in the page's memory. The line says what the
// command line's says.

import type { Report, Severity } from "./types.js";

export interface Survey {
  encoding: string;
  speeches: number;
  characters: number;
  minutes: number;
  findings: Record<Severity, number>;
  /** The report as JSON, without a line break. */
  report: Blob;
}

/** Of a report with its edits. */
export function surveyOf(report: Report): Survey {
  const findings = { error: 0, warning: 0, info: 0 };
  for (const { severity } of report.diagnostics) findings[severity] += 1;
  return {
    encoding: report.source.encoding,
    speeches: report.speeches.length,
    characters: report.source.characters,
    minutes: report.speeches.reduce((sum, { minutes }) => sum + minutes, 0),
    findings,
    report: new Blob([line(report)], { type: "application/json" }),
  };
}

/** Fixes are numbered within the report; the border's ids go on from report to report. */
function line({ milliseconds: _, ...report }: Report): string {
  let number = 0;
  const diagnostics = report.diagnostics.map(({ fixes, ...diagnostic }) => ({
    ...diagnostic,
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, id: number++ })) }),
  }));
  return JSON.stringify({ ...report, diagnostics });
}
