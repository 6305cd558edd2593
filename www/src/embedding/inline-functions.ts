// `./inline` of the npm package: the same functions with the core inside, so that `init()` needs no address.

import { core } from "../application/assets-inline.js";
import { init as initFrom } from "./functions.js";

export * from "./functions.js";

/** The core, for `createClient`. */
export const wasm = core.wasm;

/** Starts the core of this thread. */
export function init(): Promise<void> {
  return initFrom(wasm);
}
