// Text from outside is text everywhere: in the editor, outline, findings, map, dialogs, the table of files, the settings. A core
// that really traps is started anew, says so, and loses nothing. Every state of the page passes axe.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { crampedBytes } from "../../tests/border/browser_worker.mjs";
import { accessibility, checked, editor, open, paste, report, start, text } from "./browser.mjs";

const markup = '<img src=x onerror="document.title=\'X\'"><script>document.title="X"</script><svg onload=alert(1)>{{7*7}}${7*7}</svg>';
const hostile = [
  `${markup}（精选2篇）`, `第一篇：${markup}`, `尊敬的${markup}：`, "下面，我讲三点意见。",
  `一、${markup}`, `要${markup}，把(bǎ)事办好。`, `三、${markup}`, `一是${markup}；二是做好${markup}；四是（${markup}。`, "谢谢大家！",
  `第二篇：${markup}`, "同志们：", `一、${markup}`, `二、${markup}`, "谢谢大家！",
].join("\n");

/** Elements that the markup would make, anywhere, through every shadow root. */
const planted = (page) =>
  page.evaluate(() => {
    const all = (root) => [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
    return all(document.body).filter((element) => element.matches('img, script:not([src]), [onerror], [onload]')).map((element) => element.outerHTML.slice(0, 120));
  });

const dropFiles = (page, names, content) =>
  editor(page).evaluate(
    (element, given) => {
      const data = new DataTransfer();
      for (const name of given.names) data.items.add(new File([given.content], name, { type: "text/plain" }));
      element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    },
    { names, content },
  );

describe("security", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("markup in the text and in file names is inert wherever it is shown", async () => {
    const { page, record, close } = await open(site);
    const title = await page.title();
    await paste(page, hostile);
    assert.equal(await text(page), hostile);
    for (const button of await page.locator("speech-findings .message").all()) await button.click();
    await editor(page).focus();
    await page.keyboard.press("F8");
    await page.locator(".finding-error, .finding-warning").first().hover();
    await page.waitForTimeout(400);
    assert.deepEqual(await planted(page), [], "outline, findings, marks");
    await dropFiles(page, [`${markup.replaceAll("/", "∕")}.txt`], hostile);
    await page.locator(".notice").waitFor();
    await checked(page);
    assert.deepEqual(await planted(page), [], "the open file's name");
    await dropFiles(page, [`a${markup.replaceAll("/", "∕")}.txt`, `b${markup.replaceAll("/", "∕")}.pdf.txt`], hostile);
    await page.locator("speech-files .told", { hasText: "检查完毕" }).waitFor();
    assert.deepEqual(await planted(page), [], "the table of files");
    assert.equal(await page.title(), title);
    assert.deepEqual([record.violations, record.requests], [[], []]);
    await close();
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`a core that traps is started anew, with no request; the page says so, and the text stays (${colorScheme})`, async () => {
      const { page, record, close } = await open(site, { colorScheme, served: { "**/core-*.wasm": crampedBytes() } });
      const long = "我们要把工作做实、做细、做好，".repeat(200_000);
      await editor(page).focus();
      await page.locator("speech-structure-checker").evaluate((checker, words) => (checker.value = words), long);
      const alert = page.getByRole("alert");
      await alert.waitFor();
      assert.match(await alert.innerText(), /重新启动.*您的文字还在/s);
      assert.equal((await text(page)).length, long.length);
      assert.deepEqual(await accessibility(page), [], "after a trap");
      await paste(page, "会上的讲话\n同志们：\n一、开头\n三、结尾\n谢谢大家！");
      assert.equal(await alert.count(), 0);
      assert.ok((await report(page)).diagnostics.some(({ code }) => code === "numbering-gap"));
      assert.deepEqual(record.requests, []);
      await close();
    });

    test(`axe finds nothing in settings, many files, error, checking (${colorScheme})`, { timeout: 120_000 }, async () => {
      const { page, close } = await open(site, { colorScheme });
      await page.getByRole("button", { name: "设置", exact: true }).click();
      await page.locator("speech-settings .rules .row").first().waitFor();
      assert.deepEqual(await accessibility(page), [], "settings");
      await page.keyboard.press("Escape");
      await dropFiles(page, ["坏.txt"], "%PDF-1.7\n");
      await page.getByRole("alert").waitFor();
      assert.deepEqual(await accessibility(page), [], "error");
      await dropFiles(page, Array.from({ length: 30 }, (_, index) => `${index}.txt`), hostile.repeat(200));
      await page.locator("speech-files progress").waitFor();
      assert.deepEqual(await accessibility(page), [], "many files, checking");
      await page.locator("speech-files .told", { hasText: "检查完毕" }).waitFor({ timeout: 60_000 });
      assert.deepEqual(await accessibility(page), [], "many files");
      await close();
      const waiting = await open(site, { colorScheme, blocked: "**/core-*.wasm", untilChecked: false });
      await waiting.page.getByRole("alert").waitFor();
      assert.deepEqual(await accessibility(waiting.page), [], "without the core");
      await waiting.close();
    });
  }
});
