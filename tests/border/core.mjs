// The built core, loaded as any Node program would: in goes nothing, out come its functions.

import { readFileSync } from "node:fs";
import * as module from "../../www/generated/speech_structure.js";

export const wasmBytes = readFileSync(new URL("../../www/generated/speech_structure_bg.wasm", import.meta.url));
module.initSync({ module: wasmBytes });

export const { applyFixes, check, checkBytes, edits, encode, fixAll, htmlToText, outlineMarkdown, reread, rules, split } = module;

/** All fixes of a report. */
export const fixesOf = (report) => report.diagnostics.flatMap((diagnostic) => diagnostic.fixes ?? []);

/** The finding of a code; a test without it has nothing to test. */
export function finding(report, code) {
  const found = report.diagnostics.find((diagnostic) => diagnostic.code === code);
  if (!found) throw new Error(`no ${code} in ${report.diagnostics.map((other) => other.code)}`);
  return found;
}

/** Written for these tests: a gap in the numbering, and annotations left by a copying program. */
export const gappy = "在班前会上的讲话\n同志们：\n下面，我讲三点意见。\n一、把安全放在首位\n检查要细。\n三、把责任扛在肩上\n落实要快。\n谢谢大家！";
export const annotated = "同志们：\n我们(mén)要珍惜每一天，把(bǎ)事办好(hǎo)。\n谢谢大家！";
