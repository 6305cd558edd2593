// What is told to the reader: a line that says what has just been done, for a while, and the same for screen readers. In:
// the sentence. Out: the element around it is drawn anew.

import type { ReactiveController, ReactiveControllerHost } from "lit";

const SHOWN_FOR = 8000;
/** A wait shorter than this needs no word. */
const UNNOTICED = 300;
/** Results are announced when the writer pauses, not at every key. */
const PAUSE = 800;

export class Notice implements ReactiveController {
  text = "";
  /** Whether what has been done can be undone by a button beside the sentence. */
  undoable = false;
  /** For screen readers. */
  announcement = "";
  private timer: ReturnType<typeof setTimeout> | undefined;
  private announcing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    clearTimeout(this.announcing);
  }

  show(text: string, undoable: boolean): void {
    this.text = text;
    this.undoable = undoable;
    this.announce(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hide(), SHOWN_FOR);
  }

  /** Says that work is being done, for as long as it is. */
  async during<Result>(work: Promise<Result>, said: string): Promise<Result> {
    const saying = setTimeout(() => this.show(said, false), UNNOTICED);
    try {
      return await work;
    } finally {
      clearTimeout(saying);
      if (this.text === said) this.hide();
    }
  }

  hide(): void {
    clearTimeout(this.timer);
    this.text = "";
    this.host.requestUpdate();
  }

  announce(text: string): void {
    this.announcement = text;
    this.host.requestUpdate();
  }

  announceLater(text: string): void {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => this.announce(text), PAUSE);
  }
}
