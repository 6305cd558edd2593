// Pictures of the page, made by hand: `npm run pictures` renews docs/screenshot.png from the sample; with a folder
// (`npm run pictures -- /tmp/pictures`) it also puts every state at three widths, light and dark, there to be looked at.
// A second argument names a text file for the long document, a third the only states that are wanted (`sample,trap`).

import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checked, drop, editor, open, paste, start } from "./browser.mjs";
import { compilation, longDraft } from "./samples.mjs";

const screenshot = fileURLToPath(new URL("../../docs/screenshot.png", import.meta.url));
const [folder, longFile, wanted] = process.argv.slice(2);
const long = longFile ? await readFile(longFile, "utf8") : longDraft(40_000);
const speech = (title) => `${title}\n同志们：\n下面，我讲两点意见。\n一、统一思想\n要统一思想。\n三、狠抓落实\n要狠抓落实。\n谢谢大家！\n`;

/** On a phone the ways to many files and to the settings are in a menu. */
async function openMenu(page) {
  const menu = page.locator("body > header speech-menu .opener");
  if (await menu.isVisible()) await menu.click();
}

async function dropMany(page) {
  await editor(page).evaluate((element, texts) => {
    const data = new DataTransfer();
    texts.forEach((content, index) => data.items.add(new File([content], `2026年会议材料之${index + 1}：讲话稿.txt`, { type: "text/plain" })));
    data.items.add(new File(["%PDF-1.7"], "扫描件.txt"));
    element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
  }, Array.from({ length: 40 }, (_, index) => speech("在座谈会上的讲话").repeat(1 + (index % 7))));
  await page.locator("speech-files .told", { hasText: "检查完毕" }).waitFor({ timeout: 120_000 });
}

/** On a phone one part is seen at a time. */
const view = async (page, index) => {
  const choice = page.locator(".views button").nth(index);
  if (await choice.isVisible()) await choice.click();
};

/** The core breaks down at the next check. */
const trap = (page) =>
  page.locator("speech-structure-checker").evaluate(async (checker) => {
    const { client } = checker;
    const check = () => Promise.reject(Object.assign(new Error("unreachable"), { code: "core-failed" }));
    checker.client = { ...client, ready: client.ready, check };
    await checker.updateComplete;
    await checker.checked();
  });

const states = {
  empty: async (page) => {
    await paste(page, "");
    await editor(page).press("Control+a");
    await editor(page).press("Delete");
    await checked(page);
  },
  sample: async () => {},
  "sample-outline": (page) => view(page, 1),
  "sample-findings": (page) => view(page, 2),
  long: (page) => paste(page, long),
  "long-outline": async (page) => {
    await paste(page, long);
    await view(page, 1);
  },
  "long-findings": async (page) => {
    await paste(page, long);
    await view(page, 2);
    await page.locator("speech-findings .message").nth(2).click();
    await view(page, 2);
  },
  file: async (page) => {
    await drop(page, "植树动员会讲话（定稿）.txt", Buffer.from(compilation));
    await page.locator(".file").waitFor();
    await checked(page);
  },
  preview: async (page) => {
    await paste(page, compilation);
    await view(page, 2);
    await page.getByRole("button", { name: "一键修改" }).click();
    await page.locator("speech-changes dialog[open]").waitFor();
  },
  export: async (page) => {
    await page.getByRole("button", { name: "导出", exact: true }).click();
    await page.locator("speech-export dialog[open]").waitFor();
  },
  error: async (page) => {
    await drop(page, "2026年度工作会议讲话（扫描件）.pdf", Buffer.from("%PDF-1.7\n"));
    await page.getByRole("alert").waitFor();
  },
  trap: async (page) => {
    await trap(page);
    await page.getByRole("alert").waitFor();
  },
  menu: openMenu,
  settings: async (page) => {
    await openMenu(page);
    await page.getByRole("button", { name: "设置", exact: true }).click();
    await page.locator("speech-settings .rules .row").first().waitFor();
  },
  files: dropMany,
};
const chosen = Object.entries(states).filter(([name]) => !wanted || wanted.split(",").includes(name));

const site = await start();
try {
  const { page, close } = await open(site, { viewport: { width: 1440, height: 900 } });
  await page.screenshot({ path: screenshot });
  await close();
  if (folder) {
    await mkdir(folder, { recursive: true });
    for (const width of [1440, 1024, 390]) {
      for (const colorScheme of ["light", "dark"]) {
        for (const [name, prepare] of chosen) {
          const { page, close } = await open(site, { viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme });
          await prepare(page);
          await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
          await close();
        }
      }
    }
  }
} finally {
  await site.close();
}
