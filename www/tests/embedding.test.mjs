// The checker in other people's pages: a field of a form, twice on a page, in an iframe that only allowed pages may talk to, and
// as an npm package that does nothing when it is imported.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { start, watch } from "./browser.mjs";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const www = fileURLToPath(new URL("../", import.meta.url));
if (!existsSync(join(dist, "SHA256SUMS"))) execFileSync(process.execPath, [join(www, "package.mjs")], { stdio: "inherit" });

const gappy = "在班前会上的讲话\n同志们：\n下面，我讲三点意见。\n一、把安全放在首位\n检查要细。\n三、把责任扛在肩上\n落实要快。\n谢谢大家！";
const settled = (page, selector) => page.locator(selector).evaluate(async (element) => (await element.checked(), element.report));

describe("the element", () => {
  let site;
  before(async () => (site = await start(join(dist, "intranet-example"))));
  after(() => site.close());

  async function sample() {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const record = await watch(page);
    await page.goto(`${site.address}intranet.html`);
    await page.waitForFunction(() => customElements.get("speech-structure-checker"));
    await settled(page, "#before");
    page.on("request", (request) => record.requests.push(request.url()));
    return { page, record, close: () => context.close() };
  }

  test("the sample page works under a strict policy: two checkers, house rules, a form, events", async () => {
    const { page, record, close } = await sample();
    await page.evaluate(() => {
      globalThis.told = [];
      for (const kind of ["input", "change", "report"]) {
        document.addEventListener(kind, (event) => globalThis.told.push(`${kind} ${event.target.id || event.target.getAttribute("name")} ${event.composed}`));
      }
    });
    await page.locator("form speech-structure-checker .cm-content").click();
    await page.keyboard.insertText(gappy);
    const report = await settled(page, "form speech-structure-checker");
    assert.ok(report.diagnostics.some(({ code }) => code === "numbering-gap"));
    await page.locator("[name=title]").click();
    const told = await page.evaluate(() => globalThis.told);
    for (const one of ["input speech true", "change speech true", "report speech true"]) assert.ok(told.includes(one), `${one} in ${told}`);
    assert.match(await page.locator("#state").innerText(), /还有 \d+ 处错误/);
    const data = await page.locator("form").evaluate((form) => Object.fromEntries(new FormData(form)));
    assert.equal(data.speech, gappy);
    assert.deepEqual(await page.locator("form speech-structure-checker").evaluate((element) => element.configuration), { speakingRate: 200, rules: { "overlong-paragraph": "off" } });
    await page.locator("form").evaluate((form) => form.reset());
    assert.equal(await page.locator("form speech-structure-checker").evaluate((element) => element.value), "");
    assert.deepEqual(record, { requests: [], violations: [], errors: [] });
    await close();
  });

  test("house rules that cannot be read or found are told above the text, which is checked by the usual ones", async () => {
    const { page, close } = await sample();
    const form = "form speech-structure-checker";
    const told = page.locator(`${form} [role=alert]`);
    const obey = (config) => page.locator(form).evaluate((element, given) => element.setAttribute("config", given), config);
    await page.evaluate(() => {
      const block = document.createElement("template"); // the policy forbids writing into a script
      Object.assign(block, { id: "broken", textContent: '{"speakingRate": 200,}' });
      document.body.append(block);
    });
    for (const [config, sentence] of [["#broken", /没有采用.*格式有误/], ["#nowhere", /没有找到 #nowhere/], ["nowhere.json", /没有找到 nowhere\.json/]]) {
      await obey(config);
      await told.filter({ hasText: sentence }).waitFor();
      assert.equal((await settled(page, form)).version, 1);
    }
    await obey("#house-rules");
    await told.waitFor({ state: "detached" });
    await close();
  });

  test("read only: findings without fixes, a text that cannot be changed", async () => {
    const { page, close } = await sample();
    const report = await settled(page, "#before");
    assert.ok(report.diagnostics.length > 0);
    assert.equal(await page.locator("#before .fix").count(), 0);
    const value = () => page.locator("#before").evaluate((element) => element.value);
    const was = await value();
    await page.locator("#before .cm-content").click();
    await page.keyboard.type("改");
    assert.equal(await value(), was);
    assert.equal(await page.locator("#before .cm-content").getAttribute("aria-readonly"), "true");
    await close();
  });

  test("language and theme are each element's own; an element that is moved lives on", async () => {
    const { page, close } = await sample();
    const colour = (selector) => page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
    await page.locator("#before").evaluate((element) => {
      element.theme = "dark";
      element.lang = "en";
    });
    await settled(page, "#before");
    assert.notEqual(await colour("#before"), await colour("form speech-structure-checker"));
    assert.match(await page.locator("#before .summary").innerText(), /speech/);
    await page.locator("#before").evaluate((element) => document.body.prepend(element));
    await page.waitForTimeout(50);
    await page.locator("#before").evaluate((element) => (element.value = "同志们：\n谢谢大家！"));
    assert.equal((await settled(page, "#before")).speeches.length, 1);
    await close();
  });
});

describe("the iframe", () => {
  let site, host, address;
  const hostPage = (source) => `<!doctype html><iframe src="${source}" width="1000" height="700"></iframe><script>
    const told = []; const frame = document.querySelector("iframe");
    addEventListener("message", ({ data, origin }) => told.push({ ...data, origin }));
    const ask = (message) => frame.contentWindow.postMessage({ protocol: "speech-structure", version: 1, ...message }, "*");
  </script>`;
  before(async () => {
    site = await start(join(dist, "site"));
    host = createServer((_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(hostPage(site.address)));
    await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${host.address().port}/`;
  });
  after(async () => {
    await site.close();
    host.closeAllConnections();
    host.close();
  });

  async function embed(origins) {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify({ page: { origins } }) }));
    await page.goto(address);
    const frame = page.frameLocator("iframe");
    await frame.locator("speech-structure-checker .cm-content").waitFor();
    const until = (kind) => page.waitForFunction((wanted) => told.find((message) => message.kind === wanted), kind).then((found) => found.jsonValue());
    const forget = () => page.evaluate(() => void told.splice(0));
    const ask = (message) => page.evaluate((asked) => ask(asked), message);
    return { page, frame, until, forget, ask, close: () => context.close() };
  }

  test("an allowed page sets the text, gets it, gets reports, and configures", async () => {
    const { page, until, forget, ask, close } = await embed([new URL(address).origin]);
    assert.equal((await until("ready")).origin, new URL(site.address).origin);
    await forget();
    await ask({ kind: "setText", id: 1, text: gappy, name: "讲话.txt" });
    assert.equal((await until("done")).id, 1);
    // The report of the empty text that stood there before may come in between.
    await page.waitForFunction(() => told.some(({ kind, report }) => kind === "report" && report.source.name === "讲话.txt" && report.speeches.length === 1));
    await ask({ kind: "getText", id: "two" });
    assert.deepEqual(await until("text").then(({ text, id }) => [text, id]), [gappy, "two"]);
    await forget();
    await ask({ kind: "configure", id: 3, settings: { configuration: { rules: { "numbering-gap": "off" } }, language: "en", theme: "dark", readonly: true } });
    await until("done");
    await forget();
    await ask({ kind: "report", id: 4 });
    const codes = (await until("report")).report.diagnostics.map(({ code }) => code);
    assert.equal(codes.includes("numbering-gap"), false);
    await forget();
    await ask({ kind: "configure", id: 5, settings: { configuration: { rules: { nonsense: "off" } } } });
    assert.match((await until("error")).message, /nonsense/);
    await forget();
    await ask({ kind: "getText", version: 2 });
    await ask({ kind: "dance" });
    await page.waitForTimeout(200);
    assert.deepEqual(await page.evaluate(() => told), [], "other versions and kinds are ignored");
    await close();
  });

  test("a page that is not on the list hears nothing and moves nothing", async () => {
    const { page, frame, ask, close } = await embed(["https://oa.example"]);
    await ask({ kind: "setText", id: 1, text: "别人的话" });
    await ask({ kind: "getText", id: 2 });
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => told), []);
    assert.equal(await frame.locator("speech-structure-checker").evaluate((element) => element.value), "");
    await close();
  });
});

describe("the npm package", () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "speech-structure-"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--offline", join(dist, "speech-structure-0.1.0.tgz")], { cwd: folder });
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (script) => {
    writeFileSync(join(folder, "run.mjs"), script);
    return execFileSync(process.execPath, ["run.mjs"], { cwd: folder, encoding: "utf8" });
  };

  test("`.` and `./inline` check a text; importing starts nothing", () => {
    const words = JSON.stringify(gappy);
    const script = `
      const before = Object.keys(globalThis).length;
      const plain = await import("speech-structure"), inline = await import("speech-structure/inline");
      console.log(Object.keys(globalThis).length - before);
      await plain.init((await import("node:fs")).readFileSync(new URL(import.meta.resolve("speech-structure/core.wasm"))));
      console.log(plain.check(${words}).diagnostics.length);
      await inline.init();
      console.log(inline.check(${words}).diagnostics.length);
      const client = inline.createClient({ wasm: inline.wasm });
      console.log((await client.check(${words})).diagnostics.length);`;
    const [globals, ...counts] = run(script).trim().split("\n").map(Number);
    assert.equal(globals, 0);
    assert.ok(counts[0] > 0);
    assert.equal(new Set(counts).size, 1);
  });

  test("the types hold what is documented", () => {
    writeFileSync(join(folder, "sample.ts"), `
      import { init, check, createClient, type Report, type Configuration } from "speech-structure";
      import { init as initInline, wasm } from "speech-structure/inline";
      import { defineElement, type FrameRequest } from "speech-structure/element";
      const configuration: Configuration = { rules: { "numbering-gap": "off" }, speakingRate: 200 };
      await init("core.wasm"); await initInline(); defineElement();
      const report: Report = check("稿", { lang: "en", configuration, silenced: [] });
      const client = createClient({ wasm }); const later: Report = await client.check("稿");
      const message: FrameRequest = { protocol: "speech-structure", version: 1, kind: "setText", text: "稿" };
      const element = document.createElement("speech-structure-checker"); element.value = report.source.name + later.version + message.kind;
      element.addEventListener("report", ({ detail }) => console.log(detail.report.speeches));
      // @ts-expect-error an unknown severity
      const wrong: Configuration = { rules: { "numbering-gap": "loud" } }; void wrong;
    `);
    const options = ["--noEmit", "--strict", "--ignoreConfig", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--types", ""];
    execFileSync(process.execPath, [join(www, "node_modules/typescript/bin/tsc"), ...options, "sample.ts"], { cwd: folder, stdio: "inherit" });
  });

  test("checksums are right", () => {
    const sums = readFileSync(join(dist, "SHA256SUMS"), "utf8");
    assert.match(sums, / speech-structure\.html\n/);
    assert.match(sums, /\.tgz\n/);
    execFileSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: dist });
  });
});
