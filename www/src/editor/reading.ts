// What the editor knows of the last report. In: a report of the text as it was when it was checked. Out: that report,
// and a way between its positions and those of the text as it is now, which the writer may have changed since.

import { ChangeSet, StateEffect, StateField, type ChangeDesc, type EditorState } from "@codemirror/state";
import type { Report } from "../core/types.js";

export const showReport = StateEffect.define<Report>();

export interface Reading {
  report: Report | undefined;
  /** All changes since the report's text. */
  since: ChangeDesc;
}

export const reading = StateField.define<Reading>({
  create: (state) => ({ report: undefined, since: ChangeSet.empty(state.doc.length).desc }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(showReport)) return { report: effect.value, since: ChangeSet.empty(transaction.newDoc.length).desc };
    }
    return transaction.docChanged ? { report: value.report, since: value.since.composeDesc(transaction.changes.desc) } : value;
  },
});

/** Where a position of the report is now. */
export function nowAt(state: EditorState, position: number): number {
  const { since } = state.field(reading);
  return since.mapPos(Math.min(position, since.length), 1);
}

/** Where a position of the text was when it was checked. */
export function thenAt(state: EditorState, position: number): number {
  const { since } = state.field(reading);
  return since.empty ? position : since.invertedDesc.mapPos(position);
}
