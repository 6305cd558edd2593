// Three languages, small screens, keyboard only, assistive technology, strict policies.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { accessibility, caretLine, changed, checked, editor, finding, findings, open, paste, report, rows, start, text } from "./browser.mjs";

describe("the page for everyone", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("speaks simplified Chinese first, traditional and English on demand, findings included", async () => {
    const { page, close } = await open(site);
    assert.equal(await page.getByText("文字不出本页").isVisible(), true);
    const words = await text(page);
    const simplified = await findings(page).first().innerText();
    await page.getByRole("button", { name: "繁體" }).click();
    await checked(page);
    assert.equal(await page.title(), "講話稿結構檢查");
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hant");
    const traditional = await findings(page).first().innerText();
    await page.getByRole("button", { name: "English" }).click();
    await checked(page);
    assert.ok(await page.getByRole("button", { name: "Open file" }).isVisible());
    const english = await findings(page).first().innerText();
    assert.equal(new Set([simplified, traditional, english]).size, 3);
    assert.equal(await text(page), words);
    await close();
  });

  test("a browser set to Taiwan's Chinese gets traditional characters", async () => {
    const { page, close } = await open(site, { locale: "zh-TW" });
    assert.equal(await page.title(), "講話稿結構檢查");
    assert.match(await text(page), /講話/);
    await close();
  });

  for (const width of [390, 320]) {
    test(`nothing overflows at ${width} px`, async () => {
      for (const query of ["", "?lang=en"]) {
        const { page, close } = await open(site, { viewport: { width, height: 844 }, hasTouch: true, query });
        for (const view of [0, 1, 2]) {
          await page.locator(".views button").nth(view).click();
          const wide = await page.evaluate((limit) => {
            const all = (root) => [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
            return all(document.body)
              .filter((element) => element.getBoundingClientRect().right > limit + 0.5 && !element.closest(".cm-layer, .hidden"))
              .map((element) => `${element.tagName}.${element.className}`);
          }, width);
          assert.deepEqual(wide, [], `view ${view} ${query}`);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        }
        await close();
      }
    });
  }

  for (const colorScheme of ["light", "dark"]) {
    test(`at 390 px the head is one row; its menu serves keyboard and screen reader (${colorScheme})`, async () => {
      const { page, close } = await open(site, { viewport: { width: 390, height: 844 }, colorScheme });
      const head = page.locator("body > header");
      assert.ok((await head.boundingBox()).height < 48, "one row");
      await head.getByRole("button", { name: "菜单" }).focus();
      await page.keyboard.press("Enter");
      assert.deepEqual(await accessibility(page), [], "menu");
      for (const button of await head.locator("speech-menu > button").all()) {
        const { x, width } = await button.boundingBox();
        assert.ok(x >= 0 && x + width <= 390, await button.innerText());
      }
      await page.keyboard.press("Escape");
      assert.equal(await head.getByRole("button", { name: "设置" }).count(), 0, "Escape closes it");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator("speech-settings dialog[open]").waitFor();
      await page.keyboard.press("Escape");
      await head.getByRole("button", { name: "菜单" }).click();
      await head.getByRole("button", { name: "繁體中文" }).click();
      await checked(page);
      assert.equal(await page.title(), "講話稿結構檢查");
      await close();
    });
  }

  test("at 390 px a heading leads from the outline to its line in the text", async () => {
    const { page, close } = await open(site, { viewport: { width: 390, height: 844 } });
    await page.getByRole("button", { name: "提纲" }).click();
    await rows(page).filter({ hasText: "五、" }).click();
    assert.ok(await editor(page).isVisible());
    const line = (await text(page)).split("\n").findIndex((words) => words.startsWith("五、")) + 1;
    assert.equal(await caretLine(page), line);
    await close();
  });

  test("keyboard only: from the outline to a heading, from a finding to its fix, and back", async () => {
    const { page, close } = await open(site);
    const original = await text(page);
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element ? `${element.tagName} ${element.className} ${element.getAttribute("role") ?? ""}` : "";
      });
    const tabTo = async (wanted) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press("Tab");
        if ((await focused()).includes(wanted)) return;
      }
      assert.fail(`Tab does not reach ${wanted}`);
    };
    await tabTo("cm-content");
    await tabTo("treeitem");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    assert.match(await focused(), /cm-content/);
    assert.match(await page.locator('speech-outline [aria-current="location"]').innerText(), /^五、/);
    await tabTo("message");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await tabTo("fix");
    const before = (await report(page)).diagnostics.length;
    await page.keyboard.press("Enter");
    await checked(page);
    assert.ok((await report(page)).diagnostics.length < before);
    assert.match(await focused(), /message|H2/);
    await page.keyboard.press("Control+z");
    assert.equal(await text(page), original);
    await close();
  });

  test("keyboard only: a draft is pasted, a finding gone to and repaired, and the text saved", async () => {
    const { page, close } = await open(site);
    const draft = "在护林会上的讲话\n同志们：\n一、防火\n秋天草干，进山不带火。\n三、防虫\n松毛虫要早治。\n谢谢大家！";
    await page.evaluate((words) => navigator.clipboard.writeText(words), draft);
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return `${element?.className} ${element?.textContent?.trim().slice(0, 40)}`;
      });
    const tabTo = async (wanted, key = "Tab") => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press(key);
        if (wanted.test(await focused())) return;
      }
      assert.fail(`${key} does not reach ${wanted}`);
    };
    await tabTo(/cm-content/);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+v");
    await checked(page);
    assert.equal(await text(page), draft);
    await page.keyboard.press("F8");
    await page.keyboard.press("Control+Home");
    while (!(await page.locator('speech-findings li[data-code="numbering-gap"][aria-current="true"]').count())) await page.keyboard.press("F8");
    await page.keyboard.press("Alt+Enter");
    await tabTo(/fix/);
    await changed(page, () => page.keyboard.press("Enter"));
    assert.ok((await text(page)).includes("二、防虫"));
    await tabTo(/导出/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.locator("speech-export dialog[open]").waitFor();
    await tabTo(/ 下载/);
    const download = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const saved = await readFile(await (await download).path(), "utf8");
    assert.ok(saved.includes("二、防虫") && !saved.includes("三、"), saved);
    await page.keyboard.press("Escape");
    assert.match(await focused(), /导出/);
    await close();
  });

  test("keyboard only: a file is opened, repaired, and saved under its name", async () => {
    const { page, close } = await open(site);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "打开文件" }).focus();
    await page.keyboard.press("Enter");
    await (await chooser).setFiles({ name: "护林.txt", mimeType: "text/plain", buffer: Buffer.from("在护林会上的讲话\n同志们：\n一、防火\n进山不带火。\n三、防虫\n要早治。\n谢谢大家！\n") });
    await page.locator(".file").waitFor();
    await checked(page);
    await finding(page, "numbering-gap").locator(".fix").first().focus();
    await changed(page, () => page.keyboard.press("Enter"));
    await page.getByRole("button", { name: "保存文件" }).focus();
    const download = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const file = await download;
    assert.equal(file.suggestedFilename(), "护林.txt");
    assert.ok((await readFile(await file.path(), "utf8")).includes("二、防虫"));
    await close();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing (${colorScheme})`, { timeout: 120_000 }, async () => {
      const { page, close } = await open(site, { colorScheme });
      assert.deepEqual(await accessibility(page), [], "sample");
      await editor(page).focus();
      await page.keyboard.press("F8");
      await page.keyboard.press("Control+f");
      assert.deepEqual(await accessibility(page), [], "a current finding, search");
      await changed(page, () => findings(page).locator(".fix").first().click());
      assert.deepEqual(await accessibility(page), [], "a notice");
      await page.getByRole("button", { name: "清空" }).click();
      await checked(page);
      assert.deepEqual(await accessibility(page), [], "empty");
      await close();
      const small = await open(site, { colorScheme, viewport: { width: 390, height: 844 } });
      for (const view of [0, 1, 2]) {
        await small.page.locator(".views button").nth(view).click();
        assert.deepEqual(await accessibility(small.page), [], `390 px, view ${view}`);
      }
      await small.close();
    });
  }

  test("no request after load, no breach of the policy, under a sub path", async () => {
    const { page, record, close } = await open(site);
    await paste(page, "讲话\n同志们：\n一、开头\n三、结尾\n谢谢大家！");
    await rows(page).first().click();
    await findings(page).first().locator(".message").click();
    await page.keyboard.press("F8");
    await page.keyboard.press("Control+f");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "English" }).click();
    await checked(page);
    await page.getByRole("button", { name: "Sample" }).click();
    await checked(page);
    await changed(page, () => page.locator("speech-findings .fix").first().click());
    assert.deepEqual(record, { requests: [], violations: [], errors: [] });
    await close();
  });
});
