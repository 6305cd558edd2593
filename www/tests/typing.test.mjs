// The check follows the typing: at once, never in the middle of a composition, never from an older text.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { changed, checked, editor, finding, open, paste, report, rows, start, text } from "./browser.mjs";

const draft = "在座谈会上的发言\n各位同事：\n大家好！\n一、守住底线\n把账算清楚。\n二、抓好落实\n把事办扎实。\n谢谢大家！\n";

describe("typing", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("a typed heading appears in the outline", async () => {
    const { page, close } = await open(site);
    await paste(page, draft);
    assert.ok((await rows(page).allInnerTexts()).some((row) => row.startsWith("二、")));
    const before = await rows(page).count();
    await page.getByText("把事办扎实。", { exact: true }).click();
    await page.keyboard.press("End");
    await page.keyboard.type("\n三、强化监督\n谁的责任谁来担。");
    await checked(page);
    assert.equal(await rows(page).count(), before + 1);
    assert.ok((await text(page)).includes("三、强化监督"));
    await close();
  });

  test("a text pasted over the untouched sample takes its place, and undo brings the sample back", async () => {
    const { page, close } = await open(site);
    const sample = await text(page);
    await editor(page).focus();
    await editor(page).evaluate((element, words) => {
      const data = new DataTransfer();
      data.setData("text/plain", words);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
    }, draft);
    assert.equal(await text(page), draft);
    await page.keyboard.press("Control+z");
    assert.equal(await text(page), sample);
    await close();
  });

  test("nothing is checked while an input method composes", async () => {
    const { page, close } = await open(site);
    await paste(page, draft);
    await page.evaluate(() => {
      globalThis.reports = 0;
      document.addEventListener("report", () => (globalThis.reports += 1));
    });
    const protocol = await page.context().newCDPSession(page);
    await page.keyboard.press("Control+End");
    for (const words of ["s", "si", "sī、"]) {
      await protocol.send("Input.imeSetComposition", { text: words, selectionStart: words.length, selectionEnd: words.length });
      await page.waitForTimeout(60);
    }
    assert.equal(await page.evaluate(() => globalThis.reports), 0);
    await protocol.send("Input.insertText", { text: "三、收好尾" });
    await checked(page);
    assert.ok((await page.evaluate(() => globalThis.reports)) >= 1);
    assert.ok((await rows(page).allInnerTexts()).some((row) => row.startsWith("三、")));
    await close();
  });

  test("the report delivered last is of the text that stands there", async () => {
    const { page, close } = await open(site);
    await paste(page, draft.repeat(200));
    await page.keyboard.press("Control+End");
    for (const key of "一二三四五六七八九十") await page.keyboard.type(key);
    await checked(page);
    const words = await text(page);
    assert.equal((await report(page)).source.lines >= words.split("\n").length - 1, true);
    assert.ok(words.endsWith("一二三四五六七八九十"));
    await close();
  });

  test("a fix still fits after typing elsewhere", async () => {
    const { page, close } = await open(site);
    const original = await text(page);
    await editor(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("（完）");
    await changed(page, () => finding(page, "count-mismatch").locator(".fix").first().click());
    const repaired = await text(page);
    assert.ok(repaired.endsWith("（完）"));
    assert.ok(!repaired.includes("我讲三点意见"));
    await page.keyboard.press("Control+z");
    assert.equal(await text(page), `${original}（完）`);
    await close();
  });
});
