// What a report looks like in the text. In: a report. Out: underlines for findings, and line styles for titles, headings
// and what is no speech at all. The marks move along while the writer types, until the next report.

import { RangeSetBuilder, StateField, type Extension, type Range, type Text } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { OutlineNode, Report, Severity } from "../core/types.js";
import { stopsOf } from "../findings/steps.js";
import { showReport } from "./reading.js";

/** A finding about a whole paragraph is underlined at its beginning only: pages full of waves help nobody. */
const LONGEST_UNDERLINE = 60;
const SHORTENED_UNDERLINE = 12;

const underlines: Record<Severity, Decoration> = {
  error: Decoration.mark({ class: "finding-error" }),
  warning: Decoration.mark({ class: "finding-warning" }),
  info: Decoration.mark({ class: "finding-info" }),
};

/** The part of a place that is underlined: at least a character, within its first line, never long. */
function underlined(text: Text, start: number, end: number): { from: number; to: number } {
  let from = Math.min(start, text.length);
  let line = text.lineAt(from);
  if (from === line.to && from > line.from) from -= 1;
  else if (line.length === 0 && end > line.to && line.to < text.length) {
    line = text.lineAt(line.to + 1);
    from = line.from;
  }
  const last = Math.min(Math.max(end, from + 1), line.to);
  return { from, to: last - from > LONGEST_UNDERLINE ? from + SHORTENED_UNDERLINE : last };
}

function underlinesOf(report: Report, text: Text): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { start, end, diagnostic } of stopsOf(report.diagnostics)) {
    const { from, to } = underlined(text, start, end);
    if (to > from) ranges.push(underlines[diagnostic.severity].range(from, to));
  }
  return Decoration.set(ranges, true);
}

const lineStyles = {
  title: Decoration.line({ class: "line-title" }),
  first: Decoration.line({ class: "line-heading line-heading-first" }),
  second: Decoration.line({ class: "line-heading line-heading-second" }),
  deeper: Decoration.line({ class: "line-heading" }),
  chrome: Decoration.line({ class: "line-chrome" }),
};

type LineStyle = keyof typeof lineStyles;

/** A heading that runs on into its paragraph is styled up to here only if the whole line is the heading. */
const LONGEST_HEADING = 60;

function linesOf(report: Report, text: Text): DecorationSet {
  const styles = new Map<number, LineStyle>();
  const mark = (position: number, style: LineStyle, longest: number) => {
    const line = text.lineAt(Math.min(position, text.length));
    if (line.length <= longest && !styles.has(line.from)) styles.set(line.from, style);
  };
  const headings = (nodes: OutlineNode[]) => {
    for (const { depth, span, children } of nodes) {
      mark(span.start, depth <= 1 ? "first" : depth === 2 ? "second" : "deeper", LONGEST_HEADING);
      if (children) headings(children);
    }
  };
  for (const { parts, outline } of report.speeches) {
    for (const { kind, span } of parts) if (kind === "title") mark(span.start, "title", 2 * LONGEST_HEADING);
    headings(outline);
  }
  for (const { kind, span } of report.segments) {
    if (kind !== "chrome") continue;
    for (let line = span.line; line <= Math.min(span.endLine, text.lines); line += 1) mark(text.line(line).from, "chrome", Infinity);
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const [from, style] of [...styles].sort(([a], [b]) => a - b)) builder.add(from, from, lineStyles[style]);
  return builder.finish();
}

function marksFrom(build: (report: Report, text: Text) => DecorationSet): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
      for (const effect of transaction.effects) {
        if (effect.is(showReport)) return build(effect.value, transaction.newDoc);
      }
      return transaction.docChanged ? marks.map(transaction.changes) : marks;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

export const marks: Extension = [marksFrom(underlinesOf), marksFrom(linesOf)];
