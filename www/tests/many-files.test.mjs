// Many files: a folder that is dropped becomes a table; checking shows how far it is and can be stopped; any file opens;
// the table and all reports can be saved. A thousand files leave the page at hand.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checked, editor, open, start, text } from "./browser.mjs";

const speech = (title) => `${title}\n同志们：\n下面，我讲两点意见。\n一、统一思想\n要统一思想。\n三、狠抓落实\n要狠抓落实。\n谢谢大家！\n`;

/** Drops files made in the page: `count` of them, `words` long, under the names that `name` gives. */
function dropMany(page, files) {
  return editor(page).evaluate((element, given) => {
    const data = new DataTransfer();
    for (const { name, content, times = 1 } of given) data.items.add(new File([content.repeat(times)], name, { type: "text/plain" }));
    for (const kind of ["dragenter", "dragover", "drop"]) {
      element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    }
  }, files);
}

/** A drop of the desktop's own, which carries folders; events made by a script cannot. */
async function dropFolder(page, folder) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data });
}

async function chooseFolder(page, folder) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "检查文件夹" }).click();
  await (await chooser).setFiles(folder);
}

const table = (page) => page.locator("speech-files");
const finished = (page) => table(page).locator(".told", { hasText: "检查完毕" }).waitFor({ timeout: 240_000 });

async function saved(page, button) {
  const download = page.waitForEvent("download");
  await table(page).getByRole("button", { name: button }).click();
  return readFile(await (await download).path(), "utf8");
}

const TASKS = "disabled-by-default-devtools.timeline";

/** The longest task of the page's own thread in milliseconds: while it lasts, the page answers nothing. `worked` is the processor's time, which
 * does not grow when other programs want the processor too; `waited` is the clock's. */
function longestTask(trace) {
  const events = JSON.parse(trace).traceEvents;
  const tasks = events.filter(({ name, ph }) => name === "RunTask" && ph === "X");
  const threads = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const own = tasks.filter(({ pid, tid }) => threads.has(`${pid} ${tid}`));
  assert.ok(own.length > 0 && own.some(({ tdur }) => tdur > 0), "the trace tells the processor's time");
  const longest = (figure) => own.reduce((most, task) => Math.max(most, task[figure] ?? 0), 0) / 1000;
  return { worked: longest("tdur"), waited: longest("dur") };
}

