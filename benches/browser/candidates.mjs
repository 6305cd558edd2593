// In: the bytes of two wasm modules. Out: what is timed, by name: this core, its peers, a checker of a few lines, and what
// the machine itself can do with a text. The same file runs in Node and, bundled, in Chromium.

import * as autocorrect from "@huacnlee/autocorrect/autocorrect_bg.js";
import pangu from "pangu/browser";
import { run as zhlint } from "zhlint";
import * as core from "../../www/generated/speech_structure.js";
import { checkNumbering } from "./line_checker.mjs";

/** Starts both modules; gives the milliseconds that it took to compile and start the core. */
export async function start({ coreBytes, autocorrectBytes }) {
  const begin = performance.now();
  await core.default({ module_or_path: coreBytes });
  const milliseconds = performance.now() - begin;
  const imports = { "./autocorrect_bg.js": autocorrect };
  const { instance } = await WebAssembly.instantiate(autocorrectBytes, imports);
  autocorrect.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return milliseconds;
}

const memory = new WebAssembly.Memory({ initial: 1024 });
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

function countLines(text) {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** `slow` ones are timed on short texts only: on long ones they take minutes. */
export const CANDIDATES = [
  { name: "check, with report", run: (text) => core.check(text) },
  { name: "outline alone", run: (text) => core.outlineMarkdown(text) },
  { name: "autocorrect: lint", run: (text) => autocorrect.lintFor(text, "text") },
  { name: "zhlint", slow: true, run: (text) => zhlint(text, { rules: { preset: "default" } }) },
  { name: "pangu: spacing", run: (text) => pangu.spacingText(text) },
  { name: "numbering by line regex (JS)", run: checkNumbering },
  { name: "machine: string into wasm", run: (text) => encoder.encodeInto(text, new Uint8Array(memory.buffer)) },
  { name: "machine: UTF-8 validation", bytes: true, run: (bytes) => decoder.decode(bytes) },
  { name: "machine: newline count", run: countLines },
];
