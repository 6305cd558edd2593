// An attacker, or an administrator without luck: messages that are none, house rules that are none, a store that refuses, a
// worker that hangs or dies, an element that is taken out in the middle of a check. The page stays, and says what is wrong.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checked, editor, open, rows, start, text, watch } from "./browser.mjs";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

const pasteHtml = (page, plain, html) =>
  editor(page).evaluate(
    (element, { plain, html }) => {
      const data = new DataTransfer();
      data.setData("text/plain", plain);
      data.setData("text/html", html);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
    },
    { plain, html },
  );

describe("house rules and the store", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  const withRules = (body, options = {}) => open(site, { served: { "**/config.json": body }, ...options });
  const trouble = (page) => page.locator("body > header .trouble p");

  test("rules that are no JSON object are told; an empty file, or a server's own page in their place, is none", async () => {
    for (const body of ["{\"rules\": {},}", "[]", "null", "5"]) {
      const { page, close } = await withRules(body);
      assert.match(await trouble(page).innerText(), /统一设置有误/, body);
      await close();
    }
    for (const body of ["", "\ufeff{}", "<!doctype html><title>404</title>", "{\"page\": null}", "{\"page\": {\"language\": [\"en\"], \"theme\": {\"toString\": 1}, \"origins\": \"*\"}}"]) {
      const { page, record, close } = await withRules(body);
      assert.equal(await trouble(page).count(), 0, body);
      assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-Hans", body);
      assert.deepEqual(record.errors, [], body);
      await close();
    }
  });

  test("values of a wrong type are told, and the page serves as usual", async () => {
    for (const body of ['{"rules": 5}', '{"silenced": "x"}', '{"levels": 7}', '{"speakingRate": "fast"}', '{"__proto__": {"x": 1}}', '{"rules": {"<img src=x onerror=hit()>": "off"}}']) {
      const { page, record, close } = await withRules(body);
      await trouble(page).waitFor();
      await page.getByRole("button", { name: "设置", exact: true }).click();
      await page.locator("speech-settings .rules .row").first().waitFor();
      assert.deepEqual([record.errors, record.violations], [[], []], body);
      await close();
    }
  });

  test("a server that never answers for the rules does not keep the page from opening", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route("**/config.json", () => undefined);
    await page.goto(site.address, { waitUntil: "commit" });
    await rows(page).first().waitFor({ timeout: 15_000 });
    await context.close();
  });

  test("what stands in the store may be anything", async () => {
    const prepare = () => {
      localStorage.setItem("speech-structure.preferences", JSON.stringify({ language: { toString: 1 }, theme: 7, configuration: { rules: 7, levels: "x", silenced: {} }, keepDraft: "yes" }));
      localStorage.setItem("speech-structure.draft", JSON.stringify({ text: 5, name: [] }));
    };
    const { page, record, close } = await open(site, { prepare });
    assert.deepEqual(record.errors, []);
    assert.ok((await text(page)).length > 100);
    await close();
  });

  test("a store that is full is told when something should be remembered", async () => {
    const prepare = () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    };
    const { page, record, close } = await open(site, { prepare });
    await page.getByRole("button", { name: "设置", exact: true }).click();
    await page.locator("speech-settings input[type=checkbox]").first().check();
    assert.match(await trouble(page).innerText(), /记不住/);
    assert.deepEqual(record.errors, []);
    await close();
  });
});

