// Texts that nobody writes but somebody pastes: the page stays alive and the text stays there.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { checked, editor, open, paste, start, text } from "./browser.mjs";

const inputs = [
  ["one character", "一"],
  ["NUL bytes", "同志们：\n一、开头\u0000\u0000\n二、结尾\u0000"],
  ["lone surrogates", "同志们：\n一、\ud83d开头\n二、结尾\udc00\n"],
  ["markup", "<img src=x onerror=alert(1)>讲话\n同志们：\n一、<script>alert(1)</script>\n三、<b>粗</b>\n"],
  ["100 000 lines of 一、", "一、\n".repeat(100_000)],
  ["a single line of 5 MB", "一、这一行没有尽头，".repeat(550_000).slice(0, 5 * 1024 * 1024)],
];

describe("bad input", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  for (const [name, words] of inputs) {
    test(name, { timeout: 120_000 }, async () => {
      const { page, record, close } = await open(site);
      const begun = performance.now();
      await paste(page, words);
      console.log(`    ${name}: pasted, checked and drawn in ${Math.round(performance.now() - begun)} ms`);
      assert.ok(await page.locator("speech-structure-checker").evaluate((checker, given) => checker.value === given, words));
      // Asked within the page: carrying 50 MB of report over to here takes minutes.
      assert.ok(await page.locator("speech-structure-checker").evaluate((checker) => checker.report?.version === 1));
      assert.equal(await page.getByRole("alert").count(), 0);
      await editor(page).focus();
      await page.keyboard.press("Control+Home");
      await page.keyboard.type("活");
      await checked(page);
      assert.ok(await page.locator("speech-structure-checker").evaluate((checker) => checker.value.startsWith("活")));
      assert.deepEqual(record.errors, []);
      await close();
    });
  }

  test("no text at all", async () => {
    const { page, record, close } = await open(site);
    await page.getByRole("button", { name: "清空" }).click();
    await checked(page);
    assert.equal(await text(page), "");
    assert.match(await page.locator("speech-outline .empty").innerText(), /还没有提纲/);
    assert.match(await page.locator("speech-findings .empty").innerText(), /还没有文字/);
    assert.deepEqual(record.errors, []);
    await close();
  });
});
