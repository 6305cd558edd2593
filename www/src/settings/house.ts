// House rules that an administrator puts beside the page (config.json) or into it (a JSON block, for the single file). In:
// the parsed JSON. Out: what the core is told, and what only the page needs: language, theme, and who may speak to it from
// outside. The page's own keys stand under `page`, so that a file saved by the settings works as it is.

import type { Configuration, Language } from "../core/types.js";
import { isLanguage } from "../language/language.js";
import { isTheme, type Theme } from "./preferences.js";

export interface House {
  configuration: Configuration;
  language?: Language;
  theme?: Theme;
  /** Origins of pages that may embed this one and talk to it, besides its own. */
  origins: string[];
  /** There are house rules, but they are no JSON object: a comma too many, a wrong quotation mark. */
  unreadable?: true;
  /** There is no such file. */
  missing?: true;
}

export const noHouse: House = { configuration: {}, origins: [] };
const missing: House = { ...noHouse, missing: true };
const unreadable: House = { ...noHouse, unreadable: true };

/** A page does not wait longer than this for a server that does not answer, in milliseconds. */
const PATIENCE = 4000;

/** Throws where it is no object; what is wrong inside it, the core tells. */
export function houseOf(json: unknown): House {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new TypeError("house rules are a JSON object");
  const { page, $schema: _, ...configuration } = json as Configuration & { page?: Record<string, unknown>; $schema?: unknown };
  const { language, theme, origins } = page ?? {};
  return {
    configuration,
    ...(isLanguage(language) && { language }),
    ...(isTheme(theme) && { theme }),
    origins: Array.isArray(origins) ? origins.flatMap(originOf) : [],
  };
}

/** An address is often given with a slash at its end, which an origin has not. */
function originOf(address: unknown): string[] {
  try {
    return typeof address === "string" ? [new URL(address).origin] : [];
  } catch {
    return [];
  }
}

/** In a file of its own. */
export async function houseAt(address: string | URL): Promise<House> {
  const stopping = new AbortController();
  const waiting = setTimeout(() => stopping.abort(), PATIENCE);
  try {
    const response = await fetch(address, { signal: stopping.signal });
    return response.ok ? houseIn(await response.text()) : missing;
  } catch {
    return missing;
  } finally {
    clearTimeout(waiting);
  }
}

/** In the page: `<script type="application/json" id="…">`. */
export function houseInPage(id: string): House {
  const block = document.getElementById(id);
  return block ? houseIn(block.textContent ?? "") : missing;
}

/** The text of either. */
function houseIn(text: string): House {
  // Some servers answer with a page of theirs where a file is missing.
  if (text.trim() === "" || text.trimStart().startsWith("<")) return noHouse;
  try {
    return houseOf(JSON.parse(text));
  } catch {
    return unreadable;
  }
}
