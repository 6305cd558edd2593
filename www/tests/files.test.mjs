// Files: opened by the button, dropped anywhere; what cannot be read leaves the text as it was.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFile } from "node:fs/promises";
import { changed, checked, drop, editor, finding, open, paste, rows, start, text } from "./browser.mjs";

const speech = "在表彰会上的致辞\r\n各位来宾：\r\n大家好！\r\n一、感谢\r\n谢谢各位。\r\n二、希望\r\n再接再厉。\r\n谢谢大家！\r\n";
const bytes = Buffer.from(speech);

/** A text as a file of another encoding holds it; the page's core writes it. */
async function encoded(page, words, encoding) {
  const bytes = await page.locator("speech-structure-checker").evaluate(
    async (checker, given) => [...(await checker.client.encode(given.words, given.encoding))],
    { words, encoding },
  );
  return Uint8Array.from(bytes);
}

describe("files", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("the button opens a file; undo brings the earlier text back", async () => {
    const { page, close } = await open(site);
    const sample = await text(page);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "打开文件" }).click();
    await (await chooser).setFiles({ name: "致辞.txt", mimeType: "text/plain", buffer: bytes });
    await page.locator(".notice").waitFor();
    await checked(page);
    assert.equal(await text(page), speech.replaceAll("\r\n", "\n"));
    assert.match((await rows(page).allInnerTexts())[0], /表彰会/);
    await page.keyboard.press("Control+z");
    assert.equal(await text(page), sample);
    await close();
  });

  test("undoing the opening of a file brings the earlier text's own name and file back, redoing the file's", async () => {
    const { page, close } = await open(site);
    const name = () => page.locator("speech-structure-checker").evaluate((checker) => checker.name);
    const shown = async () => {
      await page.locator("speech-structure-checker").evaluate((checker) => checker.updateComplete);
      return page.locator(".file-name").allInnerTexts();
    };
    const sample = await name();
    await changed(page, () => drop(page, "致辞.txt", bytes));
    await changed(page, () => drop(page, "贺词.txt", Buffer.from("在年会上的贺词\n各位同事：\n大家好！\n")));
    assert.deepEqual([await name(), ...(await shown())], ["贺词.txt", "贺词.txt"]);
    await changed(page, () => page.keyboard.press("Control+z"));
    assert.deepEqual([await name(), ...(await shown())], ["致辞.txt", "致辞.txt"]);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "保存文件" }).click();
    assert.deepEqual(await readFile(await (await download).path()), bytes, "with its own line breaks");
    await changed(page, () => page.keyboard.press("Control+z"));
    assert.deepEqual([await name(), ...(await shown())], [sample]);
    await changed(page, () => page.keyboard.press("Control+Shift+z"));
    assert.deepEqual([await name(), ...(await shown())], ["致辞.txt", "致辞.txt"]);
    await close();
  });

  test("a dropped file is opened, not inserted", async () => {
    const { page, close } = await open(site);
    await drop(page, "致辞.txt", bytes);
    await page.locator(".notice").waitFor();
    assert.equal(await text(page), speech.replaceAll("\r\n", "\n"));
    await close();
  });

  test("a file that is no text is refused by a sentence, and the text stays", async () => {
    const { page, close } = await open(site);
    await paste(page, "我的稿子，不能丢。");
    await drop(page, "<b>坏</b>.txt", Buffer.from("%PDF-1.7"));
    const problem = page.getByRole("alert");
    await problem.waitFor();
    assert.match(await problem.innerText(), /<b>坏<\/b>\.txt.*PDF/);
    assert.equal(await text(page), "我的稿子，不能丢。");
    await page.getByRole("button", { name: "知道了" }).click();
    assert.equal(await problem.count(), 0);
    await close();
  });


  test("a GBK file shows with its encoding named, and is saved back in it", async () => {
    const { page, record, close } = await open(site);
    const words = "在表彰会上的致辞\r\n各位来宾：\r\n大家好，今天的会议很重要。\r\n谢谢大家！\r\n";
    const content = await encoded(page, words, "GBK");
    assert.equal(content[0], 0xd4, "it is GBK");
    await drop(page, "致辞.txt", [...content, 0xff, 0x0d, 0x0a]);
    await page.locator(".notice").waitFor();
    await checked(page);
    assert.equal(await text(page), `${words}\ufffd\r\n`.replaceAll("\r\n", "\n"));
    assert.equal(await page.locator(".file-name").innerText(), "致辞.txt");
    assert.equal(await page.getByLabel("换一种编码打开").inputValue(), "GBK");
    assert.match(await finding(page, "undecodable-bytes").innerText(), /GBK.*保存时照原样写回/s);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "保存文件" }).click();
    const saved = await download;
    assert.equal(saved.suggestedFilename(), "致辞.txt");
    assert.deepEqual([...(await readFile(await saved.path()))], [...content, 0xff, 0x0d, 0x0a]);
    assert.deepEqual(record.violations, []);
    await close();
  });

  test("bytes that cannot be read are known as such while the text around them changes, until they are replaced; undoing brings them back", async () => {
    const { page, close } = await open(site);
    const words = await encoded(page, "在表彰会上的致辞\n各位来宾：\n大家好，今天的会议很重要。\n谢谢大家！\n", "GBK");
    await drop(page, "致辞.txt", [...words, 0xff, 0x0a]);
    await page.locator(".file").waitFor();
    const told = async () => {
      await checked(page);
      return finding(page, "undecodable-bytes").locator(".message").innerText();
    };
    assert.match(await told(), /照原样写回/);
    await editor(page).focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("好");
    assert.match(await told(), /照原样写回/, "typing elsewhere changes nothing");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.insertText("\ufffd");
    assert.match(await told(), /丢失/, "a sign of the writer's own has no bytes");
    await page.keyboard.press("Control+z");
    assert.match(await told(), /照原样写回/);
    await close();
  });

  test("what the encoding cannot hold is named, and nothing is saved", async () => {
    const { page, close } = await open(site);
    await drop(page, "致辞.txt", await encoded(page, "各位来宾：\n大家好，今天的会议很重要。", "GBK"));
    await page.locator(".file").waitFor();
    await paste(page, "各位来宾：\n大家好😀，今天的会议很重要。");
    await page.getByRole("button", { name: "保存文件" }).click();
    const problem = page.getByRole("alert");
    await problem.waitFor();
    assert.match(await problem.innerText(), /GBK.*第 2 行.*😀/);
    await close();
  });

  test("a file opened in the wrong encoding is reopened from the menu, or by its finding", async () => {
    const { page, close } = await open(site);
    const words = "各位来宾：\n大家好，今天的会议很重要，请大家认真学习。\n谢谢大家！\n";
    await drop(page, "致辞.txt", await encoded(page, words, "GBK"));
    await page.locator(".file").waitFor();
    await page.getByLabel("换一种编码打开").selectOption("Big5");
    await finding(page, "wrong-charset").waitFor();
    assert.notEqual(await text(page), words);
    await finding(page, "wrong-charset").getByRole("button", { name: "按 GB18030 重新打开", exact: true }).click();
    await page.waitForFunction((expected) => document.querySelector("speech-structure-checker").value === expected, words);
    await close();
  });

  test("a pasted text that was wholly misread is restored in one step that can be undone", async () => {
    const { page, close } = await open(site);
    const words = "谢谢同志们！大家辛苦了！\n今天讲话，两点意见：";
    const misread = await page.evaluate((given) => new TextDecoder("gbk").decode(new TextEncoder().encode(given)), words);
    await paste(page, misread);
    await finding(page, "wrong-charset").getByRole("button", { name: "按 UTF-8 重新打开", exact: true }).click();
    await page.waitForFunction((expected) => document.querySelector("speech-structure-checker").value === expected, words);
    await page.keyboard.press("Control+z");
    assert.equal(await text(page), misread);
    await close();
  });
});
