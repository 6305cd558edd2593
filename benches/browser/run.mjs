// `node run.mjs node|chromium TEXT…`: measures in that engine and prints JSON; the first text is for the first call.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const modules = {
  coreBytes: readFileSync(here("../../www/generated/speech_structure_bg.wasm")),
  autocorrectBytes: readFileSync(here("node_modules/@huacnlee/autocorrect/autocorrect_bg.wasm")),
};

async function inNode(texts) {
  const { measure } = await import("./measure.mjs");
  return { engine: `Node ${process.versions.node}`, ...(await measure(modules, texts)) };
}

/** A page from no address: the script is handed over bundled, the modules as base64. */
async function inChromium(texts) {
  const page_packages = createRequire(here("../../www/package.json"));
  const { outputFiles } = page_packages("esbuild").buildSync({
    entryPoints: [here("measure.mjs")],
    bundle: true,
    format: "iife",
    write: false,
    alias: { zhlint: here("node_modules/zhlint/dist/zhlint.es.js") },
    define: { "import.meta.url": '""' },
  });
  const browser = await page_packages("playwright-core").chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: outputFiles[0].text });
    const packed = Object.entries(modules).map(([name, bytes]) => [name, bytes.toString("base64")]);
    const answer = await page.evaluate(
      ([packed, texts]) => {
        const unpacked = packed.map(([name, text]) => [name, Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]);
        return globalThis.measure(Object.fromEntries(unpacked), texts);
      },
      [packed, texts],
    );
    return { engine: `Chromium ${browser.version()}`, ...answer };
  } finally {
    await browser.close();
  }
}

const [engine, ...files] = process.argv.slice(2);
const texts = files.map((file) => [basename(file, ".txt"), readFileSync(file, "utf8")]);
console.log(JSON.stringify(await (engine === "chromium" ? inChromium : inNode)(texts)));
