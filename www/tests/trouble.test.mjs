// When a part fails: the page says so in its own words, and the text stays.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { changed, checked, editor, open, rows, start, text } from "./browser.mjs";

describe("trouble", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("without a worker the page itself checks, and says so", async () => {
    const { page, close } = await open(site, { prepare: () => (globalThis.Worker = class { constructor() { throw new DOMException("blocked", "SecurityError"); } }) });
    assert.match(await page.locator(".hint").allInnerTexts().then((all) => all.join()), /后台/);
    assert.ok((await rows(page).count()) > 3);
    await close();
  });

  test("without the core one can still write", async () => {
    const { page, close } = await open(site, { blocked: "**/core-*.wasm", untilChecked: false });
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.innerText(), /没有载入/);
    await editor(page).focus();
    await page.keyboard.type("还能写");
    assert.match(await text(page), /还能写/);
    await close();
  });

  test("after a breakdown of the core the text is there, and the next change is checked", async () => {
    const { page, close } = await open(site);
    const sample = await text(page);
    await page.locator("speech-structure-checker").evaluate((checker) => {
      const { client } = checker;
      let failed = false;
      checker.client = {
        ...client,
        ready: client.ready,
        check(...given) {
          if (failed) return client.check(...given);
          failed = true;
          return Promise.reject(Object.assign(new Error("unreachable"), { code: "core-failed" }));
        },
      };
    });
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.innerText(), /您的文字还在/);
    assert.equal(await text(page), sample);
    await editor(page).focus();
    await page.keyboard.type("好");
    await checked(page);
    assert.equal(await alert.count(), 0);
    await close();
  });

  test("a finding is told where the pointer rests on it, with its fix", async () => {
    const { page, close } = await open(site);
    const original = await text(page);
    await page.locator(".finding-error").last().scrollIntoViewIfNeeded();
    await page.locator(".finding-error").last().hover();
    const tooltip = page.locator(".finding-tooltip");
    await tooltip.waitFor();
    await changed(page, () => tooltip.locator("button").first().click());
    assert.notEqual(await text(page), original);
    await page.keyboard.press("Control+z");
    assert.equal(await text(page), original);
    await close();
  });
});
