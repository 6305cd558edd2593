// Settings: each has its effect at once, nothing is remembered unasked, and a house's file is taken or refused by a sentence.
// The text is kept only where that was asked for; otherwise leaving with changes asks first.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { checked, drop, editor, finding, open, paste, report, start, text } from "./browser.mjs";

const gappy = "在班前会上的讲话\n同志们：\n下面，我讲三点意见。\n一、把安全放在首位\n检查要细。\n三、把责任扛在肩上\n落实要快。\n谢谢大家！";

const dialog = (page) => page.locator("speech-settings dialog");
const openSettings = (page) => page.getByRole("button", { name: "设置", exact: true }).click();
const codes = async (page) => (await report(page)).diagnostics.map(({ code }) => code);
const stored = (page) => page.evaluate(() => Object.keys(localStorage));

async function importFile(page, content) {
  const chooser = page.waitForEvent("filechooser");
  await dialog(page).getByRole("button", { name: "导入设置" }).click();
  await (await chooser).setFiles({ name: "<i>单位</i>.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await dialog(page).locator(".said", { hasText: "单位" }).waitFor();
  await checked(page);
  return dialog(page).locator(".said").innerText();
}

describe("settings", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  test("a rule is switched off and changed in weight; rate and limits count; all is back to usual by one button", async () => {
    const { page, close } = await open(site);
    await paste(page, gappy);
    const minutes = (await report(page)).speeches[0].minutes;
    await openSettings(page);
    const rule = dialog(page).locator(".rules .row").filter({ hasText: /断号|跳号|序号/ }).first();
    await rule.waitFor();
    const name = (await rule.locator("span").first().innerText()).trim();
    const { code } = await page.locator("speech-settings").evaluate((element, wanted) => element.rules.find((one) => one.name === wanted), name);
    await page.locator("speech-settings").evaluate((element) => (element.strings.settings, 0));
    await rule.locator("select").selectOption("off");
    await checked(page);
    assert.equal((await codes(page)).includes(code), false);
    const rate = dialog(page).getByLabel("语速");
    await rate.fill("110");
    await rate.press("Tab");
    await checked(page);
    assert.ok((await report(page)).speeches[0].minutes > minutes * 1.5);
    await rate.fill("7");
    await rate.press("Tab");
    await checked(page);
    assert.ok((await report(page)).speeches[0].minutes > minutes * 1.5, "a figure out of range is not taken");
    await dialog(page).getByRole("button", { name: "恢复默认设置" }).click();
    await checked(page);
    assert.equal((await report(page)).speeches[0].minutes, minutes);
    await close();
  });

  test("levels are chosen; the usual order is no setting", async () => {
    const { page, close } = await open(site);
    await openSettings(page);
    const configuration = () => page.locator("speech-structure-checker").evaluate((checker) => checker.configuration);
    await dialog(page).getByLabel("第 2 层").selectOption("digit-comma");
    assert.deepEqual((await configuration()).levels, ["han-comma", "digit-comma", "digit-dot", "digit-paren", "circled"]);
    await dialog(page).getByLabel("第 2 层").selectOption("han-paren");
    assert.equal("levels" in (await configuration()), false);
    await checked(page);
    await close();
  });

  test("light and dark are chosen, or follow the system; the language too", async () => {
    const { page, close } = await open(site, { colorScheme: "light" });
    const paper = () => page.locator("speech-structure-checker").evaluate((checker) => getComputedStyle(checker).backgroundColor);
    const light = await paper();
    await openSettings(page);
    await dialog(page).getByLabel("外观").selectOption("dark");
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.equal(await paper(), dark);
    await dialog(page).getByLabel("外观").selectOption("light");
    assert.equal(await paper(), light);
    await dialog(page).getByLabel("外观").selectOption("system");
    assert.equal(await paper(), dark);
    await dialog(page).getByLabel("界面语言").selectOption("en");
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await dialog(page).isVisible(), false);
    await close();
  });

  test("a configuration goes out and comes in; a wrong one is refused by a sentence", async () => {
    const { page, close } = await open(site);
    await paste(page, gappy);
    await openSettings(page);
    assert.match(await importFile(page, '{"rules": {"numbering-gap": "off"}, "speakingRate": 180, "page": {"theme": "dark"}}'), /已导入/);
    assert.equal((await codes(page)).includes("numbering-gap"), false);
    const download = page.waitForEvent("download");
    await dialog(page).getByRole("button", { name: "导出设置" }).click();
    assert.deepEqual(JSON.parse(await readFile(await (await download).path(), "utf8")), { rules: { "numbering-gap": "off" }, speakingRate: 180 });
    assert.match(await importFile(page, '{"rules": {"numbering-gpa": "off"}}'), /没能导入.*<i>单位<\/i>.*“rules\.numbering-gpa”：没有这条规则/);
    assert.match(await importFile(page, '{"speakingRate": "快"}'), /“speakingRate”：应是一个数，不加引号，现在是 "快"/);
    assert.match(await importFile(page, "同志们"), /不是设置文件/);
    assert.match(await importFile(page, "[]"), /不是设置文件|没能导入/);
    assert.equal((await codes(page)).includes("numbering-gap"), false, "what was refused changed nothing");
    await close();
  });

  test("nothing is remembered unasked; what is asked for comes back; taking it back wipes it", async () => {
    const { page, close } = await open(site);
    await openSettings(page);
    await dialog(page).getByLabel("外观").selectOption("dark");
    assert.deepEqual(await stored(page), []);
    await dialog(page).getByLabel("记住这些设置").check();
    await page.reload();
    await checked(page);
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    await openSettings(page);
    await dialog(page).getByLabel("记住这些设置").uncheck();
    assert.deepEqual(await stored(page), []);
    await close();
  });

  test("what is silenced is forgotten with the page, unless settings are remembered; restoring forgets it", async () => {
    const { page, close } = await open(site);
    const silence = async () => {
      await finding(page, "numbering-gap").getByRole("button", { name: "更多" }).click();
      await finding(page, "numbering-gap").locator(".silence").click();
      await checked(page);
    };
    const again = async () => {
      await page.reload();
      await checked(page);
      return codes(page);
    };
    await silence();
    assert.equal((await codes(page)).includes("numbering-gap"), false);
    assert.deepEqual(await stored(page), []);
    assert.ok((await again()).includes("numbering-gap"));
    await openSettings(page);
    await dialog(page).getByLabel("记住这些设置").check();
    await page.keyboard.press("Escape");
    await silence();
    assert.equal((await again()).includes("numbering-gap"), false);
    assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes("序号"), "no words are kept");
    await page.locator(".silenced summary").click();
    await page.locator(".silenced").getByRole("button", { name: "恢复", exact: true }).click();
    await checked(page);
    assert.ok((await codes(page)).includes("numbering-gap"));
    assert.ok((await again()).includes("numbering-gap"));
    await close();
  });

  test("what is silenced goes out and comes in with the settings, is not lost to another's, and is brought back there", async () => {
    const first = await open(site);
    await finding(first.page, "numbering-gap").getByRole("button", { name: "更多" }).click();
    await finding(first.page, "numbering-gap").locator(".silence").click();
    await openSettings(first.page);
    const download = first.page.waitForEvent("download");
    await dialog(first.page).getByRole("button", { name: "导出设置" }).click();
    const exported = await readFile(await (await download).path(), "utf8");
    const { silenced } = JSON.parse(exported);
    assert.deepEqual(silenced.map(({ code, nth }) => [code, nth]), [["numbering-gap", 0]]);
    await first.close();

    const { page, close } = await open(site);
    await openSettings(page);
    assert.match(await importFile(page, exported), /已导入/);
    assert.equal((await codes(page)).includes("numbering-gap"), false);
    await importFile(page, '{"speakingRate": 180}');
    assert.equal((await codes(page)).includes("numbering-gap"), false, "a file that silences nothing brings nothing back");
    await dialog(page).getByRole("button", { name: "恢复默认设置" }).click();
    await checked(page);
    assert.equal((await codes(page)).includes("numbering-gap"), false);
    assert.match(await importFile(page, '{"silenced": [{"code": "numbering-gap"}]}'), /没能导入/);
    assert.match(await importFile(page, '{"silenced": 5}'), /没能导入/);
    await dialog(page).locator(".silenced").getByRole("button", { name: "全部恢复" }).click();
    await checked(page);
    assert.ok((await codes(page)).includes("numbering-gap"));
    assert.equal(await dialog(page).locator(".silenced").count(), 0);
    await close();
  });

  test("what a house has silenced is listed and can be restored", async () => {
    const { page: known, close: forget } = await open(site);
    const { id } = (await report(known)).diagnostics.find(({ code }) => code === "numbering-gap");
    const [, code, hash, nth] = /^(.+)-([0-9a-f]{16})-(\d+)$/.exec(id);
    await forget();
    const house = JSON.stringify({ silenced: [{ code, hash, nth: Number(nth) }] });
    const { page, close } = await open(site, { served: { "**/config.json": house } });
    assert.equal((await codes(page)).includes(code), false);
    await page.locator(".silenced summary").click();
    await page.locator(".silenced").getByRole("button", { name: "恢复", exact: true }).click();
    await checked(page);
    assert.ok((await codes(page)).includes(code));
    await close();
  });

  test("the draft is kept only where that was asked for", async () => {
    const { page, close } = await open(site);
    await openSettings(page);
    await dialog(page).getByLabel("把正文留在这台电脑上").check();
    await page.keyboard.press("Escape");
    await paste(page, gappy);
    await page.reload();
    await checked(page);
    assert.equal(await text(page), gappy);
    assert.match(await page.locator(".notice").innerText(), /接着上次的稿子/);
    await openSettings(page);
    await dialog(page).getByLabel("把正文留在这台电脑上").uncheck();
    assert.deepEqual(await stored(page), []);
    await close();
  });

  test("leaving with changes asks first; without changes it does not", async () => {
    const { page, close } = await open(site);
    const asked = [];
    page.on("dialog", (shown) => (asked.push(shown.type()), shown.accept()));
    await editor(page).click();
    await page.goto(`${site.address}?lang=zh-Hans`);
    assert.deepEqual(asked, [], "the sample is nobody's loss");
    await checked(page);
    await editor(page).click();
    await page.keyboard.type("我写的");
    await page.goto(site.address);
    assert.deepEqual(asked, ["beforeunload"]);
    await close();
  });

  test("a file over a draft that was saved nowhere: leaving asks, undone or not, until the text is saved", async () => {
    const { page, close } = await open(site);
    const loses = () =>
      page.evaluate(() => {
        const leaving = new Event("beforeunload", { cancelable: true });
        window.dispatchEvent(leaving);
        return leaving.defaultPrevented;
      });
    const openFile = async (name) => {
      await drop(page, name, Buffer.from(gappy));
      await page.locator(".file-name", { hasText: name }).waitFor();
    };
    await openFile("甲.txt");
    assert.equal(await loses(), false, "the sample is nobody's loss");
    await editor(page).click();
    await page.keyboard.type("我写的");
    await openFile("乙.txt");
    assert.equal(await loses(), true, "what was written lies under the file");
    await openFile("丙.txt");
    assert.equal(await loses(), true, "and under another");
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "保存文件" }).click();
    await saving;
    assert.equal(await loses(), false);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.locator(".file-name", { hasText: "甲.txt" }).waitFor();
    assert.equal(await loses(), true, "it is there again, and nowhere else");
    await close();
  });

  test("house rules that are wrong are told, and the usual settings serve", async () => {
    const wrong = JSON.stringify({ rules: { "<img src=x>": "off" } });
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: wrong }));
    await page.goto(site.address);
    const trouble = page.locator("header [role=alert]");
    await trouble.waitFor();
    assert.match(await trouble.innerText(), /没有采用.*<img src=x>/s);
    await checked(page);
    assert.equal((await report(page)).version, 1);
    await context.close();
  });

  test("house rules beside the page are obeyed: rules, language and theme", async () => {
    const house = JSON.stringify({ rules: { "numbering-gap": "off" }, page: { language: "zh-Hant", theme: "dark", origins: ["https://oa.example"] } });
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: house }));
    await page.goto(site.address);
    await page.locator("speech-outline [role=treeitem]").first().waitFor();
    await checked(page);
    assert.equal(await page.title(), "講話稿結構檢查");
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    assert.equal((await codes(page)).includes("numbering-gap"), false);
    await context.close();
  });
});
