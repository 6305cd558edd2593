// `.` of the npm package: the core's functions, synchronous after `init`, and the client, which runs them in a worker. Importing it
// starts nothing.

import { initSync } from "../../generated/speech_structure.js";
import { compile, type ClientOptions } from "../core/client.js";
import { packedWorker } from "../application/packed-worker.js";

export { applyFixes, check, checkBytes, edits, encode, fixAll, outlineMarkdown, reread, rules, split } from "../../generated/speech_structure.js";
export { createClient, isCoded, type Client, type ClientOptions } from "../core/client.js";
export type * from "../core/types.js";

/** Starts the core of this thread: from the address of `core.wasm`, its bytes, or a compiled module. */
export async function init(wasm: ClientOptions["wasm"]): Promise<void> {
  initSync({ module: await compile(wasm) });
}

/** For `createClient({ worker })`, where the page's policy allows workers from Blobs (`worker-src blob:`). */
export const blobWorker: () => Worker = packedWorker;
