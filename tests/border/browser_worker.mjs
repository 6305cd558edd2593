// A browser's Worker, made of Node's: enough of it for worker.ts and client.ts, which are bundled as the page bundles them.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Worker as Thread } from "node:worker_threads";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const { buildSync } = createRequire(`${www}package.json`)("esbuild");

function bundle(name, format) {
  const { outputFiles } = buildSync({ entryPoints: [`${www}src/core/${name}.ts`], bundle: true, format, write: false });
  return outputFiles[0].text;
}

const scope = `
  const { parentPort } = require("node:worker_threads");
  globalThis.postMessage = (reply) => parentPort.postMessage(reply);
  parentPort.on("message", (data) => globalThis.onmessage({ data }));
`;
export const workerScript = bundle("worker", "iife");

export const { createClient } = await import(`data:text/javascript;base64,${Buffer.from(bundle("client", "esm")).toString("base64")}`);

/** Counts how many were started and how many are alive. */
export class BrowserWorker {
  static started = 0;
  static alive = 0;

  constructor(script = workerScript) {
    BrowserWorker.started += 1;
    BrowserWorker.alive += 1;
    this.thread = new Thread(scope + script, { eval: true });
    this.thread.on("message", (data) => this.onmessage?.({ data }));
    this.thread.on("error", (error) => this.onerror?.({ message: error.message, preventDefault() {} }));
  }

  postMessage(message) {
    this.thread.postMessage(message);
  }

  terminate() {
    BrowserWorker.alive -= 1;
    void this.thread.terminate();
  }
}

/** The core with so little memory that a long text traps it. */
export const crampedBytes = () => withMemoryLimit(readFileSync(`${www}generated/speech_structure_bg.wasm`), 32);

export const crampedCore = () => WebAssembly.compile(crampedBytes());

/** Writes a maximum into the memory section: `spare` pages (64 KB each) more than it begins with. */
function withMemoryLimit(bytes, spare) {
  for (let at = 8; at < bytes.length; ) {
    const [length, content] = leb128(bytes, at + 1);
    if (bytes[at] === 5) {
      const [pages] = leb128(bytes, content + 2); // one memory, flags, pages
      const section = [1, 1, ...asLeb128(pages), ...asLeb128(pages + spare)];
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([5, ...asLeb128(section.length), ...section]), bytes.subarray(content + length)]);
    }
    at = content + length;
  }
  throw new Error("the core has no memory section");
}

function leb128(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value += (bytes[at] & 0x7f) * 2 ** shift;
    if (bytes[at] < 0x80) return [value, at + 1];
  }
}

function asLeb128(value) {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...asLeb128(value >>> 7)];
}