describe("a worker that fails", () => {
  let site;
  before(async () => (site = await start()));
  after(() => site.close());

  /** A page whose clock can be put forward. */
  async function withClock(prepare) {
    const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.clock.install();
    await page.addInitScript(prepare);
    await page.goto(site.address);
    await editor(page).waitFor();
    return { page, close: () => context.close() };
  }

  test("one that does not answer is said to be at work, then ended; the text stays, and the next change is checked", async () => {
    const { page, close } = await withClock(() => {
      const RealWorker = Worker;
      globalThis.Worker = class extends RealWorker {
        postMessage(message) {
          if (message.kind !== "check" || !globalThis.hangs) super.postMessage(message);
        }
      };
    });
    await rows(page).first().waitFor();
    await page.evaluate(() => (globalThis.hangs = true));
    await editor(page).focus();
    await page.keyboard.type("好");
    await page.waitForTimeout(300);
    await page.clock.fastForward(3000);
    await page.locator(".summary", { hasText: "正在检查" }).waitFor();
    await page.clock.fastForward(121_000);
    assert.match(await page.getByRole("alert").innerText(), /您的文字还在/);
    await page.evaluate(() => (globalThis.hangs = false));
    await page.keyboard.type("的");
    await page.getByRole("alert").waitFor({ state: "detached" });
    assert.match(await text(page), /^好的/);
    await page.locator(".summary", { hasText: "篇讲话" }).waitFor();
    await close();
  });

  test("one that never starts leaves the work to the page", async () => {
    const { page, close } = await withClock(() => {
      globalThis.Worker = class {
        postMessage() {}
        terminate() {}
      };
    });
    await page.waitForTimeout(300);
    assert.equal(await page.locator("speech-findings .empty, speech-outline .empty").count(), 0, "nothing is known yet, so nothing is said");
    await page.clock.fastForward(121_000);
    await rows(page).first().waitFor();
    assert.match(await page.locator(".hint").allInnerTexts().then((all) => all.join()), /后台/);
    await close();
  });

  test("what is pasted is not lost while the core does not answer", async () => {
    const { page, close } = await withClock(() => {
      const RealWorker = Worker;
      globalThis.Worker = class extends RealWorker {
        postMessage(message) {
          if (message.kind === "start") super.postMessage(message);
        }
      };
    });
    await editor(page).focus();
    await pasteHtml(page, "抓紧办，抓到底", "<ol><li>抓紧办，抓到底</ol>");
    await page.clock.fastForward(4000);
    await page.waitForFunction(() => document.querySelector("speech-structure-checker").value.includes("抓到底"));
    await close();
  });

  test("one that dies at every check starts one anew each time, and the text stays", async () => {
    const prepare = () => {
      const RealWorker = Worker;
      globalThis.alive = 0;
      globalThis.Worker = class extends RealWorker {
        constructor(...given) {
          super(...given);
          globalThis.alive += 1;
        }
        terminate() {
          globalThis.alive -= 1;
          super.terminate();
        }
        postMessage(message) {
          if (message.kind === "check") setTimeout(() => this.onerror(new ErrorEvent("error", { message: "dead" })));
          else super.postMessage(message);
        }
      };
    };
    const { page, close } = await open(site, { prepare, untilChecked: false });
    await page.getByRole("alert").waitFor();
    await editor(page).focus();
    for (let time = 0; time < 8; time += 1) {
      await page.keyboard.type("好");
      await checked(page);
    }
    assert.match(await text(page), /^好{8}/);
    assert.match(await page.getByRole("alert").innerText(), /您的文字还在/);
    assert.ok((await page.evaluate(() => globalThis.alive)) <= 1);
    await close();
  });
});

