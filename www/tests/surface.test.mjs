// The working surface for everyone: axe in the states it adds, keyboard only, markup in every place that shows text.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { accessibility, checked, editor, finding, findings, open, paste, report, rows, start, text } from "./browser.mjs";
import { compilation, hostile } from "./samples.mjs";

const named = (page, name) => page.getByRole("button", { name, exact: true });

describe("the working surface for everyone", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1440, 390]) {
      test(`axe finds nothing in its states (${colorScheme}, ${width} px)`, { timeout: 180_000 }, async () => {
        const { page, close } = await open(site, { colorScheme, viewport: { width, height: 900 } });
        const view = async (index) => width === 390 && page.locator(".views button").nth(index).click();
        const clean = async (state) => assert.deepEqual(await accessibility(page), [], state);
        await paste(page, compilation);
        await editor(page).focus();
        await page.keyboard.press("F8");
        await page.keyboard.press("Alt+Enter");
        await clean("said at the caret");
        await page.keyboard.press("Escape");
        await view(1);
        await named(page, "各部分用时").click();
        await page.getByRole("checkbox", { name: "段内分列" }).check();
        await page.getByRole("searchbox").fill("一");
        await page.locator("speech-outline .opener").click();
        await page.getByRole("slider").focus();
        await page.keyboard.press("ArrowRight");
        await clean("times, filter, items");
        await page.locator("speech-outline .opener").click();
        await clean("menu");
        await page.keyboard.press("Escape");
        await view(2);
        await named(page, "按类别").click();
        await finding(page, "numbering-gap").getByRole("button", { name: "更多" }).click();
        await clean("by kind, details");
        await finding(page, "numbering-gap").locator(".silence").click();
        await checked(page);
        await page.locator(".silenced summary").click();
        await clean("silenced");
        await named(page, "一键修改").click();
        await page.locator("speech-changes dialog[open]").waitFor();
        await clean("diff preview");
        await page.keyboard.press("Escape");
        await page.locator(".group").getByRole("button", { name: "为什么" }).first().click();
        await page.locator("speech-rule dialog[open]").waitFor();
        await clean("rule");
        await page.keyboard.press("Escape");
        await named(page, "导出").click();
        await page.locator("speech-export dialog[open]").waitFor();
        await clean("export");
        await close();
      });
    }
  }

  test("keyboard only: a preview of all that is safe, agreed to, and the archive saved", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.textContent?.trim() ?? "";
      });
    const tabTo = async (wanted, key = "Tab") => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press(key);
        if ((await focused()).startsWith(wanted)) return;
      }
      assert.fail(`${key} does not reach ${wanted}`);
    };
    await tabTo("一键修改");
    await page.keyboard.press("Enter");
    await page.locator("speech-changes dialog[open]").waitFor();
    await tabTo("修改 ");
    await page.keyboard.press("Enter");
    await checked(page);
    assert.ok(!(await text(page)).includes(","));
    await tabTo("导出", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.locator("speech-export dialog[open]").waitFor();
    await tabTo("全部下载");
    const download = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    assert.ok((await readFile(await (await download).path())).length > 200);
    await page.keyboard.press("Escape");
    assert.equal(await focused(), "导出");
    await close();
  });

  test("markup in the text is text in every place that shows it", async () => {
    const { page, record, close } = await open(site);
    await page.exposeFunction("hit", () => record.errors.push("hit"));
    await paste(page, hostile);
    const { speeches, diagnostics } = await report(page);
    assert.ok(speeches.length === 2 && diagnostics.length > 3);
    const alien = () =>
      page.evaluate(() => {
        const all = (root) => [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
        return all(document)
          .filter((element) => element.matches("[onerror], [onload], [onclick], iframe, a[href^=javascript]") || (element.matches("img") && !element.matches(".cm-widgetBuffer")) || (element.matches("script") && !element.src))
          .map((element) => element.outerHTML.slice(0, 80));
      });
    const inert = async (state) => assert.deepEqual(await alien(), [], state);
    await page.getByRole("checkbox", { name: "段内分列" }).check();
    assert.ok((await rows(page).allInnerTexts()).some((row) => row.includes("<script>hit()</script>堤坝")));
    await page.getByRole("searchbox").fill("<script>");
    await inert("outline");
    await page.getByRole("searchbox").fill("");
    await named(page, "各部分用时").click();
    await page.getByRole("slider").focus();
    for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press("ArrowRight");
    await inert("map");
    await editor(page).focus();
    for (let step = 0; step < diagnostics.length; step += 1) {
      await page.keyboard.press("F8");
      await inert(`F8 ${step}`);
    }
    await named(page, "按类别").click();
    for (let index = 0; index < (await findings(page).count()); index += 1) {
      const item = findings(page).nth(index);
      await item.locator(".open").click();
      if ((await item.getByRole("button", { name: "先看改动" }).count()) === 0) continue;
      await item.getByRole("button", { name: "先看改动" }).click();
      await page.locator("speech-changes dialog[open]").waitFor();
      await inert("changes");
      await page.keyboard.press("Escape");
    }
    await findings(page).last().locator(".silence").click();
    await checked(page);
    await page.locator(".silenced summary").click();
    await inert("silenced");
    await named(page, "导出").click();
    await page.locator("speech-export dialog[open]").waitFor();
    await inert("export");
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await inert("paper");
    assert.equal(await page.title(), "讲话稿结构检查");
    assert.deepEqual(record, { requests: [], violations: [], errors: [] });
    await close();
  });
});
