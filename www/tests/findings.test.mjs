// The list of findings: by severity, by kind, previews of what fixes change, alternatives, silencing, help.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { changed, checked, editor, finding, findings, open, paste, report, start, text } from "./browser.mjs";
import { compilation } from "./samples.mjs";

const panel = (page) => page.locator("speech-findings");
const dialog = (page, name) => page.locator(`${name} dialog[open]`);

async function opened(page, code) {
  await finding(page, code).first().getByRole("button", { name: "更多" }).click();
  return finding(page, code).first();
}

describe("the findings", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("are filtered by severity, with live counts", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const { diagnostics } = await report(page);
    const ofSeverity = (severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    await panel(page).getByRole("button", { name: `错误 ${ofSeverity("error")}` }).click();
    assert.equal(await findings(page).count(), ofSeverity("error"));
    assert.equal(await panel(page).locator(".finding:not(.error)").count(), 0);
    await editor(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("四、再讲一点");
    await checked(page);
    const now = (await report(page)).diagnostics.filter(({ severity }) => severity === "error").length;
    assert.ok(now > ofSeverity("error"));
    assert.equal(await findings(page).count(), now);
    assert.ok(await panel(page).getByRole("button", { name: `错误 ${now}` }).isVisible());
    await panel(page).getByRole("button", { name: "全部" }).click();
    assert.equal(await findings(page).count(), (await report(page)).diagnostics.length);
    await close();
  });

  test("F8 stops only at what the list shows", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const { diagnostics } = await report(page);
    const warnings = diagnostics.filter(({ severity }) => severity === "warning");
    assert.ok(warnings.length > 1 && warnings.length < diagnostics.length);
    await panel(page).locator(".severities button").nth(2).click();
    assert.equal(await findings(page).count(), warnings.length);
    await editor(page).focus();
    await page.keyboard.press("Control+Home");
    const stops = async (times) => {
      const visited = new Set();
      for (let step = 0; step < times; step += 1) {
        await page.keyboard.press("F8");
        visited.add(await panel(page).evaluate((element) => element.current));
      }
      return visited;
    };
    const places = warnings.reduce((sum, { occurrences }) => sum + (occurrences ? occurrences.length / 2 : 1), 0);
    assert.deepEqual(await stops(places + 1), new Set(warnings.map(({ id }) => id)));
    await panel(page).getByRole("button", { name: "全部" }).click();
    await editor(page).focus();
    assert.equal((await stops(12)).size, diagnostics.length);
    await close();
  });

  test("are grouped by speech or by kind", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    const heads = () => panel(page).locator(".group h3").allInnerTexts();
    assert.ok((await heads()).some((head) => head.startsWith("在春季植树动员会上的讲话")));
    await panel(page).getByRole("button", { name: "按类别" }).click();
    const codes = new Set((await report(page)).diagnostics.map(({ code }) => code));
    assert.equal((await heads()).length, codes.size);
    assert.equal(await findings(page).count(), (await report(page)).diagnostics.length);
    await close();
  });

  test("all that is safe is shown as a diff first, then done in one step", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    await panel(page).getByRole("button", { name: "一键修改" }).click();
    const changes = dialog(page, "speech-changes");
    await changes.waitFor();
    assert.equal(await changes.locator("del").count(), compilation.split(",").length - 1);
    assert.equal(await changes.locator("li").first().locator("ins").first().textContent(), "改为 ，");
    await changes.getByRole("button", { name: "取消" }).click();
    assert.equal(await text(page), compilation);
    await panel(page).getByRole("button", { name: "一键修改" }).click();
    await changed(page, () => changes.getByRole("button", { name: /^修改/ }).click());
    assert.ok(!(await text(page)).includes(","));
    assert.equal(await panel(page).getByRole("button", { name: "一键修改" }).count(), 0);
    await editor(page).focus();
    await page.keyboard.press("Control+z");
    assert.equal(await text(page), compilation);
    await close();
  });

  test("where the changes take their time, it is said until they are shown", async () => {
    const { page, close } = await open(site);
    await paste(page, compilation);
    await page.locator("speech-structure-checker").evaluate((checker) => {
      const { client } = checker;
      const fixAll = client.fixAll.bind(client);
      client.fixAll = async (...given) => {
        await new Promise((resolve) => (globalThis.goOn = resolve));
        return fixAll(...given);
      };
    });
    await panel(page).getByRole("button", { name: "一键修改" }).click();
    await page.locator(".notice").getByText("正在处理……").waitFor();
    await page.evaluate(() => globalThis.goOn());
    await dialog(page, "speech-changes").waitFor();
    assert.equal(await page.locator(".notice").count(), 0);
    await close();
  });

  test("all of a kind, and one finding, can be looked at before they are fixed", async () => {
    const { page, close } = await open(site);
    await paste(page, `${compilation}${compilation.replace("第一篇：", "第三篇：").replace("第二篇：", "第四篇：").replaceAll("植树", "护路").replaceAll("消防", "防汛")}`);
    const before = await text(page);
    await panel(page).getByRole("button", { name: "按类别" }).click();
    const gaps = (await report(page)).diagnostics.filter(({ code }) => code === "numbering-gap").length;
    assert.equal(gaps, 2);
    await panel(page).locator(".group").filter({ hasText: "序号跳" }).or(panel(page).locator(".group").filter({ hasText: "断号" })).getByRole("button", { name: `全部修改（${gaps}）` }).click();
    await changed(page, () => dialog(page, "speech-changes").getByRole("button", { name: /^修改/ }).click());
    assert.ok(!(await report(page)).diagnostics.some(({ code }) => code === "numbering-gap"));
    await editor(page).focus();
    await page.keyboard.press("Control+z");
    await checked(page);
    assert.equal(await text(page), before);
    const item = await opened(page, "numbering-gap");
    await item.getByRole("button", { name: "先看改动" }).click();
    const changes = dialog(page, "speech-changes");
    await changes.waitFor();
    assert.match(await changes.locator("del").first().textContent(), /四/);
    assert.match(await changes.locator("ins").first().textContent(), /三/);
    await page.keyboard.press("Escape");
    assert.equal(await changes.count(), 0);
    assert.equal(await text(page), before);
    await close();
  });

  test("one is silenced, listed, and restored; so are all", async () => {
    const { page, close } = await open(site);
    const words = await text(page);
    const before = (await report(page)).diagnostics.length;
    for (const code of ["placeholder", "numbering-gap"]) {
      await (await opened(page, code)).locator(".silence").click();
      await checked(page);
    }
    assert.equal((await report(page)).diagnostics.length, before - 2);
    assert.equal(await finding(page, "placeholder").count(), 0);
    assert.equal(await text(page), words);
    const silenced = panel(page).locator(".silenced");
    assert.match(await silenced.locator("summary").innerText(), /2/);
    await silenced.locator("summary").click();
    await silenced.getByRole("button", { name: "恢复", exact: true }).first().click();
    await checked(page);
    assert.equal((await report(page)).diagnostics.length, before - 1);
    await (await opened(page, "count-mismatch")).locator(".silence").click();
    await checked(page);
    await silenced.getByRole("button", { name: "全部恢复" }).click();
    await checked(page);
    assert.equal((await report(page)).diagnostics.length, before);
    assert.equal(await silenced.count(), 0);
    await close();
  });

  test("a rule is explained with its example, the place marked, and repaired", async () => {
    const { page, close } = await open(site);
    await (await opened(page, "numbering-gap")).getByRole("button", { name: "看说明和例子" }).click();
    const help = dialog(page, "speech-rule");
    await help.waitFor();
    const rule = await page.locator("speech-structure-checker").evaluate(async (checker) => (await checker.client.rules()).find(({ code }) => code === "numbering-gap"));
    const said = await help.innerText();
    for (const part of [rule.name, rule.finds, rule.why, rule.fix]) assert.ok(said.includes(part), part);
    const examples = await help.locator(".example").allTextContents();
    assert.deepEqual(examples, [rule.example, rule.exampleFixed]);
    assert.equal(await help.locator("mark").first().textContent(), rule.example.slice(...rule.examplePlaces));
    await close();
  });

  test("of several readings the best is offered first, the others behind a button", async () => {
    const { page, close } = await open(site);
    const garbled = await page.locator("speech-structure-checker").evaluate(async (checker) => {
      const rules = await checker.client.rules();
      return rules.find(({ code }) => code === "mojibake").example;
    });
    await paste(page, garbled);
    const diagnostic = (await report(page)).diagnostics.find(({ code, fixes }) => code === "mojibake" && fixes?.length > 0);
    const item = finding(page, "mojibake").first();
    if (diagnostic.fixes.length > 2) {
      assert.equal(await item.locator(".fix").count(), 1);
      await item.getByRole("button", { name: /另有/ }).click();
    }
    assert.equal(await item.locator(".fix").count(), diagnostic.fixes.length);
    await changed(page, () => item.locator(".fix").last().click());
    assert.notEqual(await text(page), garbled);
    await close();
  });

  test("three thousand findings cost no more than a hundred", async () => {
    const { page, close } = await open(site);
    await paste(page, `讲话\n同志们：\n${"一、先把路修好，把水通上。\n三、再把树栽上，把灯装好。\n".repeat(1600)}`);
    const count = (await page.locator("speech-structure-checker").evaluate((checker) => checker.report.diagnostics.length));
    assert.ok(count >= 3000, `${count} findings`);
    const times = await panel(page).evaluate(async (element) => {
      const spent = [];
      for (const order of ["rule", "speech", "rule", "speech", "rule"]) {
        const begun = performance.now();
        element.order = order;
        await element.updateComplete;
        element.getBoundingClientRect();
        spent.push(Math.round(performance.now() - begun));
      }
      return spent.sort((a, b) => a - b);
    });
    console.log(`    ${count} findings: list drawn anew in ms: ${times.join(" ")}`);
    assert.ok((await panel(page).locator("li").count()) <= 200);
    assert.ok(times[2] < 140, `${times[2]} ms`);
    await close();
  });
});
