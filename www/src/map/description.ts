// The structure map in words, for those who do not see it. In: a report and its stops. Out: a few sentences: how much
// there is, the longest section, speeches without an ending, what lies outside speeches.

import type { Report } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import type { MapStop } from "./stops.js";

/** A sentence that lists more than this helps nobody who listens. */
const MOST_NAMED = 5;

export function description(report: Report, stops: MapStop[], length: number, strings: PageStrings): string {
  const { map } = strings;
  const sections = stops.filter(({ kind }) => kind === "section");
  const minutes = report.speeches.reduce((sum, speech) => sum + speech.minutes, 0);
  const sentences = [
    map.size(report.speeches.length, sections.length, strings.characters(report.source.characters), strings.minutes(minutes)),
  ];
  const percent = (characters: number) => Math.round((100 * characters) / Math.max(1, length));
  let longest: MapStop | undefined;
  for (const stop of sections) if (!longest || stop.end - stop.start > longest.end - longest.start) longest = stop;
  if (longest && sections.length > 1) sentences.push(map.longest(longest.name, percent(longest.end - longest.start)));
  const ended = new Set(stops.filter(({ kind }) => kind === "ending").map(({ speech }) => speech));
  const endless = report.speeches.flatMap(({ title }, index) => (ended.has(index) ? [] : [title || strings.untitledSpeech]));
  if (endless.length > 0) sentences.push(map.withoutEnding(endless.slice(0, MOST_NAMED)));
  const outside = stops.filter(({ kind }) => kind === "outside").reduce((sum, { start, end }) => sum + end - start, 0);
  if (percent(outside) > 0) sentences.push(map.foreign(percent(outside)));
  return sentences.join("");
}
