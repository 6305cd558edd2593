// Real compilations, where the folder with them lies beside the repository; skipped elsewhere.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { caretLine, changed, checked, editor, finding, findings, open, paste, report, rows, start, text } from "./browser.mjs";

const folder = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));

function seed(number) {
  try {
    const name = readdirSync(folder).find((file) => file.startsWith(number));
    return name && readFileSync(folder + name, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return undefined;
  }
}

const [small, large] = [seed("004"), seed("000")];
const skip = small && large ? false : "skipped: no shared/seeds beside the repository";

describe("compilations", { skip }, () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("004: five speeches, about 77 headings; a click moves the editor to the heading's line", async () => {
    const { page, close } = await open(site);
    await paste(page, small);
    assert.equal(await page.locator('speech-outline [aria-level="1"]').count(), 5);
    const headings = await page.locator('speech-outline [role=treeitem]:not([aria-level="1"])').count();
    console.log(`    004: ${headings} headings, ${await findings(page).count()} findings`);
    assert.ok(headings >= 75 && headings <= 79, `${headings} headings`);
    const { speeches } = await report(page);
    const target = speeches[3].outline[1];
    await rows(page).filter({ hasText: target.marker.text + target.title }).first().click();
    const clicked = await page.locator('speech-outline [aria-current="location"]').innerText();
    assert.ok(clicked.startsWith(target.marker.text));
    const line = await caretLine(page);
    assert.ok(small.split("\n")[line - 1].trimStart().startsWith(target.marker.text.slice(0, 1)));
    await close();
  });

  test("000: 18 speeches; 8466 annotations of pinyin go in one undoable step", async () => {
    const { page, record, close } = await open(site);
    await paste(page, large);
    const times = [];
    for (let round = 0; round < 5; round += 1) {
      await page.keyboard.press("Control+End");
      times.push(
        await page.locator("speech-structure-checker").evaluate(async (checker, key) => {
          const done = new Promise((resolve) => checker.addEventListener("report", ({ detail }) => resolve(detail.milliseconds), { once: true }));
          checker.shadowRoot.querySelector(".cm-content").focus();
          document.execCommand("insertText", false, key);
          return Math.round(await done);
        }, "好"),
      );
    }
    console.log(`    000: keystroke to report, ms: ${times.join(" ")}`);
    for (let round = 0; round < 5; round += 1) await page.keyboard.press("Control+z");
    await paste(page, large);
    assert.equal(await page.locator('speech-outline [aria-level="1"]').count(), 18);

    const annotation = (await report(page)).diagnostics.find(({ code }) => code === "pinyin-annotation");
    // 8 469 brackets hold Latin letters: (gmp) and (gsp) are the writer's, one is a part of a garbled place.
    assert.equal(annotation.fixes[0].editCount, 8466);
    const begun = performance.now();
    await changed(page, () => finding(page, "pinyin-annotation").locator(".fix").first().click());
    console.log(`    000: fix of ${annotation.fixes[0].editCount} places, checked again and drawn in ${Math.round(performance.now() - begun)} ms`);
    const clean = await text(page);
    assert.ok(clean.length < large.length);
    assert.ok(!(await report(page)).diagnostics.some(({ code }) => code === "pinyin-annotation"));
    await editor(page).focus();
    await page.keyboard.press("Control+z");
    assert.ok((await text(page)) === large);
    assert.deepEqual(record.errors, []);
    await close();
  });
});
