// Enumerations inside paragraphs (一是…；二是…) as leaves of the outline. In: the rows, the report, and its text. Out: rows
// with the items among them, in the order of the text. The rows given stay as they are: the caret's section and the
// counts are theirs.

import type { Report, Run } from "../core/types.js";
import type { Row } from "./rows.js";

/** An item is a clause of a sentence; its beginning says what it is about. */
const LONGEST_ITEM = 24;

export function withItems(rows: Row[], report: Report, text: string): Row[] {
  const copies = new Map<Row, Row>();
  const all: Row[] = rows.map((row) => {
    const copy = { ...row, parent: row.parent && copies.get(row.parent) };
    copies.set(row, copy);
    return copy;
  });
  const parents = new Map(all.map((row) => [`${row.speech}/${row.node ?? ""}`, row]));
  report.speeches.forEach((speech, index) => {
    for (const run of speech.runs) {
      const parent = parents.get(`${index}/${run.within ?? ""}`);
      if (parent) all.push(...itemsOf(run, parent, text));
    }
  });
  all.sort((a, b) => a.start - b.start || a.level - b.level);
  return counted(all);
}

function itemsOf({ markers, span }: Run, parent: Row, text: string): Row[] {
  parent.hasChildren = true;
  return markers.map((marker, index) => {
    const end = markers[index + 1]?.span.start ?? span.end;
    return {
      kind: "item",
      speech: parent.speech,
      key: `${parent.key}/·${marker.span.start}`,
      parent,
      level: parent.level + 1,
      position: 0,
      siblings: 0,
      marker: marker.text,
      title: beginning(text.slice(marker.span.end, Math.min(end, marker.span.end + LONGEST_ITEM + 1))),
      characters: 0,
      minutes: 0,
      start: marker.span.start,
      end,
      hasChildren: false,
    };
  });
}

/** Up to where the speaker draws breath, if that comes soon. */
function beginning(words: string): string {
  const clause = words.split(/[。；;\n]/, 1)[0] ?? "";
  const trimmed = clause.replace(/^[，,、：:\s]+/, "");
  return trimmed.length > LONGEST_ITEM ? `${trimmed.slice(0, LONGEST_ITEM)}…` : trimmed;
}

function counted(rows: Row[]): Row[] {
  const siblings = new Map<Row | undefined, number>();
  for (const row of rows) {
    row.position = (siblings.get(row.parent) ?? 0) + 1;
    siblings.set(row.parent, row.position);
  }
  for (const row of rows) row.siblings = siblings.get(row.parent) ?? 1;
  return rows;
}
