// What every page test needs: the built site served under a sub path, a Chromium, and a page that keeps a record of
// requests, policy violations and errors. SITE names another built folder, CHROMIUM another browser.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const site = process.env.SITE ?? fileURLToPath(new URL("../dist/", import.meta.url));
/** As the notes for administrators give it. */
const notes = await readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");
const policy = /```\n(default-src[^`]*)```/.exec(notes)[1].trim().replace(/\s+/g, " ");
const prefix = "/any/sub/path/";
const types = { json: "application/json", html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", wasm: "application/wasm" };
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

async function serve(folder) {
  const headers = folder === site ? { "content-security-policy": policy } : {};
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://site").pathname;
    const name = path.slice(prefix.length) || "index.html";
    try {
      if (!path.startsWith(prefix) || name.includes("/")) throw new Error("not here");
      const body = await readFile(join(folder, name));
      response.writeHead(200, { ...headers, "content-type": types[name.split(".").pop()] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}${prefix}` };
}

/** A browser and the address of the site; `close` ends both. `folder` is another than the site's. */
export async function start(folder = site) {
  const { server, address } = await serve(folder);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
  return { browser, address, close };
}

/** Records requests, policy violations and errors of a page from now on. */
export async function watch(page) {
  const record = { requests: [], violations: [], errors: [] };
  page.on("pageerror", (error) => record.errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && record.errors.push(message.text()));
  await page.exposeFunction("recordViolation", (violation) => record.violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      globalThis.recordViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return record;
}

/** What axe has to say against the page as it stands. */
export async function accessibility(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ""}`).join(" | ")}`);
}

/** A loaded page whose sample has been checked; `blocked` names files that it does not get, `served` others that it gets instead, `prepare` runs before its own scripts. */
export async function open({ browser, address }, { query = "", blocked, served = {}, prepare, untilChecked = true, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ["clipboard-read", "clipboard-write"], ...options });
  const page = await context.newPage();
  const record = await watch(page);
  if (prepare) await page.addInitScript(prepare);
  for (const [address, body] of Object.entries(served)) await page.route(address, (route) => route.fulfill({ body }));
  if (blocked) await page.route(blocked, (route) => route.abort());
  await page.goto(address + query);
  if (untilChecked) {
    await page.locator("speech-outline [role=treeitem]").first().waitFor({ state: "attached" });
    await checked(page);
  }
  // What a Blob holds is in the page already.
  page.on("request", (request) => request.url().startsWith("blob:") || record.requests.push(request.url()));
  return { page, record, close: () => context.close() };
}

const inChecker = (body) => (page, argument) => page.locator("speech-structure-checker").evaluate(body, argument);

export const text = inChecker((checker) => checker.value);
export const report = inChecker((checker) => checker.report);
/** Waits until the newest text has been checked and drawn. */
export const checked = inChecker(async (checker) => {
  await checker.checked();
  await checker.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
});
/** Does what changes the text in its own time, such as a click on a fix, and waits until the new text has been checked. */
export async function changed(page, act) {
  const before = await text(page);
  await act();
  await page.waitForFunction((words) => document.querySelector("speech-structure-checker").value !== words, before);
  await checked(page);
}
/** The line of the caret, counted from 1, by the text before it. */
export const caretLine = inChecker((checker) => {
  const root = checker.shadowRoot;
  const lines = [...root.querySelectorAll(".cm-lineNumbers .cm-gutterElement")];
  const active = root.querySelector(".cm-activeLine");
  const middle = active.getBoundingClientRect().top + 4;
  const number = lines.find((line) => line.style.visibility !== "hidden" && line.getBoundingClientRect().top <= middle && line.getBoundingClientRect().bottom > middle);
  return Number(number.textContent);
});

export const editor = (page) => page.locator("speech-structure-checker .cm-content");
export const rows = (page) => page.locator("speech-outline [role=treeitem]");
export const findings = (page) => page.locator("speech-findings li.finding");
export const finding = (page, code) => page.locator(`speech-findings li.finding[data-code="${code}"]`);

/** Waits until the outline marks exactly one section as the caret's, and its words are these. */
export async function current(page, words) {
  const marked = page.locator('speech-outline [aria-current="location"]');
  let seen = [];
  for (let attempt = 0; attempt < 200; attempt += 1) {
    seen = await marked.allInnerTexts();
    if (seen.length === 1 && words.test(seen[0])) return;
    await page.waitForTimeout(25);
  }
  throw new Error(`the caret's section is marked as ${JSON.stringify(seen)}, not as ${words}`);
}

/** Replaces the text as a person does: select all, paste. */
export async function paste(page, words) {
  await editor(page).focus();
  await page.keyboard.press("Control+a");
  await editor(page).evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
  }, words);
  await checked(page);
}

/** Drops a file on the text. */
export function drop(page, name, content) {
  return editor(page).evaluate(
    (element, file) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(file.content)], file.name, { type: "text/plain" }));
      for (const kind of ["dragenter", "dragover", "drop"]) {
        element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
      }
    },
    { name, content: [...content] },
  );
}
