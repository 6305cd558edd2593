// Fixes by id: the right edits for the newest checked text, an error for anything else, never a wrong edit.

import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated, applyFixes, check, edits, finding, fixAll, fixesOf, gappy } from "./core.mjs";

const withoutPinyin = "同志们：\n我们要珍惜每一天，把事办好。\n谢谢大家！";

function edited(text, changes) {
  return [...changes].reverse().reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

const pinyinFix = (text) => finding(check(text), "pinyin-annotation").fixes[0].id;

test("edits lead to the repaired text", () => {
  assert.equal(edited(annotated, edits([pinyinFix(annotated)])), withoutPinyin);
});

test("applyFixes gives text, edits and what was applied", () => {
  const id = pinyinFix(annotated);
  const fixed = applyFixes(annotated, [id, id]);
  assert.equal(fixed.text, withoutPinyin);
  assert.equal(edited(annotated, fixed.edits), withoutPinyin);
  assert.deepEqual([fixed.applied, fixed.skipped], [[id], [id]]);
});

test("a fix removes its finding", () => {
  const { text } = applyFixes(annotated, [pinyinFix(annotated)]);
  assert.equal(check(text).diagnostics.some(({ code }) => code === "pinyin-annotation"), false);
});

test("a lone surrogate is still itself after a fix", () => {
  const text = `\uD842${annotated}\uDFB7`;
  assert.equal(applyFixes(text, [pinyinFix(text)]).text, `\uD842${withoutPinyin}\uDFB7`);
});

test("fixAll applies the safe fixes, or those of the named codes", () => {
  const fixed = fixAll(annotated);
  assert.equal(fixed.text, withoutPinyin);
  assert.equal(edited(annotated, fixed.edits), withoutPinyin);
  assert.ok(fixed.applied >= 1 && fixed.settled);
  assert.equal(fixAll(annotated, { only: ["numbering-gap"] }).text, annotated);
  assert.ok(fixAll(gappy, { only: ["numbering-gap"] }).text.includes("二、把责任扛在肩上"));
});

test("fixAll leaves the newest report's fixes at hand", () => {
  const id = pinyinFix(annotated);
  fixAll(gappy);
  assert.equal(edited(annotated, edits([id])), withoutPinyin);
});

test("ids of an older report are refused", () => {
  const old = pinyinFix(annotated);
  const recent = pinyinFix(`今天，${annotated}`);
  assert.notEqual(old, recent);
  assert.throws(() => edits([old]), { code: "unknown-fix" });
});

test("ids begin where the caller says, and never twice at the same number", () => {
  const [{ id: first }] = fixesOf(check(annotated, { firstFixId: 1_000_000 }));
  const [{ id: second }] = fixesOf(check(annotated, { firstFixId: 1_000_000 }));
  assert.ok(first >= 1_000_000 && second > first);
});

test("a text that is not the newest is refused", () => {
  const id = pinyinFix(annotated);
  assert.throws(() => applyFixes(`${annotated}。`, [id]), { code: "stale-text" });
});

test("the same fix twice would change one place twice", () => {
  const id = pinyinFix(annotated);
  assert.throws(() => edits([id, id]), { code: "conflicting-fixes" });
});

test("no ids, no edits", () => {
  check(annotated);
  assert.deepEqual(edits([]), []);
});
