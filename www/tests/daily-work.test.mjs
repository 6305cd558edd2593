// What happens in an office every day: files dropped beside the text, a key pressed by habit, a notice that is answered late,
// another's contrast. Nothing may be lost, nothing may lead astray, and the focus never falls to the top of the page.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { changed, checked, drop, editor, finding, findings, open, paste, rows, start, text } from "./browser.mjs";
import { compilation } from "./samples.mjs";

const short = "在班前会上的讲话\n同志们：\n一、查设备\n查仔细。\n三、查人员\n查到位。\n谢谢大家！\n";

/** What has the focus, through all shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element.localName}.${element.className}`;
  });

/** Drags files over a place of the page and drops them there; true where the page has taken them. */
const dropOn = (page, place, ...files) =>
  page.locator(place).first().evaluate((element, files) => {
    const data = new DataTransfer();
    for (const [name, content] of files) data.items.add(new File([content], name));
    const told = ["dragover", "drop"].map((kind) => new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    return told.map((event) => !element.dispatchEvent(event)).every(Boolean);
  }, files);

describe("daily work", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("a file that is dropped beside the text is opened, and does not take the place of the page", async () => {
    const { page, close } = await open(site);
    assert.ok(await dropOn(page, "body > header h1", ["甲.txt", short]));
    await page.locator(".file-name", { hasText: "甲.txt" }).waitFor();
    assert.ok(await dropOn(page, "body > header h1", ["甲.txt", short], ["乙.txt", short]));
    await page.locator("speech-files .told", { hasText: "检查完毕" }).waitFor();
    assert.ok(await dropOn(page, "speech-files table", ["丙.txt", short]));
    await page.locator(".file-name", { hasText: "丙.txt" }).waitFor();
    await close();
  });

  test("the sign to drop here goes when the file is carried out of the text", async () => {
    const { page, close } = await open(site);
    const carry = (kind, to) =>
      editor(page).evaluate(
        (element, { kind, to }) => {
          const data = new DataTransfer();
          data.items.add(new File(["好"], "甲.txt"));
          const relatedTarget = to ? document.querySelector(to) : null;
          element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, relatedTarget, bubbles: true, cancelable: true, composed: true }));
        },
        { kind, to },
      );
    await carry("dragover");
    await page.locator(".drop").waitFor();
    await carry("dragleave", "body > header");
    await page.locator(".drop").waitFor({ state: "detached" });
    await close();
  });

  test("a file's name cannot turn a sentence around", async () => {
    const { page, close } = await open(site);
    await drop(page, "定稿\u202etxt.\u2066exe\u200b.txt", Buffer.from(short));
    await page.locator(".file-name").waitFor();
    assert.equal(await page.locator(".file-name").innerText(), "定稿txt.exe.txt");
    assert.match(await page.locator(".notice").innerText(), /已打开“定稿txt\.exe\.txt”/);
    await close();
  });

  test("after the next key a notice no longer offers to undo: its button would undo the wrong change", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    await changed(page, () => page.getByRole("button", { name: "清空" }).click());
    await page.locator(".notice", { hasText: "已清空" }).waitFor();
    await page.keyboard.type("重写");
    await page.locator(".notice").waitFor({ state: "detached" });
    await close();
  });

  test("Ctrl+S saves the open file; without one it offers what can be saved, and never the browser's copy of the page", async () => {
    const { page, close } = await open(site);
    await editor(page).focus();
    await page.keyboard.press("Control+s");
    await page.locator("speech-export dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await drop(page, "甲.txt", Buffer.from(short));
    await page.locator(".file-name").waitFor();
    const download = page.waitForEvent("download");
    await page.keyboard.press("Control+s");
    assert.equal((await download).suggestedFilename(), "甲.txt");
    await close();
  });

  test("F8 leads to the first finding before anything has the focus", async () => {
    const { page, close } = await open(site);
    assert.match(await focused(page), /^body/);
    await page.keyboard.press("F8");
    await page.locator("li.finding[aria-current]").waitFor();
    assert.match(await focused(page), /cm-content/);
    await close();
  });

  test("the focus stays near when what had it is gone: silencing, restoring, the table of files and back", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const count = await findings(page).count();
    await finding(page, "numbering-gap").locator(".open").click();
    await finding(page, "numbering-gap").locator(".silence").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction((before) => document.querySelector("speech-structure-checker").report.diagnostics.length === before - 1, count);
    await checked(page);
    assert.match(await focused(page), /message/);
    await page.locator("speech-findings .silenced summary").click();
    await page.locator("speech-findings .silenced button").first().focus();
    await page.keyboard.press("Enter");
    await finding(page, "numbering-gap").waitFor();
    await checked(page);
    assert.match(await focused(page), /message/);

    await dropOn(page, "body > header h1", ["甲.txt", short], ["乙.txt", short]);
    await page.locator("speech-files .told", { hasText: "检查完毕" }).waitFor();
    assert.match(await focused(page), /^h2/);
    await page.locator("speech-files .name").nth(1).focus();
    await page.keyboard.press("Enter");
    await page.locator(".file-name", { hasText: "乙.txt" }).waitFor();
    assert.match(await focused(page), /cm-content/);
    await page.getByRole("button", { name: /多个文件/ }).click();
    assert.match(await focused(page), /name/);
    assert.equal(await page.evaluate(() => document.querySelector("speech-files").shadowRoot.activeElement.textContent), "乙.txt");
    await page.getByRole("button", { name: "回到正文" }).click();
    assert.match(await focused(page), /cm-content/);
    await close();
  });

  test("below the last line one still writes in the last section", async () => {
    const { page, close } = await open(site);
    await paste(page, short);
    await editor(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await checked(page);
    assert.match(await page.locator("speech-outline [aria-current]").innerText(), /查人员|讲话/);
    await close();
  });

  test("the time says at which rate it is counted, as the settings have it; a figure that was refused is not shown again", async () => {
    const { page, close } = await open(site);
    const rate = page.locator("speech-settings input[type=number]").first();
    const settings = page.getByRole("button", { name: "设置", exact: true });
    await settings.click();
    await rate.fill("180");
    await rate.press("Tab");
    await checked(page);
    assert.match(await page.locator(".summary li[title]").getAttribute("title"), /180/);
    await rate.fill("5");
    await rate.press("Tab");
    await page.locator("speech-settings .leave").click();
    await settings.click();
    assert.equal(await rate.inputValue(), "180");
    await close();
  });

  test("where the system paints the colours, what is chosen and what is current is still told", async () => {
    const { page, close } = await open(site, { forcedColors: "active" });
    await page.keyboard.press("F8");
    await page.locator("li.finding[aria-current]").waitFor();
    const background = (choice) => choice.evaluate((element) => getComputedStyle(element).backgroundColor);
    for (const group of ["body > header .languages", "speech-findings .severities"]) {
      const choices = page.locator(`${group} button`);
      assert.notEqual(await background(choices.nth(0)), await background(choices.nth(1)), group);
    }
    for (const current of ["li.finding[aria-current]", "speech-outline [aria-current]"]) {
      assert.notEqual(await page.locator(current).first().evaluate((element) => getComputedStyle(element).outlineStyle), "none", current);
    }
    await close();
  });

  test("the head is one row in every language, at the widths of desks and notebooks", async () => {
    for (const lang of ["zh-Hans", "zh-Hant", "en"]) {
      const { page, close } = await open(site, { query: `?lang=${lang}` });
      for (const width of [1920, 1600, 1440, 1366, 1280, 1024]) {
        await page.setViewportSize({ width, height: 800 });
        const height = await page.locator("body > header").evaluate((header) => header.offsetHeight);
        assert.ok(height < 60, `${lang} at ${width}: ${height}`);
      }
      await close();
    }
  });

  test("the text stays where it is when the language is changed", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    await page.locator("speech-findings .message").nth(2).click();
    const scrolled = () => page.locator("speech-structure-checker .cm-scroller").evaluate((scroller) => scroller.scrollTop);
    await page.waitForFunction(() => document.querySelector("speech-structure-checker").shadowRoot.querySelector(".cm-scroller").scrollTop > 0);
    await checked(page);
    const before = await scrolled();
    for (const name of ["English", "繁體", "简体"]) {
      await page.getByRole("button", { name }).click();
      await checked(page);
      assert.equal(await scrolled(), before, name);
    }
    await close();
  });

  test("on a low screen, and at 200 % on a small notebook, nothing is cut off", async () => {
    for (const viewport of [{ width: 640, height: 360 }, { width: 844, height: 390 }]) {
      const { page, close } = await open(site, { viewport });
      await page.locator(".views button").nth(2).click();
      await page.locator("speech-findings .message").last().scrollIntoViewIfNeeded();
      const bottom = await page.locator("speech-findings .message").last().evaluate((element) => element.getBoundingClientRect().bottom);
      const lowest = await page.locator("speech-structure-checker").evaluate((checker) => checker.getBoundingClientRect().bottom);
      assert.ok(Math.max(bottom, lowest) <= viewport.height, `${bottom}, ${lowest} in ${JSON.stringify(viewport)}`);
      await close();
    }
  });

  test("a folder without drafts is told, not passed over", async () => {
    const { page, close } = await open(site);
    await page.locator("speech-structure-checker").evaluate((checker) => checker.take([]));
    await page.locator(".notice", { hasText: "没有能读的文件" }).waitFor();
    assert.ok((await rows(page).count()) > 3);
    assert.ok((await text(page)).length > 100);
    await close();
  });
});
