// The outline: filter, problem marks, enumerations as leaves, copied and saved in three forms.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { current, editor, open, paste, report, rows, start } from "./browser.mjs";
import { compilation } from "./samples.mjs";

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

async function keep(page, label) {
  await page.locator("speech-outline speech-menu .opener").click();
  await page.locator("speech-outline speech-menu").getByRole("button", { name: label, exact: true }).click();
}

async function saved(page, label) {
  const download = page.waitForEvent("download");
  await keep(page, label);
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path(), "utf8") };
}

describe("the outline", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("the filter keeps what holds the words and what stands above it", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const all = await rows(page).count();
    await page.getByRole("searchbox", { name: "筛选标题" }).fill("出口");
    const kept = await rows(page).allInnerTexts();
    assert.equal(kept.length, 2);
    assert.match(kept[0], /消防演练/);
    assert.match(kept[1], /出口要认得准/);
    assert.equal(await page.locator("speech-outline mark").innerText(), "出口");
    await rows(page).nth(1).click();
    await current(page, /^一、出口/);
    await page.getByRole("searchbox", { name: "筛选标题" }).fill("没有这个");
    assert.match(await page.locator("speech-outline .empty").innerText(), /没有/);
    await page.getByRole("searchbox", { name: "筛选标题" }).fill("");
    assert.equal(await rows(page).count(), all);
    await close();
  });

  test("a node shows what was found in it, a folded one what it hides", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const gap = rows(page).filter({ hasText: "勤检查" });
    assert.equal(await gap.locator(".problems .mark.error").count(), 1);
    const own = Number((await rows(page).first().locator(".problems").innerText()).match(/\d+/)[0]);
    await rows(page).first().locator(".fold").click();
    const words = await rows(page).first().locator(".problems").getAttribute("title");
    const sum = words.match(/\d+/g).reduce((total, figure) => total + Number(figure), 0);
    const { diagnostics, speeches } = await report(page);
    assert.equal(sum, diagnostics.filter(({ span }) => span.start < speeches[1].span.start).length);
    assert.ok(sum > own);
    await close();
  });

  test("enumerations within paragraphs are leaves, when asked for", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const before = await rows(page).count();
    await page.getByRole("checkbox", { name: "段内分列" }).check();
    assert.equal(await rows(page).count(), before + 3);
    const item = rows(page).filter({ hasText: "向邻县借" });
    assert.equal(await item.getAttribute("aria-level"), "3");
    assert.equal(await item.getAttribute("aria-setsize"), "3");
    await item.click();
    await current(page, /^一、早动手/);
    await page.keyboard.type("（");
    assert.match(await page.locator(".cm-activeLine").innerText(), /（三是向邻县/);
    await page.getByRole("checkbox", { name: "段内分列" }).uncheck();
    await editor(page).focus();
    assert.equal(await rows(page).count(), before);
    await close();
  });

  test("it is copied and saved as text, Markdown and JSON", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    await keep(page, "复制为纯文本");
    await page.locator(".notice").waitFor();
    assert.match(await clipboard(page), /^在春季植树动员会上的讲话\n　　一、早动手，把苗木备足\n　　二、/);
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await keep(page, "复制为 Markdown");
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
    assert.match(await clipboard(page), /一、早动手，把苗木备足/);
    const plain = await saved(page, "保存为纯文本");
    assert.equal(plain.name, "在春季植树动员会上的讲话-提纲.txt");
    assert.match(plain.content, /^\ufeff在春季植树动员会上的讲话\r\n/);
    const markdown = await saved(page, "保存为 Markdown");
    assert.match(markdown.name, /\.md$/);
    const json = await saved(page, "保存为 JSON");
    const [first, second] = JSON.parse(json.content);
    assert.equal(first.title, "在春季植树动员会上的讲话");
    assert.deepEqual(first.outline.map(({ marker }) => marker), ["一、", "二、", "四、"]);
    assert.equal(second.outline[1].title, "东西要放得对");
    await close();
  });
});
