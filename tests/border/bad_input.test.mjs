// Whatever comes in: an answer or an `Error` with a code and a sentence, and the core goes on working.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { BrowserWorker, createClient } from "./browser_worker.mjs";
import { check, checkBytes, edits, fixAll, fixesOf, gappy, outlineMarkdown, rules, split, wasmBytes } from "./core.mjs";

afterEach(() => assert.equal(check(gappy).speeches.length, 1, "the core still works"));

const texts = {
  "empty text": "",
  "one character": "一",
  "a line break": "\n",
  "a 5 MB line": "我们要把工作做实、做细、做好，".repeat(160_000),
  "a 5 MB line of markers": "一是抓学习；二是抓落实；".repeat(140_000),
  "100 000 lines of 一、": "一、\n".repeat(100_000),
  "100 000 lines, each a level": Array.from({ length: 100_000 }, (_, index) => ["一、", "（一）", "1.", "（1）", "①"][index % 5]).join("\n"),
  "100 000 opening brackets": "（".repeat(100_000),
  "100 000 pinyin annotations": "好(hǎo)".repeat(100_000),
  "NUL characters": "\0一、\0\n\0",
  "lone surrogates": "\uD800一、甲\uDC00\n\uDFFF二、乙\uD800",
  "a byte order mark": "\uFEFF一、甲",
  "line breaks of every kind": "一、甲\r二、乙\r\n三、丙\u2028四、丁\u000B五、戊\u0085",
};

/** In a worker, because a core that takes too long can only be ended from outside. */
async function answers(text) {
  const client = createClient({ wasm: wasmBytes, worker: () => new BrowserWorker() });
  const soon = AbortSignal.timeout(60_000);
  try {
    const report = await client.check(text, {}, soon);
    const ids = fixesOf(report).map((fix) => fix.id);
    assert.equal((await client.applyFixes(text, [], soon)).text, text, "the text is still there");
    await client.applyFixes(text, ids, soon);
    await client.fixAll(text, {}, soon);
    await client.split(text, {}, soon);
    await client.outlineMarkdown(text, {}, soon);
    return report;
  } finally {
    client.close();
  }
}

for (const [name, text] of Object.entries(texts)) {
  test(`${name}: an answer`, async () => {
    const report = await answers(text);
    console.log(`${name}: ${report.milliseconds.toFixed(1)} ms, ${report.diagnostics.length} findings`);
    assert.equal(report.version, 1);
    assert.equal(report.segments.at(-1)?.span.end ?? 0, text.length, "segments reach the end of the text");
  });
}

test("text that is no string", () => {
  for (const text of [undefined, null, 7, {}, [], Symbol("一"), new String("一"), () => "一"]) {
    for (const call of [check, fixAll, split, outlineMarkdown]) {
      assert.throws(() => call(text), { name: "Error", code: "invalid-argument", message: /string/ });
    }
  }
});

test("bytes that are no bytes, or no text", () => {
  for (const bytes of [undefined, "一", [1, 2], new ArrayBuffer(2)]) {
    assert.throws(() => checkBytes(bytes, "a.txt"), { code: "invalid-argument" });
  }
  assert.throws(() => checkBytes(new Uint8Array(0), 7), { code: "invalid-argument" });
  const noise = Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 27);
  assert.throws(() => checkBytes(noise, "稿.txt"), { code: "not-text", message: /稿\.txt/ });
  assert.throws(() => checkBytes(new TextEncoder().encode("%PDF-1.7"), "稿.txt"), { code: "pdf-file", message: /稿\.txt/ });
  assert.equal(checkBytes(new Uint8Array(0), "空.txt").text, "");
});

test("ids that are no ids", () => {
  check(gappy);
  for (const ids of [undefined, 1, "1", [-1], [0.5], ["1"], [NaN], [2 ** 53]]) {
    assert.throws(() => edits(ids), { code: "invalid-argument" }, String(ids));
  }
  assert.throws(() => edits([4_000_000_000]), { code: "unknown-fix" });
});

test("options that are none are named", () => {
  const wrong = [{ lang: "fr" }, { lang: 1 }, { name: 1 }, { encoding: "latin1" }, { encoding: 8 }, { configuration: 1 }, { silenced: "a" }, { silenced: ["numbering-gap"] }, { only: "a" }, { only: [1] }];
  for (const options of wrong) {
    const [key] = Object.keys(options);
    assert.throws(() => check(gappy, options), { code: "invalid-options", message: new RegExp(key) });
  }
  assert.throws(() => check(gappy, { langauge: "en" }), { code: "invalid-options", message: /langauge/ });
  assert.throws(() => check(gappy, 7), { code: "invalid-argument" });
  for (const options of [undefined, null, {}, { lang: undefined }]) assert.equal(check(gappy, options).version, 1);
});

test("every setting of the schema is known", () => {
  const schema = JSON.parse(readFileSync(new URL("../../docs/configuration.schema.json", import.meta.url), "utf8"));
  const configuration = {
    rules: { "numbering-gap": "off" },
    overlongParagraph: 800,
    speakingRate: 180,
    levels: ["han-comma"],
    silenced: [{ code: "numbering-gap", hash: "0123456789abcdef", nth: 1 }],
  };
  assert.deepEqual(Object.keys(configuration).sort(), Object.keys(schema.properties).sort());
  assert.equal(check(gappy, { configuration }).diagnostics.some(({ code }) => code === "numbering-gap"), false);
});

test("a wrong configuration is named by its key or value", () => {
  const wrong = {
    rulez: { rulez: {} },
    "numbering-gpa": { rules: { "numbering-gpa": "off" } },
    loud: { rules: { "numbering-gap": "loud" } },
    speakingRate: { speakingRate: 0 },
    220: { speakingRate: "220" },
    "-1": { overlongParagraph: -1 },
    roman: { levels: ["han-comma", "roman"] },
    sentence: { silenced: [{ code: "numbering-gap", hash: "0123456789abcdef", sentence: "一句" }] },
  };
  for (const [named, configuration] of Object.entries(wrong)) {
    assert.throws(() => check(gappy, { configuration }), { code: "invalid-configuration", message: new RegExp(named) });
  }
  const sentence = { "zh-Hans": /“speakingRate”：应是一个数/, "zh-Hant": /「speakingRate」：應是一個數/, en: /speakingRate: should be a number/ };
  for (const [lang, message] of Object.entries(sentence)) {
    assert.throws(() => check(gappy, { lang, configuration: { speakingRate: "fast" } }), { code: "invalid-configuration", message });
  }
  assert.throws(() => rules("fr"), { code: "invalid-options", message: /zh-Hans/ });
});
