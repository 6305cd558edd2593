// How much room the checker has, wherever it stands. In: its element. Out: narrow (one part at a time), medium, or wide;
// the element is drawn anew when that changes.

import type { ReactiveController, ReactiveControllerHost } from "lit";

/** In pixels; less than the element's own least height, so only where a page allows it. */
const LOW = 380;

export class Layout implements ReactiveController {
  kind: "narrow" | "medium" | "wide" = "wide";
  private readonly widths = new ResizeObserver(([entry]) => entry && this.arrange(entry.contentRect));

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    this.widths.observe(this.host);
  }

  hostDisconnected(): void {
    this.widths.disconnect();
  }

  private arrange({ width, height }: DOMRectReadOnly): void {
    const isLow = height < LOW && width < 1200; // too low for outline and findings below each other
    const kind = width < 760 || isLow ? "narrow" : width < 1200 ? "medium" : "wide";
    if (kind === this.kind) return;
    this.kind = kind;
    this.host.requestUpdate();
  }
}
