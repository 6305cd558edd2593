// Which stretches of the text are numbers that Word or a browser wrote. In: the stretches of an opened file. Out: the same as
// the text stands now; one that is edited is the writer's own from then on, and undoing brings it back.

import { invertedEffects } from "@codemirror/commands";
import { StateEffect, StateField, type ChangeDesc, type Extension } from "@codemirror/state";

/** Start, end, start, end, … */
type Stretches = number[];

/** A stretch that changes within is left out. */
function mapped(stretches: Stretches, changes: ChangeDesc): Stretches {
  const kept: Stretches = [];
  for (let index = 0; index + 1 < stretches.length; index += 2) {
    const [start, end] = [stretches[index] ?? 0, stretches[index + 1] ?? 0];
    const from = changes.mapPos(start, 1);
    const to = changes.mapPos(end, -1);
    if (to - from === end - start) kept.push(from, to);
  }
  return kept;
}

export const setSynthesised = StateEffect.define<Stretches>({ map: mapped });

export const synthesised = StateField.define<Stretches>({
  create: () => [],
  update(stretches, transaction) {
    const set = transaction.effects.filter((effect) => effect.is(setSynthesised)).at(-1);
    if (set?.is(setSynthesised)) return set.value;
    return transaction.docChanged && stretches.length > 0 ? mapped(stretches, transaction.changes) : stretches;
  },
});

export const keepingSynthesised: Extension = [
  synthesised,
  invertedEffects.of(({ startState, state }) => {
    const before = startState.field(synthesised);
    return before.length === state.field(synthesised).length ? [] : [setSynthesised.of(before)];
  }),
];
