// F8 and Shift-F8. In: the findings, and where the caret stands. Out: the next or previous place with a finding; a
// finding that stands for many places is stopped at in each of them.

import type { Diagnostic } from "../core/types.js";

export interface Stop {
  start: number;
  end: number;
  diagnostic: Diagnostic;
}

/** Every place of every finding, in the order of the text. */
export function stopsOf(diagnostics: readonly Diagnostic[]): Stop[] {
  const stops: Stop[] = [];
  for (const diagnostic of diagnostics) {
    const { occurrences, span } = diagnostic;
    if (!occurrences?.length) stops.push({ start: span.start, end: span.end, diagnostic });
    else {
      for (let index = 0; index + 1 < occurrences.length; index += 2) {
        stops.push({ start: occurrences[index] as number, end: occurrences[index + 1] as number, diagnostic });
      }
    }
  }
  return stops.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The stop after (or before) the one at the caret, round the ends. `last` is where the last step led, for places that coincide. */
export function nextStop(stops: Stop[], caret: number, forward: boolean, last: Stop | undefined): Stop | undefined {
  if (stops.length === 0) return undefined;
  const at = last && last.start === caret ? stops.indexOf(last) : -1;
  if (at >= 0) return stops[(at + (forward ? 1 : stops.length - 1)) % stops.length];
  if (forward) return stops.find((stop) => stop.start > caret) ?? stops[0];
  for (let index = stops.length - 1; index >= 0; index -= 1) if ((stops[index] as Stop).start < caret) return stops[index];
  return stops[stops.length - 1];
}
