// The stretches of the strip that a reader can go to, one after another. In: a report. Out: speeches, openings, first-level
// sections and endings in the order of the text, each with its name and what is to be said of it.

import type { Report, Speech } from "../core/types.js";
import type { PageStrings } from "../language/language.js";

export interface MapStop {
  /** Place in the report's speeches; -1 outside them. */
  speech: number;
  kind: "outside" | "opening" | "section" | "ending";
  start: number;
  end: number;
  name: string;
  /** Speaking time; 0 outside speeches. */
  minutes: number;
}

export function mapStops(report: Report, strings: PageStrings): MapStop[] {
  const stops: MapStop[] = [];
  for (const { kind, span } of report.segments) {
    if (kind !== "speech") stops.push({ speech: -1, kind: "outside", start: span.start, end: span.end, name: strings.map.outside, minutes: 0 });
  }
  report.speeches.forEach((speech, index) => stops.push(...stopsOfSpeech(speech, index, strings)));
  return stops.sort((a, b) => a.start - b.start);
}

function stopsOfSpeech(speech: Speech, index: number, strings: PageStrings): MapStop[] {
  const { span, outline, parts } = speech;
  const stop = (kind: MapStop["kind"], start: number, end: number, name: string, minutes = 0): MapStop => ({ speech: index, kind, start, end, name, minutes });
  const sections = outline.map((node) => stop("section", node.span.start, node.span.end, (node.marker?.text ?? "") + node.title, node.minutes));
  const bodyEnds = sections.at(-1)?.end ?? span.start;
  const ending = parts.find(({ kind, span: place }) => (kind === "closing" || kind === "thanks") && place.start >= bodyEnds);
  const ends = ending?.span.start ?? span.end;
  const opening = stop("opening", span.start, sections[0]?.start ?? ends, speech.title || strings.untitledSpeech);
  const stops = [opening, ...sections];
  if (ending) stops.push(stop("ending", ends, span.end, strings.map.ending));
  spread(stops, speech);
  return stops;
}

/** What the headings leave of a speech's time is that of its opening and its ending, by their lengths. */
function spread(stops: MapStop[], speech: Speech): void {
  const rest = stops.filter(({ kind }) => kind !== "section");
  const told = stops.reduce((sum, { minutes }) => sum + minutes, 0);
  const left = Math.max(0, speech.minutes - told);
  const length = rest.reduce((sum, { start, end }) => sum + end - start, 0);
  for (const stop of rest) stop.minutes = (left * (stop.end - stop.start)) / Math.max(1, length);
}
