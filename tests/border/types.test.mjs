// The hand-written types against real answers: each is put into a TypeScript file as it is, and tsc must find it exact.
// A key too many, a key too few or a name outside a closed list fails.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { annotated, applyFixes, check, checkBytes, edits, fixAll, fixesOf, gappy, rules, split } from "./core.mjs";

const www = fileURLToPath(new URL("../../www/", import.meta.url));

const compilation = `首页 > 范文大全\n开工动员讲话稿（精选2篇）\n篇一\n${gappy}\n篇二\n${annotated}（掌声）\n一是看得远；二是走得稳；四是站得直。\n“收工。`;

test("answers have exactly the types that are written", () => {
  const report = check(compilation, { name: "稿.txt", lang: "zh-Hant" });
  const answers = {
    Report: report,
    Fixed: applyFixes(compilation, fixesOf(report).map((fix) => fix.id)),
    "Edit[]": edits(fixesOf(report).slice(0, 1).map((fix) => fix.id)),
    FixedAll: fixAll(compilation),
    "SplitSpeech[]": split(compilation),
    Checked: checkBytes(new TextEncoder().encode(gappy), "稿.txt"),
    "Rule[]": rules("en"),
  };
  const lines = Object.entries(answers).map(([type, answer], index) => `export const answer${index}: core.${type} = ${JSON.stringify(answer)};`);
  const folder = mkdtempSync(join(www, "generated/types-"));
  try {
    const file = join(folder, "answers.ts");
    writeFileSync(file, [`import type * as core from "../../src/core/types.js";`, ...lines].join("\n"));
    const options = ["--noEmit", "--strict", "--ignoreConfig", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022"];
    const outcome = spawnSync(process.execPath, [join(www, "node_modules/typescript/bin/tsc"), ...options, file], { encoding: "utf8" });
    assert.equal(outcome.status, 0, outcome.stdout.slice(0, 4000) + outcome.stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
