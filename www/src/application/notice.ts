// A line that tells what has just been done, for a while. In: the sentence. Out: the element around it is drawn anew.

import type { ReactiveController, ReactiveControllerHost } from "lit";

const SHOWN_FOR = 8000;

export class Notice implements ReactiveController {
  text = "";
  /** Whether what has been done can be undone by a button beside the sentence. */
  undoable = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  show(text: string, undoable: boolean): void {
    this.text = text;
    this.undoable = undoable;
    this.host.requestUpdate();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hide(), SHOWN_FOR);
  }

  hide(): void {
    clearTimeout(this.timer);
    this.text = "";
    this.host.requestUpdate();
  }
}
