// What a person has chosen. In: nothing, or what this computer was allowed to keep. Out: preferences, complete and sound
// whatever stood in the store. Nothing is written unless the person says so, and it is wiped when they take it back.

import type { Configuration, Language } from "../core/types.js";
import { isLanguage } from "../language/language.js";

export type Theme = "system" | "light" | "dark";

export interface Preferences {
  /** House rules and the person's own, as they go to the core. */
  configuration: Configuration;
  /** Left out while the browser's own preference is good enough. */
  language?: Language;
  theme: Theme;
  /** Whether these preferences are kept on this computer. */
  remember: boolean;
  /** Whether the text is. */
  keepDraft: boolean;
}

export interface Draft {
  text: string;
  name: string;
}

export const themes: readonly Theme[] = ["system", "light", "dark"];
const PREFERENCES = "speech-structure.preferences";
const DRAFT = "speech-structure.draft";

/** What the site's administrator set, until the person chooses otherwise. */
export function initialPreferences(house: Partial<Preferences>): Preferences {
  return { configuration: {}, theme: "system", remember: false, keepDraft: false, ...house };
}

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

/** The browser's store; nothing where a policy, a private window or file:// forbids it. */
function store(): Storage | undefined {
  try {
    const { localStorage } = window;
    localStorage.getItem(PREFERENCES);
    return localStorage;
  } catch {
    return undefined;
  }
}

export function canRemember(): boolean {
  return store() !== undefined;
}

export function rememberedPreferences(house: Partial<Preferences>): Preferences {
  const usual = initialPreferences(house);
  const kept = read(PREFERENCES);
  if (!kept) return usual;
  const { configuration, language, theme, keepDraft } = kept;
  return {
    configuration: isRecord(configuration) ? configuration : usual.configuration,
    ...(isLanguage(language) ? { language } : usual.language && { language: usual.language }),
    theme: isTheme(theme) ? theme : usual.theme,
    remember: kept.remember === true,
    keepDraft: keepDraft === true,
  };
}

/** Keeps what may be kept and wipes the rest; false where the browser has no room for it. */
export function rememberPreferences(preferences: Preferences): boolean {
  const { remember, keepDraft } = preferences;
  if (!keepDraft) store()?.removeItem(DRAFT);
  if (remember) return write(PREFERENCES, preferences);
  if (keepDraft) return write(PREFERENCES, { keepDraft });
  store()?.removeItem(PREFERENCES);
  return true;
}

export function keptDraft(): Draft | undefined {
  const kept = read(DRAFT);
  return kept && typeof kept.text === "string" && typeof kept.name === "string" ? { text: kept.text, name: kept.name } : undefined;
}

/** False where the browser has no room for it. */
export function keepDraft(draft: Draft): boolean {
  return write(DRAFT, draft);
}

function read(key: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(store()?.getItem(key) ?? "null");
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): boolean {
  try {
    const place = store();
    place?.setItem(key, JSON.stringify(value));
    return place !== undefined;
  } catch {
    return false; // the store is full
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
