// Prints the size of every file under the folders given: raw, gzip, brotli. Called by `cargo xtask build`.
// Node's own zlib does it in a second; Rust crates for it would be compiled on every new machine.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const columns = (name, ...sizes) => name.padEnd(44) + sizes.map((size) => String(size).padStart(10)).join("");

console.log(columns("", "raw", "gzip", "brotli"));
for (const folder of process.argv.slice(2)) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()) {
    const bytes = readFileSync(path);
    console.log(columns(relative(process.cwd(), path), bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length));
  }
}
