// The whole text as one strip, to scale. In: a report, the length of its text, and a width in pixels. Out: what to draw: a
// path for each kind of stretch, so that 100 000 headings cost no more elements than three, and the names that fit.
// A stretch narrower than a pixel is drawn where the last one left a pixel free; nothing is drawn twice at one place.

import type { PartKind, Report, Severity, Span } from "../core/types.js";

export type Kind = "speech" | "foreign" | "section" | "opening" | "ending" | "copied";

export interface Name {
  x: number;
  width: number;
  text: string;
}

export interface Strip {
  paths: Record<Kind, string>;
  ticks: Record<Severity, string>;
  speeches: Name[];
  sections: Name[];
}

/** Rows of the strip: speeches above, their parts in the middle, findings below. In pixels. */
export const rows = { speech: { y: 0, height: 15 }, parts: { y: 17, height: 17 }, ticks: { y: 36, height: 8 } };
export const stripHeight = 44;

/** In pixels. A name needs this much for its first characters. */
const NARROWEST_NAME = 34;
const NARROWEST_NUMBER = 20;
const GAP = 1;

const openings: ReadonlySet<PartKind> = new Set(["title", "subtitle", "occasion", "date", "speaker", "salutation", "greeting", "opening"]);
const endings: ReadonlySet<PartKind> = new Set(["closing", "thanks", "signature"]);
const foreign: ReadonlySet<string> = new Set(["inline-ad", "page-chrome"]);

type Stretch = Pick<Span, "start" | "end">;

export function stripOf(report: Report, length: number, width: number, untitled: string): Strip {
  const scale = width / Math.max(1, length);
  const at = (position: number) => Math.round(position * scale * 2) / 2;
  const { speeches, segments, diagnostics } = report;
  const parts = speeches.flatMap((speech) => speech.parts);
  const sections = speeches.flatMap((speech) => speech.outline);
  const draw = (stretches: Stretch[], row: { y: number; height: number }) => bars(stretches, row, at);
  const withCode = (codes: ReadonlySet<string>) => diagnostics.filter(({ code }) => codes.has(code)).map(({ span }) => span);
  const outside = segments.filter(({ kind }) => kind !== "speech").map(({ span }) => span);
  return {
    paths: {
      speech: draw(speeches.map(({ span }) => span), rows.speech),
      foreign: draw([...outside, ...withCode(foreign)].sort((a, b) => a.start - b.start), { y: 0, height: rows.parts.y + rows.parts.height }),
      section: draw(sections.map(({ span }) => span), rows.parts),
      opening: draw(parts.filter(({ kind }) => openings.has(kind)).map(({ span }) => span), rows.parts),
      ending: draw(parts.filter(({ kind }) => endings.has(kind)).map(({ span }) => span), rows.parts),
      copied: draw(copies(report), rows.parts),
    },
    ticks: ticksOf(report, at),
    speeches: names(speeches, ({ title }) => title || untitled, at, NARROWEST_NAME),
    sections: names(sections, ({ marker, title }) => (marker?.text ?? "") + title, at, NARROWEST_NUMBER),
  };
}

/** A repeated speech is reported at its first line, and shown whole. */
function copies({ diagnostics, speeches }: Report): Stretch[] {
  return diagnostics.flatMap(({ code, span, speech }) => {
    if (code === "duplicate-paragraph") return [span];
    const whole = code === "duplicate-speech" ? speeches[speech ?? -1] : undefined;
    return whole ? [whole.span] : [];
  });
}

function bars(stretches: Stretch[], { y, height }: { y: number; height: number }, at: (position: number) => number): string {
  let path = "";
  let free = 0;
  for (const { start, end } of stretches) {
    const from = Math.max(at(start), free);
    const to = Math.max(at(end) - GAP, from + GAP);
    if (at(end) < free) continue;
    path += `M${from} ${y}h${to - from}v${height}h${from - to}z`;
    free = to + GAP;
  }
  return path;
}

/** What is found all over the text says nothing about its structure; it gets one tick, where it begins. */
const MOST_PLACES = 24;

/** Told apart by height and width, not by colour alone: an error is tall, a note is a dot. */
const tickShapes: Record<Severity, { top: number; width: number }> = {
  error: { top: 0, width: 2 },
  warning: { top: 3, width: 2 },
  info: { top: 6, width: 2 },
};

function ticksOf({ diagnostics }: Report, at: (position: number) => number): Record<Severity, string> {
  const ticks: Record<Severity, string> = { error: "", warning: "", info: "" };
  const taken: Record<Severity, Set<number>> = { error: new Set(), warning: new Set(), info: new Set() };
  const tick = (severity: Severity, position: number) => {
    const x = Math.round(at(position));
    if (taken[severity].has(x)) return;
    taken[severity].add(x);
    const { top, width } = tickShapes[severity];
    ticks[severity] += `M${x} ${rows.ticks.y + top}h${width}v${rows.ticks.height - top}h${-width}z`;
  };
  for (const { severity, span, occurrences } of diagnostics) {
    if (!occurrences?.length || occurrences.length > 2 * MOST_PLACES) tick(severity, span.start);
    else for (let index = 0; index < occurrences.length; index += 2) tick(severity, occurrences[index] as number);
  }
  return ticks;
}

function names<Item extends { span: Span }>(items: Item[], nameOf: (item: Item) => string, at: (position: number) => number, narrowest: number): Name[] {
  const named: Name[] = [];
  for (const item of items) {
    const x = at(item.span.start);
    const width = at(item.span.end) - x - GAP;
    if (width >= narrowest) named.push({ x, width, text: nameOf(item) });
  }
  return named;
}
