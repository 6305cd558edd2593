// What leaves the page: cleaned speeches one by one and in an archive, the report as a file and on paper.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { changed, drop, open, paste, report, start } from "./browser.mjs";
import { compilation, hostile } from "./samples.mjs";

const dialog = (page) => page.locator("speech-export dialog[open]");

async function saved(page, button) {
  const download = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: button, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

async function offered(page, words) {
  await paste(page, words);
  await page.getByRole("button", { name: "导出" }).click();
  await dialog(page).waitFor();
}

describe("export", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("all speeches come in one archive, named by title; one comes alone; a text is copied", async () => {
    const { page, record, close } = await open(site);
    await offered(page, ["树(shù)", "谁(shuí)", "水(shuǐ)", "的(de)"].reduce((words, spelt) => words.replaceAll(spelt[0], spelt), compilation));
    const archive = await saved(page, "全部下载（.zip）");
    assert.equal(archive.name, "讲话稿.zip");
    const files = unzipSync(archive.content);
    assert.deepEqual(Object.keys(files), ["在春季植树动员会上的讲话.txt", "在消防演练总结会上的讲话.txt"]);
    const [first] = Object.values(files);
    assert.deepEqual([...first.slice(0, 3)], [0xef, 0xbb, 0xbf], "Notepad's mark");
    assert.match(strFromU8(first), /^在春季植树动员会上的讲话\r\n同志们：\r\n/);
    const one = await saved(page, "下载《在消防演练总结会上的讲话》");
    assert.equal(one.name, "在消防演练总结会上的讲话.txt");
    assert.match(one.content.toString(), /各位邻居/);
    assert.match(await dialog(page).locator(".done").innerText(), /在消防演练总结会上的讲话\.txt/);
    await dialog(page).getByRole("button", { name: "复制《在春季植树动员会上的讲话》" }).click();
    await dialog(page).getByText("已复制").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.startsWith("在春季植树动员会上的讲话\n") && !copied.includes("各位邻居"));
    assert.deepEqual(record, { requests: record.requests.filter((address) => !address.startsWith("blob:")), violations: [], errors: [] });
    assert.deepEqual(record.requests.filter((address) => !address.startsWith("blob:")), []);
    await close();
  });

  test("the archive of a file's speeches has the file's name", async () => {
    const { page, close } = await open(site);
    await changed(page, () => drop(page, "二〇二五年讲话选.txt", Buffer.from(compilation)));
    await page.getByRole("button", { name: "导出" }).click();
    assert.equal((await saved(page, "全部下载（.zip）")).name, "二〇二五年讲话选-讲话稿.zip");
    await close();
  });

  test("once all speeches are saved, leaving asks no more; after the next change it does", async () => {
    const { page, close } = await open(site);
    await offered(page, compilation);
    const modified = () => page.locator("speech-structure-checker").evaluate((checker) => checker.modified);
    await saved(page, "下载《在消防演练总结会上的讲话》");
    assert.equal(await modified(), true, "one of two is not all");
    await saved(page, "全部下载（.zip）");
    assert.equal(await modified(), false);
    await page.keyboard.press("Escape");
    await page.locator("speech-structure-checker .cm-content").focus();
    await page.keyboard.type("再写一句");
    assert.equal(await modified(), true);
    await close();
  });

  test("where the clipboard is refused, copying falls back on the older way", async () => {
    const { page, close } = await open(site);
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
    await offered(page, compilation);
    await page.evaluate(() => document.addEventListener("copy", () => (globalThis.copied = true)));
    await dialog(page).getByRole("button", { name: "复制全文" }).click();
    await dialog(page).getByText("已复制").waitFor();
    assert.equal(await page.evaluate(() => globalThis.copied), true);
    await close();
  });

  test("the report is one file without scripts, whatever the text holds", async () => {
    const { page, record, close } = await open(site);
    await offered(page, hostile);
    const { name, content } = await saved(page, "保存报告（.html）");
    assert.deepEqual(record.violations, [], "the page's own policy");
    assert.match(name, /^[^<>:"/\\|?*]+\.html$/);
    const folder = await mkdtemp(join(tmpdir(), "report-"));
    const file = join(folder, "report.html");
    // Without the file's own policy, so that nothing but escaping stands between the text and the reader.
    await writeFile(file, content.toString().replace(/<meta http-equiv[^>]*>/, ""));
    const context = await site.browser.newContext();
    const reader = await context.newPage();
    const requests = [];
    reader.on("request", (request) => requests.push(request.url()));
    await reader.exposeFunction("hit", () => requests.push("hit"));
    await reader.goto(pathToFileURL(file).href);
    await reader.waitForTimeout(200);
    assert.deepEqual(requests, [pathToFileURL(file).href]);
    assert.equal(await reader.locator("script, img, iframe, svg, a, [onclick], [onload], [onerror]").count(), 0);
    const words = await reader.locator("body").innerText();
    const { speeches, diagnostics } = await report(page);
    assert.ok(words.includes(speeches[0].title) && words.includes("<script>hit()</script>堤坝"));
    assert.equal(await reader.locator("tbody tr").count(), diagnostics.length);
    assert.notEqual(await reader.locator(".report").evaluate((element) => getComputedStyle(element).maxWidth), "none", "it has its style sheet");
    assert.match(content.toString(), /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
    await context.close();
    await rm(folder, { recursive: true });
    await close();
  });

  test("the archive's names are safe", async () => {
    const { page, close } = await open(site);
    await offered(page, hostile);
    const { content } = await saved(page, "全部下载（.zip）");
    for (const name of Object.keys(unzipSync(content))) assert.match(name, /^[^<>:"/\\|?*\u0000-\u001f]+\.txt$/);
    await close();
  });

  test("on paper stands the report, not the page, in both themes", async () => {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open(site, { colorScheme });
      await paste(page, compilation);
      await page.evaluate(() => {
        window.print = () => window.dispatchEvent(new Event("beforeprint"));
      });
      await page.getByRole("button", { name: "导出" }).click();
      await dialog(page).getByRole("button", { name: "打印" }).click();
      await page.emulateMedia({ media: "print", colorScheme });
      const printed = page.locator(".printed .report");
      assert.ok(await printed.isVisible());
      assert.ok((await printed.innerText()).includes("检查报告"));
      assert.equal(await page.locator(".cm-content").isVisible(), false);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
      assert.ok((await page.evaluate(() => document.documentElement.scrollHeight)) >= 900, "the whole report is laid out");
      await page.emulateMedia({ media: "screen" });
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      assert.equal(await printed.count(), 0);
      await close();
    }
  });
});
