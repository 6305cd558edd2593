// `./element` of the npm package: core and worker are inside, so that nothing has to be served beside it.

import { core } from "../application/assets-inline.js";
import type { ClientOptions } from "../core/client.js";
import { defineElement as define } from "./element.js";

export { EmbeddedChecker as SpeechStructureChecker } from "./element.js";
export type { FrameAnswer, FrameRequest, Settings } from "./protocol.js";
export type * from "../core/types.js";

/** Defines <speech-structure-checker>. Without addresses the core and the worker inside this module serve. */
export function defineElement(options: ClientOptions = core): void {
  define(options);
}
