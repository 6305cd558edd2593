// The structure map: to scale, a click goes there, keys go from stretch to stretch, and words say what the picture shows.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { caretLine, current, open, paste, report, start } from "./browser.mjs";
import { compilation } from "./samples.mjs";

const strip = (page) => page.locator("speech-map .strip");

describe("the structure map", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("speeches and sections are drawn to scale", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const { speeches } = await report(page);
    const { width } = await strip(page).boundingBox();
    const bars = async (kind) =>
      (await page.locator(`speech-map path.${kind}`).getAttribute("d")).split("z").filter(Boolean).map((bar) => {
        const [, x, w] = bar.match(/^M([\d.]+) [\d.]+h([\d.]+)/);
        return { x: Number(x), width: Number(w) };
      });
    const close2 = (drawn, { span }) => {
      assert.ok(Math.abs(drawn.x - (span.start * width) / compilation.length) < 2, JSON.stringify(drawn));
      assert.ok(Math.abs(drawn.width - ((span.end - span.start) * width) / compilation.length) < 3, JSON.stringify(drawn));
    };
    (await bars("speech")).forEach((drawn, index) => close2(drawn, speeches[index]));
    const sections = speeches.flatMap(({ outline }) => outline);
    const drawn = await bars("section");
    assert.equal(drawn.length, sections.length);
    drawn.forEach((bar, index) => close2(bar, sections[index]));
    assert.notEqual(await page.locator("speech-map path.tick.error").getAttribute("d"), "");
    assert.notEqual(await page.locator("speech-map path.copied").getAttribute("d"), "", "the repeated paragraph");
    await close();
  });

  test("a click goes to the place", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const place = compilation.indexOf("各位邻居");
    const box = await strip(page).boundingBox();
    await strip(page).click({ position: { x: ((place + 2) * box.width) / compilation.length, y: 20 } });
    await current(page, /消防演练/);
    const line = compilation.slice(0, place).split("\n").length;
    assert.ok(Math.abs((await caretLine(page)) - line) <= 1);
    await close();
  });

  test("it is described in words, and a slider over its stretches", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const slider = page.getByRole("slider", { name: "全文结构图" });
    const said = await page.locator("speech-map #description").textContent();
    assert.match(said, /共 2 篇讲话，5 个一级标题/);
    assert.match(said, /没有结尾：在消防演练总结会上的讲话/);
    await slider.focus();
    await page.keyboard.press("Home");
    assert.match(await slider.getAttribute("aria-valuetext"), /植树/);
    await page.keyboard.press("ArrowRight");
    assert.match(await slider.getAttribute("aria-valuetext"), /一、早动手.*分钟|一、早动手.*秒/);
    assert.match(await page.locator("speech-map .readout").innerText(), /一、早动手/);
    await page.keyboard.press("End");
    assert.match(await slider.getAttribute("aria-valuetext"), /二、东西要放得对/);
    await page.keyboard.press("Enter");
    await current(page, /^二、东西/);
    await close();
  });

  test("the speaking time of each part is a bar that leads there", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    await page.getByRole("button", { name: "各部分用时" }).click();
    const bars = page.locator("speech-map .times li");
    assert.equal(await bars.count(), 5);
    const { speeches } = await report(page);
    const widths = await page.locator("speech-map .times rect").evaluateAll((all) => all.map((rect) => Number(rect.getAttribute("width"))));
    const sections = speeches[0].outline.map(({ minutes }) => minutes);
    assert.ok(Math.abs(widths[1] / widths[2] - sections[0] / sections[1]) < 0.01);
    await bars.filter({ hasText: "四、" }).getByRole("button").click();
    await current(page, /^四、/);
    await close();
  });

  test("an empty text has no picture", async () => {
    const { page, close } = await open(site);
    await page.getByRole("button", { name: "清空" }).click();
    await page.locator("speech-outline .empty").waitFor();
    assert.equal(await strip(page).count(), 0);
    await close();
  });
});
