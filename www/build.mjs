// Bundles the page into dist/: index.html, one script, one style sheet, the worker and the core. Names carry a hash of
// their content, so a server may let them be cached for ever; addresses are relative, so any path will do.
// `--core <folder>` takes the core from elsewhere than generated/.

import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, transform } from "esbuild";

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const { values } = parseArgs({ options: { core: { type: "string", default: join(here, "generated") }, out: { type: "string", default: join(here, "dist") } } });
const coreFolder = resolve(values.core);
const out = resolve(values.out);

// The oldest browsers that the page promises to run in; support.js tells older ones so.
const target = ["chrome96", "firefox102", "safari16"];

const core = {
  name: "core",
  setup(bundle) {
    bundle.onResolve({ filter: /generated\/speech_structure\.js$/ }, () => ({ path: join(coreFolder, "speech_structure.js") }));
  },
};

/** A style sheet that a component imports is its minified text. */
const styleText = {
  name: "style-text",
  setup(bundle) {
    bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const script = { bundle: true, minify: true, format: "iife", target, charset: "utf8", legalComments: "none", logLevel: "warning", write: false };

async function keep(name, contents) {
  const [stem, ending] = [basename(name, name.slice(name.lastIndexOf("."))), name.slice(name.lastIndexOf("."))];
  const hashed = `${stem}-${createHash("sha256").update(contents).digest("hex").slice(0, 10)}${ending}`;
  await writeFile(join(out, hashed), contents);
  return hashed;
}

async function bundled(entry, options = {}) {
  const { outputFiles } = await build({ ...script, entryPoints: [join(here, entry)], plugins: [core, styleText], ...options });
  return outputFiles[0].contents;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const coreFile = await keep("core.wasm", await readFile(join(coreFolder, "speech_structure_bg.wasm")));
const workerFile = await keep("worker.js", await bundled("src/core/worker.ts"));
const page = await bundled("src/main.ts", {
  define: { CORE_FILE: JSON.stringify(coreFile), WORKER_FILE: JSON.stringify(workerFile) },
});
const pageFile = await keep("page.js", page);
const styleFile = await keep("page.css", await bundled("src/styles/page.css", { plugins: [] }));

const document = await readFile(join(here, "index.html"), "utf8");
await writeFile(join(out, "index.html"), document.replace("page.js", pageFile).replace("page.css", styleFile));
await copyFile(join(here, "support.js"), join(out, "support.js"));
