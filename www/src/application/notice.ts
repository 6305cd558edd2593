// A line that tells what has just been done, for a while. In: the sentence. Out: the element around it is drawn anew.

import type { ReactiveController, ReactiveControllerHost } from "lit";

const SHOWN_FOR = 8000;

export class Notice implements ReactiveController {
  text = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  show(text: string): void {
    this.text = text;
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
