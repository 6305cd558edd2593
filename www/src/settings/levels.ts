// The levels of numbering, as five fields show them. In: the configuration's list of marker styles. Out: a style a level,
// and the list with one of them changed; the usual order is no setting at all.

/** Styles that have a level, each as writers know it. */
export const styleExamples: Readonly<Record<string, string>> = {
  "han-comma": "一、",
  "han-paren": "（一）",
  "digit-dot": "1.",
  "digit-comma": "1、",
  "digit-paren": "（1）",
  "digit-half-paren": "1）",
  circled: "①",
  "formal-comma": "壹、",
  "stem-comma": "甲、",
  "ordinal-part": "第一部分",
};

/** GB/T 9704. */
const usual = ["han-comma", "han-paren", "digit-dot", "digit-paren", "circled"];

export function levelsOf(levels: readonly string[] | undefined): string[] {
  const chosen = levels ?? usual;
  return usual.map((_, place) => chosen[place] ?? "");
}

/** `undefined` where the usual order results. */
export function withLevel(levels: readonly string[], place: number, style: string): string[] | undefined {
  const changed = levels.map((other, level) => (level === place ? style : other === style ? "" : other));
  const said = changed.filter((other) => other !== "");
  return said.length === 0 || said.join() === usual.join() ? undefined : said;
}
