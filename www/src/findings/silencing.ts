// Silenced findings, as the page names them and as a configuration holds them. In: ids of findings (code, hash and number in
// one word), or a configuration. Out: the other. A mark holds nothing of the text, so that it may be kept and handed on.

import type { Configuration } from "../core/types.js";

type Mark = NonNullable<Configuration["silenced"]>[number];

const ID = /^(.+)-([0-9a-f]{16})-(\d{1,9})$/;

/** The ids of what a configuration silences; what is no mark is left to the core, which says what is wrong with it. */
export function silencedIn({ silenced }: Configuration): string[] {
  const marks: unknown[] = Array.isArray(silenced) ? silenced : [];
  return marks.filter(isMark).map(({ code, hash, nth = 0 }) => `${code}-${hash}-${nth}`);
}

/** The configuration that silences exactly these findings. */
export function silencing(configuration: Configuration, ids: readonly string[]): Configuration {
  const { silenced = [], ...others } = configuration;
  if (!Array.isArray(silenced)) return configuration;
  const marks = [...silenced.filter((mark) => !isMark(mark)), ...ids.flatMap(markOf)];
  return marks.length === 0 ? others : { ...others, silenced: marks };
}

/** Both lists, each finding once. */
export function united(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])];
}

function markOf(id: string): Mark[] {
  const [, code, hash, nth] = ID.exec(id) ?? [];
  return code !== undefined && hash !== undefined ? [{ code, hash, nth: Number(nth) }] : [];
}

function isMark(value: unknown): value is Mark {
  if (typeof value !== "object" || value === null) return false;
  const { code, hash, nth = 0 } = value as Record<string, unknown>;
  return typeof nth === "number" && ID.test(`${String(code)}-${String(hash)}-${nth}`);
}
