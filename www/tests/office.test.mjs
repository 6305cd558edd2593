// Word files and web pages: opened, saved as text, pasted with their numbers; what Word numbers is changed in Word.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFile } from "node:fs/promises";
import { checked, drop, editor, finding, open, paste, rows, start, text } from "./browser.mjs";

const office = (name) => readFile(new URL(`../../tests/office/${name}`, import.meta.url));

/** Pastes what a program has put into the clipboard in several flavours. */
async function pasteFlavours(page, flavours) {
  await editor(page).focus();
  await editor(page).evaluate((element, given) => {
    const data = new DataTransfer();
    for (const [kind, words] of Object.entries(given)) data.setData(kind, words);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
  }, flavours);
}

const became = (page, words) => page.waitForFunction((expected) => document.querySelector("speech-structure-checker").value === expected, words);

async function saved(page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "存为文本" }).click();
  const file = await download;
  return { name: file.suggestedFilename(), words: await readFile(await file.path(), "utf8") };
}

describe("Word files and web pages", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("a Word file shows with its numbers and its kind, and is saved as text", async () => {
    const { page, record, close } = await open(site);
    const words = (await office("draft.txt")).toString();
    await drop(page, "年度讲话.docx", await office("draft.docx"));
    await page.locator(".file").waitFor();
    await checked(page);
    assert.equal(await text(page), words);
    assert.match(await page.locator(".file").innerText(), /年度讲话\.docx（Word 文档）/);
    assert.equal(await page.getByLabel("换一种编码打开").count(), 0);
    assert.match((await rows(page).allInnerTexts()).join(), /（一）看清成绩/);
    assert.deepEqual(await saved(page), { name: "年度讲话.txt", words });
    assert.deepEqual(record.violations, []);
    assert.deepEqual(record.errors, []);
    await close();
  });

  test("a web page shows what its reader sees, with its kind, and is saved as text", async () => {
    const { page, close } = await open(site);
    const source = "<!DOCTYPE html><meta charset=utf-8><title>题</title><script>alert(1)</script><h1>在表彰会上的致辞</h1><p>各位来宾：</p><ol style='list-style-type:cjk-ideographic'><li>感谢<li>希望</ol>";
    await drop(page, "致辞.html", Buffer.from(source));
    await page.locator(".file").waitFor();
    const words = "在表彰会上的致辞\n各位来宾：\n一、感谢\n二、希望\n";
    assert.equal(await text(page), words);
    assert.match(await page.locator(".file").innerText(), /致辞\.html（网页）/);
    assert.deepEqual(await saved(page), { name: "致辞.txt", words });
    await close();
  });

  test("a number that is not typed is advised about, until the writer edits it; undoing brings the advice back", async () => {
    const { page, close } = await open(site);
    const source = "<!DOCTYPE html><meta charset=utf-8><p>同志们：<p>下面，我讲两点意见。<ol style='list-style-type:cjk-ideographic'><li>抓学习<p>要认真学习。<li value=3>抓落实<p>要认真落实。</ol><p>谢谢大家！";
    await drop(page, "稿.html", Buffer.from(source));
    await page.locator(".file").waitFor();
    await checked(page);
    const gap = finding(page, "numbering-gap");
    await gap.locator(".advice").waitFor();
    assert.equal(await gap.locator("button.fix").count(), 0);
    assert.match(await gap.locator(".advice").innerText(), /自动生成的编号/);
    await editor(page).focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("前言\n");
    await checked(page);
    assert.equal(await gap.locator(".advice").count(), 1, "typing elsewhere changes nothing");
    await page.getByText("三、抓落实").last().click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Delete");
    await page.keyboard.type("五");
    await checked(page);
    assert.equal(await gap.locator("button.fix").count(), 1);
    for (let times = 0; times < 4 && !(await text(page)).includes("三、抓落实"); times += 1) await page.keyboard.press("Control+z");
    await checked(page);
    assert.equal(await gap.locator(".advice").count(), 1);
    await close();
  });

  test("a damaged Word file is refused by a sentence, and the text stays", async () => {
    const { page, close } = await open(site);
    await paste(page, "我的稿子，不能丢。");
    const bytes = await office("draft.docx");
    bytes.fill(0, 60, 400);
    await drop(page, "坏.docx", bytes);
    await page.getByRole("alert").waitFor();
    assert.match(await page.getByRole("alert").innerText(), /坏\.docx.*不完整/);
    assert.equal(await text(page), "我的稿子，不能丢。");
    await close();
  });

  test("what is pasted from Word, WPS or a list of the web has each number once, in one step of undo", async () => {
    const { page, record, close } = await open(site);
    await paste(page, "开头。");
    const word = "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>抓落实</p><p>正文。</p>";
    await page.keyboard.press("Control+End");
    await pasteFlavours(page, { "text/html": word, "text/plain": "抓落实\r\n正文。" });
    await became(page, "开头。一、抓落实\n正文。");
    await page.keyboard.type("完");
    assert.equal(await text(page), "开头。一、抓落实\n正文。完");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.equal(await text(page), "开头。");
    await pasteFlavours(page, { "text/html": "<ol start=3><li>甲<li>乙</ol>", "text/plain": "甲\n乙" });
    await became(page, "开头。3. 甲\n4. 乙");
    assert.deepEqual(record.errors, []);
    await close();
  });

  test("other pastes are plain text, as ever", async () => {
    const { page, close } = await open(site);
    await paste(page, "开头。");
    await page.keyboard.press("Control+End");
    await pasteFlavours(page, { "text/html": "<b>网页</b><p hidden>藏</p>", "text/plain": "纯文本" });
    await became(page, "开头。纯文本");
    await pasteFlavours(page, { "text/html": "<p>只有<ruby>网<rt>wǎng</rt></ruby>页</p>" });
    await became(page, "开头。纯文本只有网页");
    await close();
  });
});
