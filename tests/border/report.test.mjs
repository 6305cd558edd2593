// The shape of the report, and that its positions count as JavaScript strings do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { annotated, check, checkBytes, edits, finding, fixesOf, gappy, outlineMarkdown, rules, split } from "./core.mjs";

/** Every span in a report, wherever it stands. */
function spansIn(value) {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(spansIn);
  return "endLine" in value ? [value, ...inner] : inner;
}

test("a report says what the text holds", () => {
  const report = check(gappy, { name: "讲话.txt" });
  assert.equal(report.version, 1);
  assert.equal(report.source.name, "讲话.txt");
  assert.equal(report.source.lines, 8);
  assert.equal(report.source.script, "simplified");
  assert.equal(report.speeches.length, 1);
  assert.deepEqual(report.speeches[0].outline.map((node) => node.marker.ordinal), [1, 3]);
  assert.equal(finding(report, "numbering-gap").severity, "error");
  assert.ok(report.milliseconds >= 0);
});

test("a fix says how many edits it has and carries none", () => {
  for (const fix of fixesOf(check(annotated))) {
    assert.ok(fix.editCount > 0);
    assert.equal("edits" in fix, false);
  }
});

test("with their edits, where that is asked for, fixes say the same as the edits fetched by their ids", () => {
  const fixes = fixesOf(check(annotated, { edits: true }));
  assert.ok(fixes.length > 0);
  for (const fix of fixes) assert.deepEqual(fix.edits, edits([fix.id]));
});

test("segments follow each other and the last ends the text", () => {
  const { segments } = check(gappy);
  assert.equal(segments[0].span.start, 0);
  assert.equal(segments.at(-1).span.end, gappy.length);
  for (const [index, segment] of segments.slice(1).entries()) assert.equal(segment.span.start, segments[index].span.end);
});

for (const [what, character] of [["an astral character", "𠮷"], ["a lone high surrogate", "\uD842"], ["a lone low surrogate", "\uDFB7"]]) {
  test(`positions count UTF-16 units after ${what}`, () => {
    const text = `${character.repeat(3)}\n${gappy.replace("检查", `${character}检查`)}`;
    const report = check(text);
    const { span } = finding(report, "numbering-gap");
    assert.ok(text.slice(span.start).startsWith("三、"), text.slice(span.start, span.end));
    for (const { start, end, line, column } of spansIn(report)) {
      assert.ok(start <= end && end <= text.length);
      const before = text.slice(0, start).split("\n");
      assert.deepEqual([line, column], [before.length, before.at(-1).length + 1]);
    }
  });
}

test("messages come in three languages", () => {
  const messages = ["zh-Hans", "zh-Hant", "en"].map((lang) => finding(check(gappy, { lang }), "numbering-gap").message);
  assert.equal(new Set(messages).size, 3);
  assert.match(messages[2], /[a-z]/);
});

test("the house's settings are obeyed: speaking rate, severities, limits", () => {
  const minutes = (speakingRate) => check(gappy.repeat(40), { configuration: { speakingRate } }).speeches[0].minutes;
  assert.ok(minutes(110) > minutes(220));
  // To the tenth, and no digit lost on the way.
  for (const rate of [61, 97, 220, 599]) {
    const said = minutes(rate);
    assert.equal(said, Math.round(said * 10) / 10);
  }
  const gap = (setting) => check(gappy, { configuration: { rules: { "numbering-gap": setting } } }).diagnostics.find(({ code }) => code === "numbering-gap");
  assert.equal(gap("off"), undefined);
  assert.equal(gap("info").severity, "info");
  const long = `同志们：\n${"我们要把安全工作做实做细。".repeat(8)}\n谢谢大家！`;
  const codes = (overlongParagraph) => check(long, { configuration: { overlongParagraph } }).diagnostics.map(({ code }) => code);
  assert.deepEqual([codes(50).includes("overlong-paragraph"), codes(600).includes("overlong-paragraph")], [true, false]);
});

test("a silenced finding is listed apart, by its id or by the configuration", () => {
  const { id } = finding(check(gappy), "numbering-gap");
  const byId = check(gappy, { silenced: [id] });
  assert.equal(byId.diagnostics.some((diagnostic) => diagnostic.id === id), false);
  assert.equal(byId.silenced[0].id, id);
  const [{ code, hash, nth }] = byId.silenced;
  const byConfiguration = check(gappy, { configuration: { silenced: [{ code, hash, nth }] } });
  assert.deepEqual(byConfiguration.silenced, byId.silenced);
  assert.equal("silenced" in check(gappy), false);
});

test("the outline comes as Markdown", () => {
  assert.match(outlineMarkdown(gappy), /- 一、把安全放在首位\n- 三、把责任扛在肩上/);
});

test("bytes are read, and a byte order mark is no part of the text", () => {
  const { text, report } = checkBytes(new TextEncoder().encode(`\uFEFF${gappy}`), "讲话.txt");
  assert.equal(text, gappy);
  assert.equal(report.source.name, "讲话.txt");
});

test("a compilation is split into clean speeches", () => {
  const compilation = `班会发言稿（通用2篇）\n篇一\n${annotated}\n篇二\n${gappy}`;
  const speeches = split(compilation);
  assert.equal(speeches.length, 2);
  assert.ok(speeches[0].text.includes("我们要珍惜每一天"));
  assert.ok(speeches.every(({ text }) => text.endsWith("\n")));
  assert.equal(new Set(speeches.map(({ name }) => name)).size, 2);
});

test("every rule is told in three languages", () => {
  const codes = rules("en").map((rule) => rule.code);
  assert.ok(codes.includes("numbering-gap"));
  for (const lang of ["zh-Hans", "zh-Hant"]) assert.deepEqual(rules(lang).map((rule) => rule.code), codes);
});
