// The row of buttons above the text, with the counts. In: what can be done now, and the report. Out: its template; each
// button calls one of the actions.

import { html, nothing, type TemplateResult } from "lit";
import type { PageStrings } from "../language/language.js";

export interface ToolbarActions {
  openFile(): void;
  loadSample(): void;
  clear(): void;
  undo(): void;
  redo(): void;
  find(): void;
  export(): void;
}

/** What there is something to do for. */
export type Can = Record<"undo" | "redo" | "export", boolean>;

export function toolbar(strings: PageStrings, can: Can, actions: ToolbarActions, counts: TemplateResult | typeof nothing): TemplateResult {
  const action = (label: string, run: () => void, extra = "", disabled = false) =>
    html`<button type="button" class="tool ${extra}" ?disabled=${disabled} @click=${run}>${label}</button>`;
  return html`<div class="toolbar">
    <div class="tools">
      ${action(strings.openFile, actions.openFile, "main")}${action(strings.sample, actions.loadSample)}${action(strings.clear, actions.clear)}
      <span class="gap"></span>
      ${action(strings.undo, actions.undo, "", !can.undo)}${action(strings.redo, actions.redo, "", !can.redo)}
      <span class="gap"></span>
      ${action(strings.find, actions.find)}${action(strings.exporting.open, actions.export, "", !can.export)}
    </div>
    ${counts}
  </div>`;
}

export type View = "text" | "outline" | "findings";

/** At phone width one part is seen at a time. */
export function views(strings: PageStrings, shown: View, findings: number, show: (view: View) => void): TemplateResult {
  const choice = (view: View, label: string, count = 0) =>
    html`<button type="button" aria-pressed=${shown === view} @click=${() => show(view)}>
      ${label}${count > 0 ? html`<span class="count">${count}</span>` : nothing}
    </button>`;
  return html`<nav class="views" aria-label=${strings.views}>
    ${choice("text", strings.text)}${choice("outline", strings.outline)}${choice("findings", strings.findings, findings)}
  </nav>`;
}
