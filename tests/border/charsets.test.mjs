// Files in every charset: read by detection or as told, saved as they came in, and misread texts restored.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BrowserWorker, createClient } from "./browser_worker.mjs";
import { check, checkBytes, encode, finding, reread, wasmBytes } from "./core.mjs";

const speech = "在座谈会上的讲话\r\n同志们：\r\n今天的会议很重要，我讲两点意见。\r\n一、认识要到位\r\n大家都要学习。\r\n二、措施要到位\r\n说到就要做到。\r\n谢谢大家！\r\n";
const gbk = encode(speech, "GBK");

test("bytes are read in their own encoding", () => {
  for (const encoding of ["UTF-8", "GBK", "UTF-16LE", "UTF-16BE"]) {
    const { text, report } = checkBytes(encode(speech, encoding), "稿.txt");
    assert.equal(text, speech);
    assert.deepEqual([report.source.encoding, report.source.encodingCertainty], [encoding, "certain"]);
  }
  assert.deepEqual([...gbk.subarray(0, 4)], [0xd4, 0xda, 0xd7, 0xf9]);
});

test("a caller can state the encoding", () => {
  const { report } = checkBytes(gbk, "稿.txt", { encoding: "gb18030" });
  assert.deepEqual([report.source.encoding, report.source.encodingCertainty], ["GB18030", "stated"]);
  const misread = finding(checkBytes(gbk, "稿.txt", { encoding: "big5" }).report, "wrong-charset");
  assert.deepEqual(misread.data, { readAs: "Big5", reopenAs: "GB18030" });
});

test("a file is saved as it came in, broken bytes too", () => {
  const broken = Uint8Array.from([...gbk, 0xff, 0x0d, 0x0a]);
  const { text, report } = checkBytes(broken, "稿.txt");
  assert.match(finding(report, "undecodable-bytes").message, /FF.*GBK/);
  assert.deepEqual(encode(text, "GBK", { original: broken }), broken);
  const changed = encode(text.replace("大家都", "人人都"), "GBK", { original: broken });
  assert.equal(changed.length, broken.length);
  assert.equal(changed.at(-3), 0xff);
  const marked = encode(speech, "UTF-16LE", { byteOrderMark: true });
  assert.deepEqual(encode(speech, "UTF-16LE", { original: marked }), marked);
});

test("what an encoding cannot hold is named", () => {
  const error = { code: "unencodable-character", character: "😀", offset: 4, line: 2, message: /GBK.*😀/ };
  assert.throws(() => encode("好\n大家😀", "GBK"), error);
  assert.deepEqual([...encode("😀", "gb18030")], [0x94, 0x39, 0xfc, 0x36]);
  assert.throws(() => encode("好", "latin1"), { code: "invalid-argument" });
  assert.throws(() => encode("好", "GBK", { original: "好" }), { code: "invalid-argument" });
});

test("a pasted text that was misread is restored", () => {
  const shown = new TextDecoder("gbk").decode(new TextEncoder().encode(speech));
  const { data } = finding(check(shown), "wrong-charset");
  assert.deepEqual(data, { readAs: "GBK", reopenAs: "UTF-8" });
  const restored = reread(shown, data.readAs, data.reopenAs);
  assert.match(restored, /^在座谈会上的讲话\r\n同志们/);
  assert.throws(() => reread("好", "windows-1252", "UTF-8"), { code: "not-misread" });
});

test("the worker carries bytes, files and what an error names", async () => {
  const client = createClient({ wasm: wasmBytes, worker: () => new BrowserWorker() });
  try {
    const { text } = await client.checkBytes(new Blob([gbk]), "稿.txt");
    assert.deepEqual([...(await client.encode(text, "GBK", { original: new Blob([gbk]) }))], [...gbk]);
    await assert.rejects(client.encode("好😀", "GBK"), { code: "unencodable-character", character: "😀", line: 1 });
    assert.equal(await client.reread("ÄãºÃ", "windows-1252", "GBK"), "你好");
  } finally {
    client.close();
  }
});

test("what stands for unreadable bytes is told by its place, and the check of the text takes it back", () => {
  const bytes = Uint8Array.from([0xb8, 0xf7, 0xce, 0xbb, 0xc0, 0xb4, 0xb1, 0xf6, 0xa3, 0xba, 0x0a, 0xff, 0x0a]);
  const { text, undecodable } = checkBytes(bytes, "稿.txt", { encoding: "GBK" });
  assert.equal(text, "各位来宾：\n\ufffd\n");
  assert.deepEqual(undecodable, [6, 7]);
  const message = (options) => check(text, options).diagnostics.find(({ code }) => code === "undecodable-bytes").message;
  assert.match(message({ undecodable, encoding: "GBK" }), /GBK.*照原样写回/);
  assert.match(message({}), /丢失/);
});
