// The outline as rows. In: a report. Out: one row a speech and a heading, in the order of the text, each knowing its
// parent, so that folding is "leave out the rows below a folded one" and the caret's section is a search from the end.

import type { OutlineNode, Report } from "../core/types.js";

export interface Row {
  /** An item is one of an enumeration inside a paragraph, shown on demand (items.ts). */
  kind: "speech" | "heading" | "item";
  /** Place in the report's speeches. */
  speech: number;
  /** Of a heading: its `OutlineNode.id`. */
  node?: number;
  /** Stays the same from report to report while the heading and those above it keep their words. */
  key: string;
  parent: Row | undefined;
  /** 1 for a speech, 2 and more for headings. */
  level: number;
  /** Place among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
  marker: string;
  title: string;
  characters: number;
  minutes: number;
  /** The whole section, and the heading's own beginning. */
  start: number;
  end: number;
  hasChildren: boolean;
}

/** A paragraph that passes for a title is cut; nobody reads more of it in an outline. */
const LONGEST_TITLE = 200;

function shortened(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title;
}

export function rowsOf(report: Report): Row[] {
  const rows: Row[] = [];
  const keys = new Map<string, number>();

  const add = (row: Omit<Row, "key">): Row => {
    const words = `${row.parent?.key ?? ""}/${row.marker}${row.title}`;
    const seen = (keys.get(words) ?? 0) + 1;
    keys.set(words, seen);
    const added = { ...row, key: `${words}#${seen}` };
    rows.push(added);
    return added;
  };

  const descend = (nodes: OutlineNode[], parent: Row) => {
    nodes.forEach((node, index) => {
      const row = add({
        kind: "heading",
        speech: parent.speech,
        node: node.id,
        parent,
        level: parent.level + 1,
        position: index + 1,
        siblings: nodes.length,
        marker: node.marker?.text ?? "",
        title: shortened(node.title),
        characters: node.characters,
        minutes: node.minutes,
        start: node.span.start,
        end: node.span.end,
        hasChildren: Boolean(node.children?.length),
      });
      if (node.children) descend(node.children, row);
    });
  };

  report.speeches.forEach((speech, index) => {
    const row = add({
      kind: "speech",
      speech: index,
      parent: undefined,
      level: 1,
      position: index + 1,
      siblings: report.speeches.length,
      marker: "",
      title: shortened(speech.title ?? ""),
      characters: speech.characters,
      minutes: speech.minutes,
      start: speech.span.start,
      end: speech.span.end,
      hasChildren: speech.outline.length > 0,
    });
    descend(speech.outline, row);
  });
  return rows;
}

/** The rows that are to be seen when those of `folded` hide what is below them. */
export function visibleRows(rows: Row[], folded: ReadonlySet<string>): Row[] {
  const hidden = new Set<Row>();
  return rows.filter((row) => {
    const parent = row.parent;
    if (!parent || !(hidden.has(parent) || folded.has(parent.key))) return true;
    hidden.add(row);
    return false;
  });
}

/** The innermost section around a place in the text. Rows begin in ascending order, so a binary search finds the last before it. */
export function rowAt(rows: Row[], position: number): Row | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as Row).start <= position) low = middle + 1;
    else high = middle;
  }
  let row = rows[low - 1];
  while (row && position > row.end) row = row.parent;
  return row;
}

/** On an empty line after a speech one writes on in it. */
export function rowOfCaret(rows: Row[], caret: number, text: string): Row | undefined {
  return rowAt(rows, caret) ?? rowAt(rows, text.slice(0, caret).trimEnd().length);
}

/** The row itself, or the nearest one above it that is to be seen. */
export function shownFor(row: Row | undefined, folded: ReadonlySet<string>): Row | undefined {
  let shown = row;
  for (let above = row?.parent; above; above = above.parent) if (folded.has(above.key)) shown = above;
  return shown;
}
