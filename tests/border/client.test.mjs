// The worker client: the newest check wins, signals abort, a trap is survived, and blocked workers are worked around.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { BrowserWorker, crampedCore, createClient } from "./browser_worker.mjs";
import { annotated, fixesOf, gappy, wasmBytes } from "./core.mjs";

const clients = [];
afterEach(() => clients.splice(0).forEach((client) => client.close()));

function open(options = {}) {
  const client = createClient({ wasm: wasmBytes, worker: () => new BrowserWorker(), ...options });
  clients.push(client);
  return client;
}

const tooLong = "我们要把工作做实、做细、做好，".repeat(200_000);

test("the worker answers with the same functions", async () => {
  const client = open();
  await client.ready;
  assert.equal(client.servedBy, "worker");
  const report = await client.check(annotated, { name: "稿.txt" });
  assert.equal(report.source.name, "稿.txt");
  const ids = fixesOf(report).map((fix) => fix.id);
  const fixed = await client.applyFixes(annotated, ids);
  assert.ok(fixed.text.includes("我们要珍惜每一天"));
  assert.equal((await client.edits(ids.slice(0, 1))).length, fixesOf(report)[0].editCount);
  assert.equal((await client.fixAll(annotated)).text, fixed.text);
  assert.equal((await client.split(gappy)).length, 1);
  assert.match(await client.outlineMarkdown(gappy), /一、把安全放在首位/);
});

test("a file is read in the worker", async () => {
  const { text, report } = await open().checkBytes(new Blob([gappy]), "讲话.txt");
  assert.equal(text, gappy);
  assert.equal(report.source.name, "讲话.txt");
});

test("the newest check wins", async () => {
  const client = open();
  const checks = [1, 2, 3, 4].map((count) => client.check(gappy.repeat(count)));
  for (const older of checks.slice(0, -1)) await assert.rejects(older, { code: "superseded" });
  assert.equal((await checks.at(-1)).segments.at(-1).span.end, gappy.length * 4);
});

test("a check does not drop other calls", async () => {
  const client = open();
  const outline = client.outlineMarkdown(gappy);
  await client.check(annotated);
  assert.match(await outline, /一、把安全放在首位/);
});

test("a signal aborts what waits, what runs, and what comes too late", async () => {
  const client = open();
  const controller = new AbortController();
  const running = client.check(gappy, {}, controller.signal);
  const waiting = client.split(gappy, {}, controller.signal);
  controller.abort();
  for (const call of [running, waiting, client.rules("en", controller.signal)]) await assert.rejects(call, { name: "AbortError" });
  assert.equal((await client.check(gappy)).version, 1);
});

test("errors of the core keep their code and sentence", async () => {
  const client = open();
  await assert.rejects(client.check(7), { code: "invalid-argument", message: /string/ });
  await assert.rejects(client.edits([12]), { code: "unknown-fix" });
  await assert.rejects(client.check(gappy, { name: () => "" }), { code: "invalid-argument" });
  assert.equal((await client.check(gappy)).version, 1);
});

test("a trap ends the worker; a new one answers from the kept module, with new fix ids", async () => {
  const client = open({ wasm: await crampedCore() });
  const [{ id }] = fixesOf(await client.check(annotated));
  const started = BrowserWorker.started;
  await assert.rejects(client.check(tooLong), { code: "core-failed" });
  const report = await client.check(annotated);
  assert.equal(BrowserWorker.started, started + 1);
  assert.equal(client.servedBy, "worker");
  assert.equal(fixesOf(report).some((fix) => fix.id === id), false);
  await assert.rejects(client.edits([id]), { code: "unknown-fix" });
});

const blocked = {
  "no worker given": undefined,
  "a policy that throws": () => {
    throw new DOMException("blocked", "SecurityError");
  },
  "a script that does not load": () => new BrowserWorker("throw new Error('blocked')"),
};
for (const [name, worker] of Object.entries(blocked)) {
  test(`${name}: the page serves, and says so`, async () => {
    const client = open({ worker });
    assert.equal(client.servedBy, undefined);
    await client.ready;
    assert.equal(client.servedBy, "page");
    assert.equal((await client.check(gappy)).version, 1);
  });
}

test("a core that cannot be loaded is an error of every call", async () => {
  const client = open({ wasm: new Uint8Array(8) });
  await assert.rejects(client.ready, { code: "not-loaded" });
  await assert.rejects(client.check(gappy), { code: "not-loaded" });
});

test("a closed client says so, ends its worker, and waits for nothing", async () => {
  const client = open();
  await client.ready;
  const alive = BrowserWorker.alive;
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const before = timers();
  const call = client.check(gappy);
  await new Promise((resolve) => setTimeout(resolve)); // until the worker has been asked
  client.close();
  await assert.rejects(call, { code: "closed" });
  await assert.rejects(client.check(gappy), { code: "closed" });
  assert.equal(BrowserWorker.alive, alive - 1);
  assert.equal(timers(), before);
});
