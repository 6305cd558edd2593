// Which finding the reader is at, and the way to the next. In: the findings, each time they are new. Out: the place to go
// to, and the id of the current finding.

import type { Diagnostic } from "../core/types.js";
import { nextStop, stopsOf, type Stop } from "./steps.js";

export class Walk {
  /** The id of the finding that was gone to last, while it is there. */
  current: string | undefined;
  private stops: Stop[] = [];
  private last: Stop | undefined;

  renew(diagnostics: readonly Diagnostic[]): void {
    this.stops = stopsOf(diagnostics);
    this.last = undefined;
    if (!diagnostics.some(({ id }) => id === this.current)) this.current = undefined;
  }

  /** The first place of a finding. */
  choose(diagnostic: Diagnostic): { start: number; end: number } {
    this.last = this.stops.find((stop) => stop.diagnostic === diagnostic);
    this.current = diagnostic.id;
    return this.last ?? diagnostic.span;
  }

  /** The place after the caret, or before it, round the ends. */
  step(caret: number, forward: boolean): Stop | undefined {
    const stop = nextStop(this.stops, caret, forward, this.last);
    if (stop) {
      this.last = stop;
      this.current = stop.diagnostic.id;
    }
    return stop;
  }
}
