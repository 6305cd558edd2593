// What the panels ask of the checker around them, as events that cross shadow roots.

import type { Diagnostic, Fix } from "../core/types.js";

/** A stretch of the text that was checked, in UTF-16 code units. */
export interface Place {
  start: number;
  end: number;
}

export interface PanelEvents {
  /** Move the editor to a place and focus it. */
  "go-to": Place;
  "choose-finding": Diagnostic;
  "apply-fix": { diagnostic: Diagnostic; fix: Fix };
  /** Read the whole text in another encoding. */
  reopen: { readAs: string; reopenAs: string };
  "step-finding": { forward: boolean };
}

export function ask<Name extends keyof PanelEvents>(from: HTMLElement, name: Name, detail: PanelEvents[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
