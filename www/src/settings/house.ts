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
}

export const noHouse: House = { configuration: {}, origins: [] };

/** Throws where it is no object; what is wrong inside it, the core tells. */
export function houseOf(json: unknown): House {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new TypeError("house rules are a JSON object");
  const { page, $schema: _, ...configuration } = json as Configuration & { page?: Record<string, unknown>; $schema?: unknown };
  const { language, theme, origins } = page ?? {};
  return {
    configuration,
    ...(isLanguage(String(language)) && { language: language as Language }),
    ...(isTheme(theme) && { theme }),
    origins: Array.isArray(origins) ? origins.filter((origin) => typeof origin === "string") : [],
  };
}

/** Beside the page; without the file, or with one that is no JSON, there are no house rules. */
export async function houseAt(address: string | URL): Promise<House> {
  try {
    const response = await fetch(address);
    return response.ok ? houseOf(await response.json()) : noHouse;
  } catch {
    return noHouse;
  }
}

/** In the page: `<script type="application/json" id="…">`. */
export function houseIn(element: Element | null): House {
  try {
    return houseOf(JSON.parse(element?.textContent || "{}"));
  } catch {
    return noHouse;
  }
}
