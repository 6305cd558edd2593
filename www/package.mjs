// Everything that is handed out, into one folder: the static site, the single file, the npm package, a sample of embedding,
// and checksums. Called by `cargo xtask package`, after the core has been built.

import { execFileSync } from "node:child_process";
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { bundled, coreBytes, hash, here, modules, pageStyle } from "./bundling.mjs";

const { values } = parseArgs({ options: { core: { type: "string", default: join(here, "generated") }, out: { type: "string", default: join(here, "../dist") } } });
const core = resolve(values.core);
const out = resolve(values.out);
const read = (name) => readFile(join(here, name), "utf8");

async function write(name, contents) {
  const path = join(out, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}

/** Inside an HTML document, and no different to JavaScript: a script element ends at the first of these. */
const asInlineScript = (script) => script.replace(/<(?=\/script|script|!--)/gi, "\\x3c");

const sourceOf = (contents) => `'sha256-${hash(contents, "base64")}'`;

/** One HTML file that opens by double click: nothing is fetched, so nothing may be. */
async function singleFile() {
  const [support, style] = [asInlineScript(await read("support.js")), await pageStyle()];
  const page = asInlineScript(await bundled("src/main.ts", core, { inside: true }));
  const policy = [
    "default-src 'none'",
    `script-src ${sourceOf(support)} ${sourceOf(page)} 'wasm-unsafe-eval'`,
    `style-src ${sourceOf(style)}`,
    "connect-src 'none'; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'",
    "require-trusted-types-for 'script'; trusted-types lit-html speech-structure-worker",
  ].join("; ");
  const put = (document, place, contents) => {
    if (!document.includes(place)) throw new Error(`index.html has no ${place}`);
    return document.replace(place, () => contents);
  };
  let document = await read("index.html");
  document = document.replace(/(Content-Security-Policy" content=")[^"]*/, (_, head) => head + policy);
  document = put(document, '<link rel="stylesheet" href="page.css">', `<style>${style}</style>`);
  document = put(document, '<script src="support.js"></script>', `<script>${support}</script>`);
  document = put(document, '    <script defer src="page.js"></script>\n', "");
  const houseRules = '<script type="application/json" id="house-rules">{}</script>';
  document = put(document, "  </body>", `    ${houseRules}\n    <script>${page}</script>\n  </body>`);
  await write("speech-structure.html", document);
}

/** Modules for bundlers and for `<script type="module">`, and the script tag's own. */
async function npmPackage() {
  const entries = { index: "functions.ts", inline: "inline-functions.ts", element: "inline-element.ts" };
  for (const [name, entry] of Object.entries(entries)) {
    const { outputFiles } = await build(modules(join(here, "src/embedding", entry), core));
    await write(`npm/${name}.js`, outputFiles[0].contents);
  }
  await write("npm/core.wasm", await coreBytes(core));
  await write("npm/worker.js", await bundled("src/core/worker.ts", core));
  await write("npm/speech-structure.js", await bundled("src/embedding/script-tag.ts", core, { inside: true }));
  for (const name of ["package.json", "element.d.ts", "README.md"]) await copyFile(join(here, "npm", name), join(out, "npm", name));
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) await copyFile(join(here, "..", name), join(out, "npm", name));
  await types();
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  execFileSync(npm, ["pack", "--silent", "--pack-destination", out], { cwd: join(out, "npm"), shell: process.platform === "win32" });
}

/** The declarations that the functions need; the element's are written by hand. */
async function types() {
  const options = ["--ignoreConfig", "--declaration", "--emitDeclarationOnly", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable", "--types", "", "--skipLibCheck"];
  const entries = ["functions.ts", "inline-functions.ts", "protocol.ts"].map((name) => join(here, "src/embedding", name));
  const ambient = [join(here, "src/application/packed.d.ts")];
  const folder = join(out, "npm/types");
  execFileSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), ...options, "--rootDir", join(here, "src/.."), "--outDir", folder, ...entries, ...ambient], { stdio: "inherit" });
  // The sources lie under src/, the core's own declarations beside it; in the package they lie together.
  await cp(join(folder, "src"), folder, { recursive: true });
  await rm(join(folder, "src"), { recursive: true });
  await mkdir(join(out, "npm/generated"), { recursive: true });
  await copyFile(join(core, "speech_structure.d.ts"), join(out, "npm/generated/speech_structure.d.ts"));
}

async function example() {
  for (const name of ["intranet.html", "intranet.css", "intranet.js"]) await write(`intranet-example/${name}`, await read(`npm/${name}`));
  await write("intranet-example/speech-structure.js", await readFile(join(out, "npm/speech-structure.js")));
}

async function checksums() {
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  const lines = await Promise.all(paths.map(async (path) => `${hash(await readFile(path), "hex")}  ${relative(out, path).replaceAll("\\", "/")}\n`));
  await write("SHA256SUMS", lines.join(""));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
execFileSync(process.execPath, [join(here, "build.mjs"), "--core", core, "--out", join(out, "site")], { stdio: "inherit" });
await singleFile();
await npmPackage();
await rm(join(out, "npm/node_modules"), { recursive: true, force: true });
await example();
await checksums();
