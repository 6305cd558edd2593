// Word files and web pages at the border: their text, what of it is synthesised, and the fixes that then are advice.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { check, checkBytes, edits, finding, htmlToText } from "./core.mjs";

const office = (name) => readFileSync(new URL(`../office/${name}`, import.meta.url));
const pairs = (flat) => flat.flatMap((start, index) => (index % 2 === 0 ? [[start, flat[index + 1]]] : []));

test("a Word file gives its text, with the numbers that Word shows, and says which they are", () => {
  const { text, report, synthesised } = checkBytes(office("draft.docx"), "稿.docx");
  assert.equal(text, office("draft.txt").toString());
  assert.equal(report.source.format, "word");
  assert.deepEqual(pairs(synthesised).slice(0, 3).map(([start, end]) => text.slice(start, end)), ["一、", "（一）", "（二）"]);
  assert.equal(report.speeches[0].outline.length, 3);
});

test("a number that Word writes is not edited but changed in Word", () => {
  const text = "同志们：\n一、抓学习\n要学习。\n三、抓落实\n要落实。\n谢谢大家！";
  const typed = finding(check(text), "numbering-gap");
  assert.equal(edits([typed.fixes[0].id]).length, 1);
  const at = text.indexOf("三、");
  const automatic = finding(check(text, { format: "word", synthesised: [at, at + 2] }), "numbering-gap");
  assert.equal(automatic.fixes.length, 1);
  assert.equal(automatic.fixes[0].editCount, 0);
  assert.match(automatic.fixes[0].title, /Word/);
  assert.deepEqual(edits([automatic.fixes[0].id]), []);
});

test("a web page gives what its reader sees", () => {
  const page = "<!DOCTYPE html><meta charset=gb2312><title>题</title><p>\xcd\xac\xd6\xbe\xc3\xc7\xa3\xba<ol><li>\xd7\xa5\xb0\xb2\xc8\xab<li>\xd7\xa5\xd6\xca\xc1\xbf</ol>";
  const { text, report, synthesised } = checkBytes(Uint8Array.from(page, (sign) => sign.charCodeAt(0)), "稿.html");
  assert.equal(text, "同志们：\n1. 抓安全\n2. 抓质量\n");
  assert.deepEqual([report.source.format, report.source.encoding], ["html", "GBK"]);
  assert.deepEqual(synthesised, [5, 8, 12, 15]);
});

test("what Word puts into the clipboard has each number once", () => {
  const page = "<html xmlns:o='urn'><body><!--StartFragment--><p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>抓落实<o:p></o:p></p><!--EndFragment--></body></html>";
  assert.equal(htmlToText(page), "一、\t抓落实");
  assert.throws(() => htmlToText(1), { code: "invalid-argument" });
});

test("a Word file that is not whole is refused by a code", () => {
  assert.throws(() => checkBytes(office("draft.docx").subarray(0, 4000), "稿.docx"), (error) => /^(docx-damaged|archive-file)$/.test(error.code));
});
