// The core itself, synchronous, around the built module: a compiled module starts it, then calls go in and results come
// out. The worker runs one, and so does the page where a worker may not start. There is one core a thread, because the
// built module holds one; two clients on the page's thread share it.

import { __wbg_reset_state, applyFixes, check, checkBytes, edits, encode, fixAll, htmlToText, initSync, outlineMarkdown, reread, rules, split } from "../../generated/speech_structure.js";
import { codedError, isCoded } from "./errors.js";
import type { Call, Kind, Operations } from "./protocol.js";
import { surveyOf } from "./survey.js";

let firstFixId = 0;

/** After a trap ids go on where none was used: 2²⁴ for a life of the core, in the core's 32 bits. */
export function firstFixIdOfNextLife(first: number): number {
  return (first + 2 ** 24) % 2 ** 32;
}

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
    firstFixId = firstFixIdOfNextLife(firstFixId);
    throw codedError("core-failed", `The core broke down: ${String(error)}`);
  }
}

type Functions = { [K in Kind]: (...given: Operations[K]["arguments"]) => Operations[K]["result"] | Promise<Operations[K]["result"]> };

const functions: Functions = {
  check: (text, options) => check(text, { firstFixId, ...options }),
  checkBytes: async (source, name, options) => {
    return checkBytes(await bytesOf(source), name, { firstFixId, ...options });
  },
  survey: async (file, name, options) => surveyOf(checkBytes(await bytesOf(file), name, { ...options, edits: true }).report),
  encode: async (text, encoding, options) => {
    const { original, ...rest } = options ?? {};
    return encode(text, encoding, original ? { ...rest, original: await bytesOf(original) } : rest);
  },
  reread,
  htmlToText,
  edits,
  applyFixes,
  fixAll,
  split,
  outlineMarkdown,
  rules,
};

function resultOf({ kind, arguments: given }: Call): unknown {
  return (functions[kind] as (...given: unknown[]) => unknown)(...given);
}

function bytesOf(source: Uint8Array | Blob): Uint8Array | Promise<Uint8Array> {
  return source instanceof Blob ? contentOf(source) : source;
}

/** A file may have been moved or locked since it was chosen; that is no fault of the core. */
async function contentOf(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw codedError("unreadable-file", `The file cannot be read: ${String(error)}`);
  }
}
