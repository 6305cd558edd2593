// What every build of the page has in common: browsers, esbuild's options, how style sheets and the core get in. In: an
// entry. Out: its bundle's text. Nothing is written here.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { build, transform } from "esbuild";

export const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;

// The oldest browsers that the page promises to run in; support.js tells older ones so.
export const target = ["chrome96", "firefox102", "safari16"];

const script = { bundle: true, minify: true, format: "iife", target, charset: "utf8", legalComments: "none", logLevel: "warning", write: false };

/** The core may lie elsewhere than in generated/. */
const coreFrom = (folder) => ({
  name: "core",
  setup(bundle) {
    bundle.onResolve({ filter: /generated\/speech_structure\.js$/ }, () => ({ path: join(folder, "speech_structure.js") }));
  },
});

export const coreBytes = (folder) => readFile(join(folder, "speech_structure_bg.wasm"));

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

/** What is packed into a script: `packed:core`, `packed:worker`. */
const packed = (coreFolder) => ({
  name: "packed",
  setup(bundle) {
    bundle.onResolve({ filter: /^packed:/ }, ({ path }) => ({ path, namespace: "packed" }));
    bundle.onLoad({ filter: /core$/, namespace: "packed" }, async () => ({
      contents: deflateRawSync(await coreBytes(coreFolder), { level: 9 }).toString("base64"),
      loader: "text",
    }));
    bundle.onLoad({ filter: /worker$/, namespace: "packed" }, async () => ({ contents: await bundled("src/core/worker.ts", coreFolder), loader: "text" }));
  },
});

/** Whoever asks for assets.js gets its twin, which has the core inside. */
const inlineAssets = {
  name: "inline-assets",
  setup(bundle) {
    bundle.onResolve({ filter: /\/assets\.js$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path.replace("assets.js", "assets-inline.ts")) }));
  },
};

/** A script without imports; with `inside`, the core is in it. */
export async function bundled(entry, coreFolder, { inside = false, ...options } = {}) {
  const plugins = [coreFrom(coreFolder), styleText, packed(coreFolder), ...(inside ? [inlineAssets] : [])];
  const { outputFiles } = await build({ ...script, entryPoints: [join(here, entry)], plugins, ...options });
  return outputFiles[0].text;
}

/** The page's own sheet, with what it imports. */
export const pageStyle = async () => {
  const { outputFiles } = await build({ ...script, entryPoints: [join(here, "src/styles/page.css")] });
  return outputFiles[0].text;
};

export const hash = (contents, encoding) => createHash("sha256").update(contents).digest(encoding);

/** A module that keeps what it exports. */
export const modules = (entry, coreFolder) => ({ ...script, format: "esm", entryPoints: [entry], plugins: [coreFrom(coreFolder), styleText, packed(coreFolder)] });
