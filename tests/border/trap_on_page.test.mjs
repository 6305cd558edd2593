// Where no worker can be ended, a trap leaves the page a core with a fresh memory. In a file of its own, because there is
// one core a thread.

import assert from "node:assert/strict";
import { test } from "node:test";
import { crampedCore, createClient } from "./browser_worker.mjs";

const annotated = "同志们：\n我们(mén)要珍惜每一天，把(bǎ)事办好(hǎo)。\n谢谢大家！";

test("the page's own core survives a trap, with new fix ids", async () => {
  const client = createClient({ wasm: await crampedCore() });
  const idOf = (report) => report.diagnostics.flatMap((diagnostic) => diagnostic.fixes ?? [])[0].id;
  const id = idOf(await client.check(annotated));
  await assert.rejects(client.check("我们要把工作做实、做细、做好，".repeat(200_000)), { code: "core-failed" });
  assert.notEqual(idOf(await client.check(annotated)), id);
  await assert.rejects(client.edits([id]), { code: "unknown-fix" });
});
