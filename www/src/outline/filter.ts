// The outline filtered by words. In: rows and what was typed. Out: the rows that hold it, and those above them.

import type { Row } from "./rows.js";

export interface Filtered {
  rows: Row[];
  /** How many rows hold the words themselves. */
  found: number;
}

export function filtered(rows: Row[], typed: string): Filtered {
  const words = typed.trim().toLowerCase();
  const kept = new Set<Row>();
  let found = 0;
  for (const row of rows) {
    if (!`${row.marker}${row.title}`.toLowerCase().includes(words)) continue;
    found += 1;
    for (let above: Row | undefined = row; above && !kept.has(above); above = above.parent) kept.add(above);
  }
  return { rows: rows.filter((row) => kept.has(row)), found };
}
