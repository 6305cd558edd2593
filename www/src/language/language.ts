// Which language the page speaks, and what it can say. In: the browser's languages or the address (`?lang=en`).
// Out: one table of strings. Chinese first: who asks for neither traditional characters nor English gets simplified.

import type { Language } from "../core/types.js";
import { english } from "./english.js";
import { simplified } from "./simplified.js";
import type { PageStrings } from "./strings.js";
import { traditional } from "./traditional.js";

export type { Language };
export type { PageStrings, Reason } from "./strings.js";

const tables: Record<Language, PageStrings> = { "zh-Hans": simplified, "zh-Hant": traditional, en: english };

/** The languages in the order of the switch, each by its own name. */
export const languages: ReadonlyArray<{ code: Language; name: string; short: string }> = [
  { code: "zh-Hans", name: "简体中文", short: "简体" },
  { code: "zh-Hant", name: "繁體中文", short: "繁體" },
  { code: "en", name: "English", short: "English" },
];

export function stringsOf(language: Language): PageStrings {
  return tables[language];
}

export function isLanguage(value: unknown): value is Language {
  return languages.some(({ code }) => code === value);
}

/** What the address asks for, else traditional where the browser prefers it, else simplified. */
export function preferredLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  if (isLanguage(asked)) return asked;
  const chinese = navigator.languages.find((tag) => /^zh\b/i.test(tag));
  return chinese !== undefined && /-(hant|tw|hk|mo)\b/i.test(chinese) ? "zh-Hant" : "zh-Hans";
}
