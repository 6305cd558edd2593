// Folding speeches and sections in the text. In: the report that the editor shows. Out: for a line that begins one,
// the stretch below it, which CodeMirror folds.

import { codeFolding, foldGutter, foldService } from "@codemirror/language";
import type { EditorState, Extension } from "@codemirror/state";
import type { OutlineNode, Report } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import { nowAt, reading, thenAt } from "./reading.js";

const endsByStart = new WeakMap<Report, Map<number, number>>();

/** Where the section ends that begins at a position; of several, the largest. */
function sectionEnds(report: Report): Map<number, number> {
  const known = endsByStart.get(report);
  if (known) return known;
  const ends = new Map<number, number>();
  const add = (start: number, end: number) => ends.set(start, Math.max(end, ends.get(start) ?? 0));
  const descend = (nodes: OutlineNode[]) => {
    for (const { span, children } of nodes) {
      add(span.start, span.end);
      if (children) descend(children);
    }
  };
  for (const { span, outline } of report.speeches) {
    add(span.start, span.end);
    descend(outline);
  }
  endsByStart.set(report, ends);
  return ends;
}

function foldAt(state: EditorState, lineStart: number, lineEnd: number): { from: number; to: number } | null {
  const { report } = state.field(reading);
  if (!report) return null;
  const end = sectionEnds(report).get(thenAt(state, lineStart));
  if (end === undefined) return null;
  const to = state.doc.lineAt(nowAt(state, end)).to;
  return to > lineEnd ? { from: lineEnd, to } : null;
}

export function folding(strings: PageStrings): Extension {
  return [
    foldService.of(foldAt),
    codeFolding({ placeholderText: strings.folded }),
    foldGutter({
      markerDOM(open) {
        const mark = document.createElement("span");
        mark.className = open ? "fold-open" : "fold-closed";
        mark.title = open ? strings.fold : strings.unfold;
        mark.textContent = "›";
        return mark;
      },
      foldingChanged: (update) => update.startState.field(reading) !== update.state.field(reading),
    }),
  ];
}
