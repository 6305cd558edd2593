// What passes between an embedding page and the iframe. Plain data; a message of another protocol or version is ignored, so
// that both sides may listen to other messages as well. Part of the npm package's types.

import type { Configuration, Language, Report } from "../core/types.js";

export const FRAME_PROTOCOL = "speech-structure";
/** Raised when a message changes its meaning; new kinds and keys may be added within a version. */
export const FRAME_VERSION = 1;

export interface Settings {
  configuration?: Configuration;
  language?: Language;
  theme?: "system" | "light" | "dark";
  readonly?: boolean;
}

interface Envelope {
  protocol: typeof FRAME_PROTOCOL;
  version: typeof FRAME_VERSION;
  /** Comes back with the answer. */
  id?: number | string;
}

/** From the page around. */
export type FrameRequest = Envelope &
  ({ kind: "setText"; text: string; name?: string } | { kind: "getText" } | { kind: "report" } | { kind: "configure"; settings: Settings });

/** From the iframe: answers, and what it tells unasked (`ready`, `report` after each check, `change`). */
export type FrameAnswer = Envelope &
  (
    | { kind: "ready" }
    | { kind: "done" }
    | { kind: "text"; text: string }
    | { kind: "report"; report: Report }
    | { kind: "change"; text: string }
    | { kind: "error"; message: string }
  );

const requests = ["setText", "getText", "report", "configure"];

export function isFrameRequest(data: unknown): data is FrameRequest {
  if (typeof data !== "object" || data === null) return false;
  const { protocol, version, kind } = data as Partial<FrameRequest>;
  return protocol === FRAME_PROTOCOL && version === FRAME_VERSION && requests.some((one) => one === kind);
}
