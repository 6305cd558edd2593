// Files: opened by the button, dropped anywhere; what cannot be read leaves the text as it was.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { checked, editor, open, paste, rows, start, text } from "./browser.mjs";

const speech = "在表彰会上的致辞\r\n各位来宾：\r\n大家好！\r\n一、感谢\r\n谢谢各位。\r\n二、希望\r\n再接再厉。\r\n谢谢大家！\r\n";
const bytes = Buffer.from(speech);

function drop(page, name, content) {
  return editor(page).evaluate(
    (element, file) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(file.content)], file.name, { type: "text/plain" }));
      for (const kind of ["dragenter", "dragover", "drop"]) {
        element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
      }
    },
    { name, content: [...content] },
  );
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
    await drop(page, "<b>坏</b>.txt", [0xd6, 0xd0, 0xb9, 0xfa, 0xff, 0xfe, 0x81]);
    const problem = page.getByRole("alert");
    await problem.waitFor();
    assert.match(await problem.innerText(), /<b>坏<\/b>\.txt/);
    assert.equal(await text(page), "我的稿子，不能丢。");
    await page.getByRole("button", { name: "知道了" }).click();
    assert.equal(await problem.count(), 0);
    await close();
  });
});
