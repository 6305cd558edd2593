// The main path in Firefox: `npm run test:firefox`, or `cargo xtask test --with firefox`. puppeteer-core speaks WebDriver BiDi,
// which Debian's Firefox understands; playwright-core needs a Firefox of its own.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const www = fileURLToPath(new URL("../../", import.meta.url));
const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json" };
const gappy = "在班前会上的讲话\n同志们：\n下面，我讲三点意见。\n一、把安全放在首位\n检查要细。\n三、把责任扛在肩上\n落实要快。\n谢谢大家！";

const server = createServer(async (request, response) => {
  const name = new URL(request.url, "http://site").pathname.replace("/any/sub/path/", "") || "index.html";
  const body = await readFile(join(www, "dist", name)).catch(() => undefined);
  response.writeHead(body ? 200 : 404, { "content-type": types[name.split(".").pop()] ?? "application/octet-stream" }).end(body);
});

describe("the main path in Firefox", () => {
  let browser, address;
  before(async () => {
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${server.address().port}/any/sub/path/`;
    browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
  });
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  async function mainPath(url) {
    const page = await browser.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(url);
    await page.waitForFunction(() => document.querySelector("speech-structure-checker")?.report);
    await page.evaluate(() => {
      globalThis.breaches = [];
      document.addEventListener("securitypolicyviolation", (event) => globalThis.breaches.push(event.violatedDirective));
    });
    const requests = [];
    page.on("request", (request) => request.url().startsWith("blob:") || requests.push(request.url()));
    const outcome = await page.evaluate(async (words) => {
      const checker = document.querySelector("speech-structure-checker");
      const settle = async () => (await checker.checked(), await checker.updateComplete);
      const codes = () => checker.report.diagnostics.map(({ code }) => code);
      checker.value = words;
      await settle();
      const found = codes();
      const panel = checker.shadowRoot.querySelector("speech-findings");
      await panel.updateComplete;
      const item = panel.shadowRoot.querySelector('li.finding[data-code="numbering-gap"], [data-code="numbering-gap"]');
      item.querySelector(".fix").click();
      for (let wait = 0; wait < 100 && checker.value === words; wait += 1) await new Promise((resolve) => setTimeout(resolve, 30));
      await settle();
      return { found, left: codes(), text: checker.value, servedBy: checker.client.servedBy };
    }, gappy);
    assert.ok(outcome.found.includes("numbering-gap"));
    assert.match(outcome.text, /二、把责任扛在肩上/);
    assert.equal(outcome.left.includes("numbering-gap"), false);
    assert.equal(outcome.servedBy, "worker");
    assert.deepEqual(await page.evaluate(() => globalThis.breaches), []);
    assert.deepEqual([requests, errors], [[], []]);
    await page.close();
  }

  test("the site under a sub path: paste, findings, a fix", () => mainPath(address));

  const single = join(www, "../dist/speech-structure.html");
  test("the single file from the disk", { skip: !existsSync(single) && "dist/ has not been made (cargo xtask package)" }, () => mainPath(pathToFileURL(single).href));
});
