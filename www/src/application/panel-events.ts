// What the panels ask of the checker around them, as events that cross shadow roots.

import type { Diagnostic, Fix, Severity } from "../core/types.js";

/** A stretch of the text that was checked, in UTF-16 code units. */
export interface Place {
  start: number;
  end: number;
}

export type OutlineForm = "markdown" | "text" | "json";

export interface PanelEvents {
  /** Move the editor to a place and focus it. */
  "go-to": Place;
  "choose-finding": Diagnostic;
  "apply-fix": { diagnostic: Diagnostic; fix: Fix };
  /** Read the whole text in another encoding. */
  reopen: { readAs: string; reopenAs: string };
  "step-finding": { forward: boolean };
  /** Show findings of this severity only; all where none is told. */
  "keep-severity": { severity: Severity | undefined };
  /** Show what a fix, the fixes of a rule, or all safe fixes would change, and offer to do it. */
  "preview-fix": { diagnostic: Diagnostic; fix: Fix };
  "preview-rule": { code: string };
  "preview-safe": undefined;
  "silence-finding": Diagnostic;
  /** Ids of findings that were silenced. */
  "restore-findings": string[];
  "explain-rule": { code: string };
  "keep-outline": { form: OutlineForm; to: "clipboard" | "file" };
}

export function ask<Name extends keyof PanelEvents>(from: HTMLElement, name: Name, detail: PanelEvents[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
