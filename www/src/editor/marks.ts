// What a report looks like in the text. In: a report. Out: underlines for findings, and line styles for titles, headings
// and what is no speech at all. The marks move along while the writer types, until the next report; after a
// fix of thousands of places they wait for it.

import { StateField, type ChangeDesc, type Extension, type Line, type Range, type Text } from "@codemirror/state";
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

/** Residue is shown as what it is: pinyin small and faint, garble boxed, other leavings faint. */
const residueStyles: Record<string, Decoration> = {
  "pinyin-annotation": Decoration.mark({ class: "residue-pinyin" }),
  mojibake: Decoration.mark({ class: "residue-garble" }),
  "undecodable-bytes": Decoration.mark({ class: "residue-garble" }),
  "markdown-residue": Decoration.mark({ class: "residue-other" }),
  "page-number": Decoration.mark({ class: "residue-other" }),
};

function residueOf(report: Report, text: Text): DecorationSet {
  const residue = report.diagnostics.filter(({ code }) => code in residueStyles);
  const ranges: Range<Decoration>[] = [];
  for (const { start, end, diagnostic } of stopsOf(residue)) {
    const to = Math.min(end, text.length);
    const style = residueStyles[diagnostic.code];
    if (style && to > start) ranges.push(style.range(start, to));
  }
  return Decoration.set(ranges, true);
}

const headingStyles = {
  first: Decoration.mark({ class: "heading heading-first" }),
  second: Decoration.mark({ class: "heading heading-second" }),
  deeper: Decoration.mark({ class: "heading" }),
};

/** A title longer than this is a whole sentence; then its number alone is marked. */
const LONGEST_HEADING = 32;

/** Where a heading ends that stands at a line's beginning: with its title, or else with its number. */
function headingEnd(line: Line, { marker, title, depth }: OutlineNode): number {
  const words = (marker?.text ?? "") + title;
  const whole = depth <= 2 && words.length <= LONGEST_HEADING;
  if (whole && line.text.startsWith(words)) return line.from + words.length;
  if (whole && line.length <= LONGEST_HEADING) return line.to;
  return line.from + (marker?.span ? marker.span.end - marker.span.start : 0);
}

function headingsOf(report: Report, text: Text): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const descend = (nodes: OutlineNode[]) => {
    for (const node of nodes) {
      const line = text.lineAt(Math.min(node.span.start, text.length));
      const end = headingEnd(line, node);
      const style = node.depth <= 1 ? "first" : node.depth === 2 ? "second" : "deeper";
      if (end > line.from) ranges.push(headingStyles[style].range(line.from, end));
      if (node.children) descend(node.children);
    }
  };
  for (const { outline } of report.speeches) descend(outline);
  return Decoration.set(ranges, true);
}

const titleLine = Decoration.line({ class: "line-title" });
const chromeLine = Decoration.line({ class: "line-chrome" });

/** A title longer than this is a paragraph in which a title was seen. */
const LONGEST_TITLE = 80;

function linesOf(report: Report, text: Text): DecorationSet {
  const styles = new Map<number, Decoration>();
  for (const { parts } of report.speeches) {
    for (const { kind, span } of parts) {
      const line = text.lineAt(Math.min(span.start, text.length));
      if (kind === "title" && line.length <= LONGEST_TITLE) styles.set(line.from, titleLine);
    }
  }
  for (const { kind, span } of report.segments) {
    if (kind !== "chrome") continue;
    // A segment ends where the next begins: at the start of a line, which is not its own.
    for (let line = span.line; line <= Math.min(span.endLine, text.lines); line += 1) {
      const { from } = text.line(line);
      if (from < span.end) styles.set(from, chromeLine);
    }
  }
  return Decoration.set(
    [...styles].map(([from, style]) => style.range(from)),
    true,
  );
}

/** Each mark is moved through each place of a change: more than this is felt, and the next report is near. */
const MOST_MOVES = 1_000_000;

function moved(marks: DecorationSet, changes: ChangeDesc): DecorationSet {
  let places = 0;
  changes.iterChangedRanges(() => (places += 1), true);
  return marks.size * places > MOST_MOVES ? Decoration.none : marks.map(changes);
}

function marksFrom(build: (report: Report, text: Text) => DecorationSet): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
      for (const effect of transaction.effects) {
        if (effect.is(showReport)) return build(effect.value, transaction.newDoc);
      }
      return transaction.docChanged ? moved(marks, transaction.changes) : marks;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

export const marks: Extension = [marksFrom(headingsOf), marksFrom(residueOf), marksFrom(underlinesOf), marksFrom(linesOf)];