describe("messages to the iframe", () => {
  let site, host, address;
  before(async () => {
    site = await start(join(dist, "site"));
    const body = `<!doctype html><iframe src="${site.address}" width="1000" height="700"></iframe><script>
      const told = []; const frame = document.querySelector("iframe");
      addEventListener("message", ({ data }) => told.push(data));
      const ask = (message) => frame.contentWindow.postMessage({ protocol: "speech-structure", version: 1, ...message }, "*");
    </script>`;
    host = createServer((_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body));
    await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${host.address().port}`;
  });
  after(async () => {
    await site.close();
    host.closeAllConnections();
    host.close();
  });

  /** The address of an origin is written as administrators write it, and beside it stands what is none. */
  async function embed() {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const record = await watch(page);
    const origins = [`${address}/`, "*", "null", "https://", 5];
    await page.route("**/config.json", (route) => route.fulfill({ body: JSON.stringify({ page: { origins } }) }));
    await page.goto(address);
    await page.waitForFunction(() => told.some(({ kind }) => kind === "ready"));
    const answer = (id) => page.waitForFunction((id) => told.find((one) => one.id === id), id).then((found) => found.jsonValue());
    return { page, record, answer, frame: page.frameLocator("iframe"), close: () => context.close() };
  }

  test("what is no message is not answered; what is wrong in one is, and changes nothing", async () => {
    const { page, record, answer, frame, close } = await embed();
    await page.evaluate(() => {
      const junk = [null, 5, "setText", [], {}, { protocol: "speech-structure" }, { protocol: "speech-structure", version: 2, kind: "getText" }];
      for (const one of junk) frame.contentWindow.postMessage(one, "*");
      for (const kind of [["setText"], { toString: 1 }, "constructor", "__proto__", null]) ask({ kind, id: "junk", text: "坏" });
    });
    const wrong = [
      { kind: "setText" },
      { kind: "setText", text: { length: 5 } },
      { kind: "configure" },
      { kind: "configure", settings: { language: "xx" } },
      { kind: "configure", settings: { theme: ["dark"] } },
      { kind: "configure", settings: { readonly: "no" } },
      { kind: "configure", settings: { configuration: "x" } },
      { kind: "configure", settings: { configuration: { rules: 5 } } },
    ];
    await page.evaluate((wrong) => wrong.forEach((one, id) => ask({ ...one, id })), wrong);
    for (const [id, one] of wrong.entries()) assert.equal((await answer(id)).kind, "error", JSON.stringify(one));
    assert.equal(await page.evaluate(() => told.some(({ id }) => id === "junk")), false);
    assert.equal(await frame.locator("body > header h1").innerText(), "讲话稿结构检查");
    assert.deepEqual(record.errors, []);
    await close();
  });

  test("a flood of texts ends with the last one, checked", async () => {
    const { page, answer, close } = await embed();
    await page.evaluate(() => {
      for (let number = 0; number < 3000; number += 1) ask({ kind: "setText", text: `在第${number}次会上的讲话\n同志们：\n一、好\n好。\n三、好\n好。\n谢谢大家！` });
      ask({ kind: "report", id: "last" });
      ask({ kind: "getText", id: "text" });
    });
    assert.match((await answer("text")).text, /第2999次/);
    const { report } = await answer("last");
    assert.match(report.speeches[0].title, /第2999次/);
    await close();
  });

  test("undoing a text that was set brings back the earlier one with its own name", async () => {
    const { page, answer, frame, close } = await embed();
    await page.evaluate(() => {
      ask({ kind: "setText", text: "同志们：\n谢谢大家！", name: "甲.txt" });
      ask({ kind: "setText", text: "各位代表：\n谢谢大家！", name: "乙.txt", id: 2 });
    });
    await answer(2);
    await frame.locator(".cm-content").press("Control+z");
    const name = frame.locator("speech-structure-checker");
    assert.equal(await name.evaluate((checker) => checker.name), "甲.txt");
    await close();
  });
});

describe("the element in a hostile page", () => {
  let site;
  before(async () => (site = await start(join(dist, "intranet-example"))));
  after(() => site.close());

  test("taken out and put back in the middle of checks, it checks the text as it stands, and says nothing of a fault", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const record = await watch(page);
    await page.goto(`${site.address}intranet.html`);
    await page.waitForFunction(() => customElements.get("speech-structure-checker"));
    const title = await page.locator("form speech-structure-checker").evaluate(async (element) => {
      const place = element.parentNode;
      const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
      for (let time = 0; time < 12; time += 1) {
        element.value = `在第${time}次会上的讲话\n同志们：\n${"一、好\n好。\n".repeat(3000)}谢谢大家！`;
        await pause(time * 3);
        element.remove();
        await pause(time % 3);
        place.append(element);
      }
      await element.checked();
      while (!element.report?.speeches[0]?.title.includes("第11次")) await pause(20);
      await element.updateComplete;
      return element.report.speeches[0].title;
    });
    assert.match(title, /第11次/);
    assert.equal(await page.locator("form speech-structure-checker").getByRole("alert").count(), 0);
    assert.deepEqual(record.errors, []);
    await context.close();
  });

  test("read only means read only for what is pasted from Word, too", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.address}intranet.html`);
    const place = page.locator("#before");
    await place.evaluate((element) => element.checked());
    const was = await place.evaluate((element) => element.value);
    await place.locator(".cm-content").evaluate((element) => {
      const data = new DataTransfer();
      data.setData("text/plain", "要抓紧");
      data.setData("text/html", "<ol><li>要抓紧</ol>");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
    });
    await page.waitForTimeout(300);
    assert.equal(await place.evaluate((element) => element.value), was);
    await context.close();
  });
});