describe("many files", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("a table with speeches, findings and encoding; it can be sorted; any file opens, and back", async () => {
    const { page, record, close } = await open(site);
    await dropMany(page, [
      { name: "乙.txt", content: speech("在乙地的讲话") },
      { name: "甲.txt", content: "同志们：\n大家好！\n谢谢大家！\n" },
      { name: "坏.txt", content: "%PDF-1.7\n" },
    ]);
    await finished(page);
    const rows = table(page).locator("tbody tr");
    assert.equal(await rows.count(), 3);
    await table(page).getByRole("button", { name: "错误" }).click();
    assert.match(await rows.first().innerText(), /乙\.txt\s+1\s.*UTF-8/s);
    await rows.first().getByRole("button").click();
    await checked(page);
    assert.equal(await text(page), speech("在乙地的讲话"));
    await page.getByRole("button", { name: "多个文件（3）" }).click();
    assert.equal(await rows.count(), 3);
    assert.deepEqual([record.requests, record.violations], [[], []]);
    await close();
  });

  test("the table is saved as CSV without formulas, the reports as NDJSON in the order of the files", async () => {
    const { page, close } = await open(site);
    await dropMany(page, [
      { name: "=1+1,\"x\".txt", content: speech("甲") },
      { name: "<img src=x onerror=alert(1)>.txt", content: speech("<b>乙</b>") },
    ]);
    await finished(page);
    const csv = await saved(page, "CSV");
    assert.match(csv, /^\uFEFF文件,错误,/);
    assert.ok(csv.includes(`"'=1+1,""x"".txt",1,`), csv);
    const reports = (await saved(page, "NDJSON")).trim().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(reports.map(({ version }) => version), [1, 1]);
    assert.deepEqual(new Set(reports.map(({ source }) => source.name)), new Set(["=1+1,\"x\".txt", "<img src=x onerror=alert(1)>.txt"]));
    for (const { diagnostics, milliseconds } of reports) {
      const fixes = diagnostics.flatMap(({ fixes = [] }) => fixes);
      assert.deepEqual(fixes.map(({ id }) => id), fixes.map((_, index) => index), "numbered in each report, as on the command line");
      assert.ok(fixes.length > 0 && fixes.every(({ edits, editCount }) => edits.length === editCount));
      assert.equal(milliseconds, undefined);
    }
    assert.equal(await table(page).locator("img").count(), 0);
    await close();
  });

  for (const [way, give] of [["dropped", dropFolder], ["chosen", chooseFolder]]) {
    test(`a folder that is ${way} becomes a table with paths; hidden and foreign files are left out`, async () => {
      const folder = await mkdtemp(join(tmpdir(), "drafts-"));
      for (const [path, content] of Object.entries({
        "二组/甲.txt": speech("在甲地的讲话"),
        "二组/旧稿/乙.md": speech("在乙地的讲话"),
        "一.txt": speech("在会上的讲话"),
        "照片.png": "\x89PNG",
        "~$一.txt": "lock",
        ".git/x.txt": "x",
      })) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
      // More than a reader of entries hands over at once.
      await mkdir(join(folder, "杂"));
      for (let index = 0; index < 120; index += 1) await writeFile(join(folder, "杂", `${index}.txt`), speech("会上的讲话"));
      const { page, record, close } = await open(site);
      await give(page, folder);
      await finished(page);
      const paths = await table(page).evaluate((panel) => panel.batch.rows.map(({ path }) => path));
      const root = basename(folder);
      assert.equal(paths.length, 123);
      assert.deepEqual(paths.filter((path) => !path.includes("杂")).sort(), [`${root}/一.txt`, `${root}/二组/旧稿/乙.md`, `${root}/二组/甲.txt`].sort());
      assert.ok(paths.indexOf(`${root}/杂/9.txt`) < paths.indexOf(`${root}/杂/10.txt`), "numbers in their order");
      await table(page).getByRole("button", { name: `${root}/二组/旧稿/乙.md` }).click();
      await checked(page);
      assert.equal(await text(page), speech("在乙地的讲话"));
      assert.deepEqual([record.requests, record.violations], [[], []]);
      await close();
      await rm(folder, { recursive: true });
    });
  }

  test("at 390 px all is within reach, and only the table scrolls sideways", async () => {
    const { page, close } = await open(site, { viewport: { width: 390, height: 844 } });
    await dropMany(page, Array.from({ length: 30 }, (_, index) => ({ name: `全市经济工作会议讲话稿之${index}.txt`, content: speech("会上的讲话") })));
    await finished(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    for (const button of await table(page).locator("header button").all()) {
      const { x, width } = await button.boundingBox();
      assert.ok(x >= 0 && x + width <= 390, await button.innerText());
    }
    await close();
  });

  test("checking can be stopped, and what is done stays", async () => {
    const { page, close } = await open(site);
    await dropMany(page, Array.from({ length: 200 }, (_, index) => ({ name: `${index}.txt`, content: speech("会上的讲话"), times: 300 })));
    await table(page).getByRole("button", { name: "停止" }).click();
    assert.match(await table(page).locator(".told").innerText(), /已停止/);
    await close();
  });

  test("a thousand files of 100 KB: the page answers all the while, and its memory stays bounded", { timeout: 300_000 }, async () => {
    const { page, close } = await open(site);
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize / 2 ** 20;
    };
    const begun = Date.now();
    const before = await heap();
    await site.browser.startTracing(page, { categories: [TASKS] });
    await editor(page).evaluate((element, content) => {
      const data = new DataTransfer();
      for (let index = 0; index < 1000; index += 1) data.items.add(new File([`第${index}次会议\n`, content.repeat(420)], `${index}.txt`, { type: "text/plain" }));
      element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    }, speech("会上的讲话"));
    await finished(page);
    const seconds = (Date.now() - begun) / 1000;
    const { worked, waited } = longestTask(await site.browser.stopTracing());
    const grown = (await heap()) - before;
    console.log(`1 000 files of 100 KB: ${seconds.toFixed(1)} s, the page worked ${worked.toFixed(0)} ms at a stretch at most (${waited.toFixed(0)} ms by the clock), its heap grew ${grown.toFixed(1)} MB`);
    assert.ok(worked < 500, `the page stood still for ${worked} ms`);
    assert.ok(grown < 40, `the heap grew by ${grown} MB`);
    await close();
  });
});
