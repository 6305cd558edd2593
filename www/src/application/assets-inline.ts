// Core, worker and house rules inside the one script, for pages that may fetch nothing: the single file, the element as a
// script tag. The core is deflated and written in base64; the worker starts from a Blob, which inherits the page's policy.

import { inflateSync } from "fflate";
import coreInBase64 from "packed:core";
import { compile, type ClientOptions } from "../core/client.js";
import { houseInPage, type House } from "../settings/house.js";
import { packedWorker } from "./packed-worker.js";

function coreBytes(): Uint8Array<ArrayBuffer> {
  const packed = Uint8Array.from(atob(coreInBase64), (character) => character.charCodeAt(0));
  // Not DecompressionStream: Firefox 102 has none, and this is as quick.
  return inflateSync(packed) as Uint8Array<ArrayBuffer>;
}

let module: Promise<WebAssembly.Module> | undefined;

/** Compiled once, for every worker that is ever started. */
const wasm = () => (module ??= compile(coreBytes));

export const core: ClientOptions = { wasm, worker: packedWorker };

export const house = (): Promise<House> => Promise.resolve(houseInPage("house-rules"));
