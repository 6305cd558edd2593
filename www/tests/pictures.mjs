// Pictures of the page, made by hand: `npm run pictures` renews docs/screenshot.png from the sample; with a folder
// (`npm run pictures -- /tmp/pictures`) it also puts every state at three widths, light and dark, there to be looked at.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { editor, open, start } from "./browser.mjs";

const screenshot = fileURLToPath(new URL("../../docs/screenshot.png", import.meta.url));
const folder = process.argv[2];
const speech = (title) => `${title}\n同志们：\n下面，我讲两点意见。\n一、统一思想\n要统一思想。\n三、狠抓落实\n要狠抓落实。\n谢谢大家！\n`;

async function dropMany(page) {
  await editor(page).evaluate((element, texts) => {
    const data = new DataTransfer();
    texts.forEach((content, index) => data.items.add(new File([content], `2026年会议材料之${index + 1}：讲话稿.txt`, { type: "text/plain" })));
    data.items.add(new File(["%PDF-1.7"], "扫描件.txt"));
    element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
  }, Array.from({ length: 40 }, (_, index) => speech("在座谈会上的讲话").repeat(1 + (index % 7))));
  await page.locator("speech-files .told", { hasText: "检查完毕" }).waitFor({ timeout: 120_000 });
}

const states = {
  sample: async () => {},
  settings: async (page) => {
    await page.getByRole("button", { name: "设置", exact: true }).click();
    await page.locator("speech-settings .rules .row").first().waitFor();
  },
  files: dropMany,
};

const site = await start();
try {
  const { page, close } = await open(site, { viewport: { width: 1440, height: 900 } });
  await page.screenshot({ path: screenshot });
  await close();
  if (folder) {
    await mkdir(folder, { recursive: true });
    for (const width of [1440, 1024, 390]) {
      for (const colorScheme of ["light", "dark"]) {
        for (const [name, prepare] of Object.entries(states)) {
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
