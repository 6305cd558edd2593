// The page inside somebody's iframe. In: messages from the page around, of origins that were allowed. Out: answers and
// reports, to those origins only. The messages are in protocol.ts; docs/embedding.md tells them to whoever embeds.

import type { SpeechStructureChecker } from "../application/checker.js";
import type { Report } from "../core/types.js";
import { plainName } from "../files/gathering.js";
import { isLanguage } from "../language/language.js";
import { isTheme } from "../settings/preferences.js";
import { FRAME_PROTOCOL, FRAME_VERSION, isFrameRequest, type FrameAnswer, type FrameRequest, type Settings } from "./protocol.js";

export interface Frame {
  checker: SpeechStructureChecker;
  /** Besides the page's own. */
  origins: readonly string[];
  configure(settings: Settings): Promise<void>;
}

/** Listens if there is a page around at all, and says that it does. */
export function serveFrame({ checker, origins, configure }: Frame): void {
  if (window.parent === window) return;
  // The origin of a file is "null", which is everybody's: it allows nobody.
  const allowed = [...origins, location.origin].filter((origin) => /^https?:\/\//.test(origin));
  const send = (answer: Answer) => {
    const message = { protocol: FRAME_PROTOCOL, version: FRAME_VERSION, ...answer };
    // The browser hands it over only where the page around is of that origin.
    for (const origin of new Set(allowed)) window.parent.postMessage(message, origin);
  };
  window.addEventListener("message", ({ data, origin, source }) => {
    if (source !== window.parent || !allowed.includes(origin) || !isFrameRequest(data)) return;
    const reply = (answer: Answer) => send({ ...answer, ...(data.id !== undefined && { id: data.id }) });
    obey(data, checker, configure).then(reply, (error: unknown) => reply({ kind: "error", message: error instanceof Error ? error.message : String(error) }));
  });
  checker.addEventListener("report", (event) => send({ kind: "report", report: (event as CustomEvent<{ report: Report }>).detail.report }));
  checker.addEventListener("change", () => send({ kind: "change", text: checker.value }));
  send({ kind: "ready" });
}

type Answer = FrameAnswer extends infer One ? (One extends FrameAnswer ? Omit<One, "protocol" | "version"> : never) : never;

async function obey(request: FrameRequest, checker: SpeechStructureChecker, configure: Frame["configure"]): Promise<Answer> {
  switch (request.kind) {
    case "setText":
      if (typeof request.text !== "string") throw new TypeError("setText: text must be a string");
      // In this order: undoing it brings back the earlier text with the earlier name.
      checker.value = request.text;
      checker.name = plainName(String(request.name ?? ""));
      checker.markSaved();
      return { kind: "done" };
    case "getText":
      checker.markSaved();
      return { kind: "text", text: checker.value };
    case "report":
      await checker.checked();
      return checker.report ? { kind: "report", report: checker.report } : { kind: "error", message: "there is no report" };
    case "configure":
      await configure(soundSettings(request.settings));
      return { kind: "done" };
  }
}

/** Settings as they may be obeyed; throws where one is none. */
function soundSettings(given: unknown): Settings {
  if (typeof given !== "object" || given === null) throw new TypeError("configure: settings must be an object");
  const { configuration, language, theme, readonly } = given as Record<string, unknown>;
  const demand = (sound: boolean, wish: string) => {
    if (!sound) throw new TypeError(`configure: ${wish}`);
  };
  demand(configuration === undefined || (typeof configuration === "object" && configuration !== null), "configuration must be an object");
  demand(language === undefined || isLanguage(language), "language must be zh-Hans, zh-Hant or en");
  demand(theme === undefined || isTheme(theme), "theme must be system, light or dark");
  demand(readonly === undefined || typeof readonly === "boolean", "readonly must be true or false");
  return given as Settings;
}
