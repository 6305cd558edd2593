// The one HTML file, opened from the disk: the whole main path, in a worker, with no request and no breach of its policy.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { changed, checked, finding, open, paste, report, rows, start, text } from "./browser.mjs";

const www = fileURLToPath(new URL("../", import.meta.url));
const file = join(www, "../dist/speech-structure.html");
if (!existsSync(file)) execFileSync(process.execPath, [join(www, "package.mjs")], { stdio: "inherit" });

describe("the single file", () => {
  let site;
  before(async () => {
    site = await start();
    site.address = pathToFileURL(file).href;
  });
  after(() => site.close());

  test("opens by double click: outline, findings, a fix, undo; a worker does the work", async () => {
    const { page, record, close } = await open(site);
    assert.ok((await rows(page).count()) > 3);
    assert.equal(await page.locator("speech-structure-checker").evaluate((checker) => checker.client.servedBy), "worker");
    const original = await text(page);
    await changed(page, () => finding(page, "count-mismatch").locator(".fix").first().click());
    assert.notEqual(await text(page), original);
    await page.keyboard.press("Control+z");
    await paste(page, "会上的讲话\n同志们：\n一、<script>alert(1)</script>\n三、结尾\n谢谢大家！");
    assert.ok((await report(page)).diagnostics.some(({ code }) => code === "numbering-gap"));
    assert.equal(await page.locator("speech-outline script").count(), 0);
    assert.deepEqual(record, { requests: [], violations: [], errors: [] });
    await close();
  });

  test("many files are checked by a pool of its own workers", async () => {
    const { page, record, close } = await open(site);
    await page.locator("speech-structure-checker .cm-content").evaluate((element) => {
      const data = new DataTransfer();
      for (const name of ["甲.txt", "乙.txt"]) data.items.add(new File(["同志们：\n谢谢大家！\n"], name));
      element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    });
    await page.locator("speech-files .told", { hasText: "检查完毕" }).waitFor();
    assert.deepEqual(record, { requests: [], violations: [], errors: [] });
    await close();
  });

  test("its policy allows no connection and no inline script but its own", () => {
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(file, "utf8"));
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'none'/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.equal(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/.test(policy), false);
  });
});
