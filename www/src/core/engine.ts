// The core itself, synchronous, around the built module: a compiled module starts it, then calls go in and results come
// out. The worker runs one, and so does the page where a worker may not start. There is one core a thread, because the
// built module holds one; two clients on the page's thread share it.

import { __wbg_reset_state, applyFixes, check, checkBytes, edits, fixAll, initSync, outlineMarkdown, rules, split } from "../../generated/speech_structure.js";
import { codedError, isCoded } from "./errors.js";
import type { Call } from "./protocol.js";

/** Fix ids of one life of the core; 2⁸ lives fit into the core's 32 bits. */
export const FIX_IDS_PER_LIFE = 2 ** 24;

let firstFixId = 0;

/** Starts the core, unless this thread has one; its fix ids begin at `fixIdsFrom` or later. */
export function startCore(module: WebAssembly.Module, fixIdsFrom: number): void {
  initSync({ module });
  firstFixId = Math.max(firstFixId, fixIdsFrom);
}

/** Rejects with a coded error. After a trap the core has a fresh memory, and fix ids that were never used. */
export async function answer(call: Call): Promise<unknown> {
  try {
    return await resultOf(call);
  } catch (error) {
    if (isCoded(error)) throw error;
    __wbg_reset_state();
    firstFixId += FIX_IDS_PER_LIFE;
    throw codedError("core-failed", `The core broke down: ${String(error)}`);
  }
}

function resultOf(call: Call): unknown {
  switch (call.kind) {
    case "check":
      return check(call.arguments[0], { firstFixId, ...call.arguments[1] });
    case "checkBytes":
      return readAndCheck(call.arguments);
    case "edits":
      return edits(...call.arguments);
    case "applyFixes":
      return applyFixes(...call.arguments);
    case "fixAll":
      return fixAll(...call.arguments);
    case "split":
      return split(...call.arguments);
    case "outlineMarkdown":
      return outlineMarkdown(...call.arguments);
    case "rules":
      return rules(...call.arguments);
  }
}

async function readAndCheck([source, name, options]: Extract<Call, { kind: "checkBytes" }>["arguments"]) {
  const bytes = source instanceof Blob ? await contentOf(source) : source;
  return checkBytes(bytes, name, { firstFixId, ...options });
}

/** A file may have been moved or locked since it was chosen; that is no fault of the core. */
async function contentOf(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw codedError("unreadable-file", `The file cannot be read: ${String(error)}`);
  }
}
