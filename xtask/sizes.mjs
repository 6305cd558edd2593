// The sizes of files: raw, gzip, brotli, in bytes. Printed; compared with the committed ones, where more than 2 % of growth fails; or
// committed. Called by `cargo xtask build` and `cargo xtask sizes`.
// Node's own zlib does it in a second; Rust crates for it would be compiled on every new machine.

import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** How much more than the committed size, in bytes of gzip, is let pass. */
const GROWTH = 1.02;

const { values, positionals } = parseArgs({
  options: { compare: { type: "string" }, record: { type: "string" } },
  allowPositionals: true,
});

/** The files of a folder, or the file itself, sorted. */
function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
}

/** The sizes of a file, under its name without the hash of its content. */
function sizes(path) {
  const bytes = readFileSync(path);
  const name = basename(path).replace(/-[0-9a-f]{10}(?=\.)/, "");
  const gzip = gzipSync(bytes, { level: 9 }).length;
  return [name, { raw: bytes.length, gzip, brotli: brotliCompressSync(bytes).length }];
}

const columns = (name, ...cells) => name.padEnd(44) + cells.map((cell) => String(cell).padStart(10)).join("");

const found = Object.fromEntries(positionals.flatMap(files).map(sizes));
console.log(columns("", "raw", "gzip", "brotli"));
for (const [name, { raw, gzip, brotli }] of Object.entries(found)) {
  console.log(columns(name, raw, gzip, brotli));
}
if (values.record) {
  writeFileSync(values.record, `${JSON.stringify(found, null, 2)}\n`);
}
if (values.compare) {
  const committed = JSON.parse(readFileSync(values.compare, "utf8"));
  const grown = Object.entries(found).filter(([name, { gzip }]) => gzip > (committed[name]?.gzip ?? 0) * GROWTH);
  for (const [name, { gzip }] of grown) {
    console.error(`${name}: ${gzip} bytes of gzip, ${committed[name]?.gzip ?? "none"} in ${values.compare}`);
  }
  if (grown.length > 0) {
    console.error("Where the growth is worth it, `cargo xtask sizes --record` writes the file anew.");
    process.exitCode = 1;
  }
}
