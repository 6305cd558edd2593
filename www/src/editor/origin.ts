// Where the text as a whole came from. In: the origin of a text that takes the place of another. Out: word of it, and of the
// earlier one when undoing brings the earlier text back. The owner keeps it; the history only carries it along.

import { invertedEffects } from "@codemirror/commands";
import { StateEffect, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { OpenFile } from "../files/open-file.js";

export interface Whence {
  name: string;
  /** Nothing where the text was pasted or written here. */
  file: OpenFile | undefined;
}

export interface Origin extends Whence {
  /** It took the place of a text that was saved nowhere, which only undoing brings back. */
  overUnsaved: boolean;
}

export interface OriginOwner {
  origin(): Origin;
  originChanged(origin: Origin): void;
}

export const setOrigin = StateEffect.define<Origin>();

export function origin(owner: OriginOwner): Extension {
  return [
    invertedEffects.of(({ effects }) => (effects.some((effect) => effect.is(setOrigin)) ? [setOrigin.of(owner.origin())] : [])),
    EditorView.updateListener.of(({ transactions }) => {
      for (const { effects } of transactions) {
        for (const effect of effects) if (effect.is(setOrigin)) owner.originChanged(effect.value);
      }
    }),
  ];
}
