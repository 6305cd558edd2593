// What a set of edits does, as excerpts to read. In: the text, and edits that are sorted and disjoint. Out: one change a
// stretch of line, its words cut into kept, removed and added. The edits are known exactly, so nothing has to be compared.

import type { Edit } from "../core/types.js";

export interface Piece {
  kind: "kept" | "removed" | "added";
  text: string;
}

export interface Change {
  /** Line of its beginning, from 1. */
  line: number;
  pieces: Piece[];
}

/** Characters shown on each side of an edit; edits nearer to each other than two of these share an excerpt. */
const CONTEXT = 14;
/** Nobody reads more of what goes or comes at one place. */
const LONGEST_PIECE = 160;

/** The changes of edits `from` to `to`; later ones are not looked at, so that thousands cost nothing until they are asked for. */
export function changesOf(text: string, edits: Edit[], most: number): { changes: Change[]; shown: number } {
  const changes: Change[] = [];
  let line = 1;
  let counted = 0;
  let index = 0;
  while (index < edits.length && changes.length < most) {
    const first = edits[index] as Edit;
    let last = first;
    let next = index + 1;
    while (next < edits.length && joins(text, last, edits[next] as Edit)) last = edits[next++] as Edit;
    for (let at = text.indexOf("\n", counted); at >= 0 && at < first.start; at = text.indexOf("\n", at + 1)) {
      line += 1;
      counted = at + 1;
    }
    changes.push({ line, pieces: piecesOf(text, edits.slice(index, next)) });
    index = next;
  }
  return { changes, shown: index };
}

function joins(text: string, before: Edit, after: Edit): boolean {
  return after.start - before.end <= 2 * CONTEXT && !text.slice(before.end, after.start).includes("\n");
}

function piecesOf(text: string, edits: Edit[]): Piece[] {
  const first = edits[0] as Edit;
  const last = edits[edits.length - 1] as Edit;
  const before = text.slice(Math.max(0, first.start - CONTEXT), first.start);
  const after = text.slice(last.end, last.end + CONTEXT);
  const lineBefore = before.slice(before.lastIndexOf("\n") + 1);
  const lineAfter = after.split("\n", 1)[0] ?? "";
  const pieces: Piece[] = [];
  const add = (kind: Piece["kind"], words: string) => {
    if (words) pieces.push({ kind, text: words });
  };
  const cutBefore = lineBefore.length === CONTEXT && text[first.start - CONTEXT - 1] !== "\n";
  add("kept", (cutBefore && first.start > CONTEXT ? "…" : "") + lineBefore);
  edits.forEach((edit, index) => {
    add("removed", visible(text.slice(edit.start, edit.end)));
    add("added", visible(edit.text));
    const next = edits[index + 1];
    add("kept", next ? text.slice(edit.end, next.start) : lineAfter);
  });
  const cutAfter = lineAfter.length === CONTEXT && last.end + CONTEXT < text.length && text[last.end + CONTEXT] !== "\n";
  if (cutAfter) add("kept", "…");
  return pieces;
}

/** Line breaks that go or come are shown as a sign, and a long stretch by its two ends. */
function visible(words: string): string {
  const cut = words.length > LONGEST_PIECE ? `${words.slice(0, LONGEST_PIECE / 2)}…${words.slice(-LONGEST_PIECE / 2)}` : words;
  return cut.replace(/\r\n|[\r\n\u000b\u2028]/g, "⏎");
}
