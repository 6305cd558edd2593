// Which stretches of the text stand as an opened file gave them: numbers that Word or a browser wrote, and signs for bytes that its
// encoding does not have. In: the stretches of that file. Out: the same as the text stands now; one that is edited is the
// writer's own from then on, and undoing brings it back.

import { invertedEffects } from "@codemirror/commands";
import { StateEffect, StateField, type ChangeDesc, type Extension, type StateEffectType } from "@codemirror/state";

/** Start, end, start, end, … */
export type Stretches = readonly number[];

/** What of a text came so from its file. */
export interface Provenance {
  synthesised: Stretches;
  undecodable: Stretches;
}

/** A stretch that changes within is left out. Both come in order, so one pass serves. */
function mapped(stretches: Stretches, changes: ChangeDesc): Stretches {
  const kept: number[] = [];
  const at = (index: number) => stretches[index] ?? Infinity;
  let index = 0;
  let shift = 0;
  const keepUntil = (place: number) => {
    for (; index < stretches.length && at(index + 1) <= place; index += 2) kept.push(at(index) + shift, at(index + 1) + shift);
  };
  changes.iterChangedRanges((from, to, _, toNow) => {
    keepUntil(from);
    while (at(index) < to) index += 2;
    shift = toNow - to;
  });
  keepUntil(Number.MAX_SAFE_INTEGER);
  return kept;
}

/** Stretches of a file's text in the editor's, which has a line feed for every line break. */
export function withLineFeeds(text: string, stretches: Stretches): Stretches {
  const breakAfter = (place: number) => {
    const next = text.indexOf("\r\n", place);
    return next === -1 ? Infinity : next;
  };
  let shift = 0;
  let next = stretches.length > 0 ? breakAfter(0) : Infinity;
  return stretches.map((place) => {
    for (; next < place; next = breakAfter(next + 2)) shift += 1;
    return place - shift;
  });
}

interface Kept {
  set: StateEffectType<Stretches>;
  field: StateField<Stretches>;
  extension: Extension;
}

function keptStretches(): Kept {
  const set = StateEffect.define<Stretches>({ map: mapped });
  const field = StateField.define<Stretches>({
    create: () => [],
    update(stretches, transaction) {
      const given = transaction.effects.filter((effect) => effect.is(set)).at(-1);
      if (given) return given.value as Stretches;
      return transaction.docChanged && stretches.length > 0 ? mapped(stretches, transaction.changes) : stretches;
    },
  });
  const undoing = invertedEffects.of(({ startState, state }) => {
    const before = startState.field(field);
    return before.length === state.field(field).length ? [] : [set.of(before)];
  });
  return { set, field, extension: [field, undoing] };
}

export const synthesised = keptStretches();
export const undecodable = keptStretches();
