// Prints the size of every file under a folder: raw, gzip, brotli. Called by `cargo xtask build`.
// Node's own zlib does it in a second; Rust crates for it would be compiled on every new machine.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const columns = (name, ...sizes) => name.padEnd(44) + sizes.map((size) => String(size).padStart(10)).join("");

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

console.log(columns("", "raw", "gzip", "brotli"));
for (const path of files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()) {
  const bytes = readFileSync(path);
  console.log(columns(relative(folder, path), bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length));
}
