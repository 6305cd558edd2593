// From the sample to a repaired text: what a writer does first.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { caretLine, changed, checked, current, editor, finding, findings, open, report, rows, start, text } from "./browser.mjs";

describe("the main path", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("the sample is checked: outline, findings and counts are shown", async () => {
    const { page, close } = await open(site);
    const outline = await rows(page).allInnerTexts();
    assert.match(outline[0], /森林防火/);
    assert.ok(outline.some((row) => row.includes("五、")), outline.join("|"));
    const codes = (await report(page)).diagnostics.map(({ code }) => code);
    for (const code of ["numbering-gap", "count-mismatch", "unbalanced-pair"]) assert.ok(codes.includes(code), `${code} in ${codes}`);
    assert.equal(await findings(page).count(), codes.length);
    assert.match(await page.locator(".summary").innerText(), /1 篇讲话[^]*个标题[^]*字[^]*分钟[^]*处错误/);
    assert.ok((await page.locator(".finding-error").count()) > 0);
    await close();
  });

  test("a click on a heading moves the editor there, and the caret marks its section", async () => {
    const { page, close } = await open(site);
    await rows(page).filter({ hasText: "三、" }).click();
    const lineOf = async (marker) => (await text(page)).split("\n").findIndex((words) => words.startsWith(marker)) + 1;
    await current(page, /^三、/);
    assert.equal(await caretLine(page), await lineOf("三、"));
    assert.ok(await editor(page).evaluate((element) => element.getRootNode().activeElement === element));
    // How many lines a paragraph wraps to depends on the fonts of the machine.
    const target = await lineOf("五、");
    for (let presses = 0; presses < 20 && (await caretLine(page)) < target; presses += 1) await page.keyboard.press("ArrowDown");
    assert.equal(await caretLine(page), target);
    await current(page, /^五、/);
    await close();
  });

  test("a click on a finding selects its words", async () => {
    const { page, close } = await open(site);
    await finding(page, "count-mismatch").locator(".message").click();
    const { span } = (await report(page)).diagnostics.find(({ code }) => code === "count-mismatch");
    const selected = await editor(page).evaluate(() => String(document.getSelection()) || "");
    assert.equal(await caretLine(page), span.line);
    assert.ok(selected === "" || (await text(page)).includes(selected));
    await close();
  });

  test("a fix is one step: applied by its button, its finding goes; undo restores the text exactly", async () => {
    const { page, close } = await open(site);
    const original = await text(page);
    const before = (await report(page)).diagnostics.length;
    await changed(page, () => finding(page, "count-mismatch").locator(".fix").first().click());
    const repaired = await text(page);
    assert.notEqual(repaired, original);
    const after = (await report(page)).diagnostics;
    assert.ok(!after.some(({ code }) => code === "count-mismatch"));
    assert.ok(after.length < before);
    await editor(page).focus();
    await page.keyboard.press("Control+z");
    assert.equal(await text(page), original);
    await page.keyboard.press("Control+Shift+z");
    assert.equal(await text(page), repaired);
    await page.getByRole("button", { name: "撤销" }).first().click();
    assert.equal(await text(page), original);
    await close();
  });

  test("every fix of the sample removes its finding and can be undone", async () => {
    const { page, close } = await open(site);
    const original = await text(page);
    const offers = (await report(page)).diagnostics.filter(({ fixes }) => fixes?.length);
    for (const { id, fixes } of offers) {
      const item = page.locator(`speech-findings li.finding:has([data-id="${id}"])`);
      for (let fix = 0; fix < fixes.length; fix += 1) {
        await changed(page, () => item.locator(".fix").nth(fix).click());
        assert.ok(!(await report(page)).diagnostics.some((other) => other.id === id), `${id}: ${fixes[fix].title}`);
        await page.keyboard.press("Control+z");
        await checked(page);
        assert.equal(await text(page), original);
      }
    }
    await close();
  });

  test("sections fold, in the outline and in the text", async () => {
    const { page, close } = await open(site);
    const all = await rows(page).count();
    await rows(page).first().locator(".fold").click();
    assert.equal(await rows(page).count(), 1);
    await rows(page).first().locator(".fold").click();
    assert.equal(await rows(page).count(), all);
    await page.locator(".fold-open").first().click();
    assert.equal(await page.locator(".cm-foldPlaceholder").count(), 1);
    assert.ok((await text(page)).includes("谢谢大家"));
    await close();
  });

  test("F8 and Shift-F8 step through the findings", async () => {
    const { page, close } = await open(site);
    const lines = [...new Set((await report(page)).diagnostics.map(({ span }) => span.line))].sort((a, b) => a - b);
    await editor(page).focus();
    const visited = [];
    for (let step = 0; step < (await report(page)).diagnostics.length; step += 1) {
      await page.keyboard.press("F8");
      visited.push(await caretLine(page));
    }
    assert.deepEqual([...new Set(visited)].sort((a, b) => a - b), lines);
    const last = visited.at(-1);
    await page.keyboard.press("Shift+F8");
    await page.keyboard.press("F8");
    assert.equal(await caretLine(page), last);
    assert.equal(await page.locator('speech-findings li[aria-current="true"]').count(), 1);
    await close();
  });
});
