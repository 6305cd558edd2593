// Decides when the text is checked. In: word that the text (or an option) is another now, and that an input method is
// composing. Out: reports, each of exactly the text that stands in the editor when it is delivered. One check runs at a
// time; what changed meanwhile is checked next, and an answer to an older text is dropped. CodeMirror's own linter() is
// not used because it also fires in the middle of a composition.

import type { CheckOptions, Report } from "../core/types.js";

export interface Checking {
  /** The text as it stands now. */
  read(): string;
  options(): CheckOptions;
  check(text: string, options: CheckOptions): Promise<Report>;
  deliver(report: Report, text: string, milliseconds: number): void;
  fail(error: unknown): void;
  /** The check takes so long that it should be said; and then that it is done. */
  slow(slow: boolean): void;
}

/** A check quicker than this runs at every keystroke; a slower one waits for as long as it takes itself. */
const UNNOTICED = 30;
const LONGEST_WAIT = 600;
/** A check longer than this is told to be under way. */
const SLOW = 1000;

export class LiveCheck {
  private revision = 0;
  private delivered = -1;
  private running = false;
  private composing = false;
  private lastTook = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting: Array<() => void> = [];

  constructor(private readonly checking: Checking) {}

  /** Whether the newest report is of the text that stands in the editor. */
  get current(): boolean {
    return this.delivered === this.revision;
  }

  /** The text or an option is another now. */
  changed(): void {
    this.revision += 1;
    this.plan();
  }

  /** While an input method composes, the text holds half words; nothing is checked until it is done. */
  setComposing(composing: boolean): void {
    this.composing = composing;
    if (!composing) this.plan();
  }

  /** Resolves when the newest text has been checked, or its check has failed. */
  settled(): Promise<void> {
    if (this.current) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private plan(): void {
    clearTimeout(this.timer);
    if (this.composing || this.running || this.current) return;
    const wait = this.lastTook <= UNNOTICED ? 0 : Math.min(this.lastTook, LONGEST_WAIT);
    this.timer = setTimeout(() => void this.run(), wait);
  }

  private async run(): Promise<void> {
    const revision = this.revision;
    const begun = performance.now();
    this.running = true;
    const telling = setTimeout(() => this.checking.slow(true), SLOW);
    let settle: (milliseconds: number) => void;
    try {
      const text = this.checking.read();
      const report = await this.checking.check(text, this.checking.options());
      settle = (milliseconds) => this.checking.deliver(report, text, milliseconds);
    } catch (error) {
      settle = () => this.checking.fail(error);
    }
    this.running = false;
    clearTimeout(telling);
    this.checking.slow(false);
    this.lastTook = performance.now() - begun;
    if (revision === this.revision) {
      this.delivered = revision;
      settle(this.lastTook);
      for (const resolve of this.waiting.splice(0)) resolve();
    }
    this.plan();
  }
}
