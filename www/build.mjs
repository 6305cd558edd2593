// Bundles the page into dist/: index.html, one script with the worker in it, one style sheet and the core. Names carry a hash of
// their content, so a server may let them be cached for ever; addresses are relative, so any path will do.
// `--core <folder>` takes the core from elsewhere than generated/.

import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundled, coreBytes, hash, here, pageStyle } from "./bundling.mjs";

const { values } = parseArgs({ options: { core: { type: "string", default: join(here, "generated") }, out: { type: "string", default: join(here, "dist") } } });
const coreFolder = resolve(values.core);
const out = resolve(values.out);

async function keep(name, contents) {
  const [stem, ending] = [basename(name, name.slice(name.lastIndexOf("."))), name.slice(name.lastIndexOf("."))];
  const hashed = `${stem}-${hash(contents, "hex").slice(0, 10)}${ending}`;
  await writeFile(join(out, hashed), contents);
  return hashed;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const coreFile = await keep("core.wasm", await coreBytes(coreFolder));
const page = await bundled("src/main.ts", coreFolder, {
  define: { CORE_FILE: JSON.stringify(coreFile) },
});
const pageFile = await keep("page.js", page);
const styleFile = await keep("page.css", await pageStyle());

const document = await readFile(join(here, "index.html"), "utf8");
await writeFile(join(out, "index.html"), document.replace("page.js", pageFile).replace("page.css", styleFile));
await copyFile(join(here, "support.js"), join(out, "support.js"));
// House rules: an administrator writes over it, see docs/embedding.md.
await writeFile(join(out, "config.json"), "{}\n");
