// Which findings lie in which section. In: rows and findings. Out: counts by severity for each row, its own and, for a
// folded row, those of all that it hides.

import type { Diagnostic, Severity } from "../core/types.js";
import { rowAt, type Row } from "./rows.js";

export type Problems = Record<Severity, number>;

/** Own counts of the innermost section around the beginning of each finding. */
export function problemsOf(rows: Row[], diagnostics: Diagnostic[]): Map<string, Problems> {
  const problems = new Map<string, Problems>();
  for (const { severity, span } of diagnostics) {
    const row = rowAt(rows, span.start);
    if (row) countIn(problems, row.key)[severity] += 1;
  }
  return problems;
}

/** Counts moved up to the row that is to be seen. */
export function shownProblems(rows: Row[], own: Map<string, Problems>, shown: (row: Row) => Row): Map<string, Problems> {
  const problems = new Map<string, Problems>();
  for (const row of rows) {
    const counts = own.get(row.key);
    if (!counts) continue;
    const sum = countIn(problems, shown(row).key);
    for (const severity of Object.keys(counts) as Severity[]) sum[severity] += counts[severity];
  }
  return problems;
}

function countIn(problems: Map<string, Problems>, key: string): Problems {
  const known = problems.get(key);
  if (known) return known;
  const fresh: Problems = { error: 0, warning: 0, info: 0 };
  problems.set(key, fresh);
  return fresh;
}

export function gravest({ error, warning }: Problems): Severity {
  return error > 0 ? "error" : warning > 0 ? "warning" : "info";
}
