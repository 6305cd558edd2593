// The core for a page: the same functions as the built module, asynchronous. Calls go out one at a time; a newer check
// drops the older ones; after a trap a new core starts from the kept module. Importing this file starts nothing.

import { firstFixIdOfNextLife } from "./engine.js";
import { codedError, isCoded } from "./errors.js";
import { startHost, type Host, type WorkerSource } from "./host.js";
import type { Call, EncodeSource } from "./protocol.js";
import type { Survey } from "./survey.js";
import type { CheckOptions, Checked, Edit, FixAllOptions, Fixed, FixedAll, Language, Report, Rule, SplitSpeech } from "./types.js";

export type { WorkerSource } from "./host.js";
export type { Survey } from "./survey.js";
export type * from "./types.js";
export { isCoded } from "./errors.js";

type CoreSource = string | URL | BufferSource | WebAssembly.Module;

export interface ClientOptions {
  /** The core: its address, its bytes, the compiled module (which two clients may share), or a function that gives one of them. */
  wasm: CoreSource | (() => CoreSource | Promise<CoreSource>);
  /** The bundled worker.ts; without it, or where it may not start, the page's own thread serves. */
  worker?: WorkerSource;
}

/**
 * Every call takes an `AbortSignal` last; an aborted call rejects with the signal's reason. All other errors carry a
 * `code` (see `ErrorCode`). Fix ids belong to the newest checked text.
 */
export interface Client {
  /** Settles once the core is loaded and `servedBy` is known. */
  readonly ready: Promise<void>;
  /** `page` where workers are blocked, so that long texts make the page wait; undefined while starting. */
  readonly servedBy: Host["servedBy"] | undefined;
  /** Checks still under way are dropped: they reject with the code `superseded`. */
  check(text: string, options?: CheckOptions, signal?: AbortSignal): Promise<Report>;
  checkBytes(bytes: Uint8Array | Blob, name: string, options?: CheckOptions, signal?: AbortSignal): Promise<Checked>;
  /** The bytes of a text in an encoding; see `EncodeOptions`. */
  encode(text: string, encoding: string, options?: EncodeSource, signal?: AbortSignal): Promise<Uint8Array>;
  /** The text that a misread text should have been, by the data of its `wrong-charset` finding. */
  reread(text: string, readAs: string, reopenAs: string, signal?: AbortSignal): Promise<string>;
  /** The text of a web page, or of what a program puts into the clipboard as one, with every number of its lists once. */
  htmlToText(html: string, signal?: AbortSignal): Promise<string>;
  edits(fixIds: number[], signal?: AbortSignal): Promise<Edit[]>;
  applyFixes(text: string, fixIds: number[], signal?: AbortSignal): Promise<Fixed>;
  fixAll(text: string, options?: FixAllOptions, signal?: AbortSignal): Promise<FixedAll>;
  split(text: string, options?: CheckOptions, signal?: AbortSignal): Promise<SplitSpeech[]>;
  outlineMarkdown(text: string, options?: CheckOptions, signal?: AbortSignal): Promise<string>;
  rules(lang?: Language, signal?: AbortSignal): Promise<Rule[]>;
  /** The figures of a file, and its report as JSON, for tables of many files. */
  survey(file: Blob, name: string, options?: CheckOptions, signal?: AbortSignal): Promise<Survey>;
  /** Ends the worker; calls under way reject with the code `closed`. */
  close(): void;
}

export function createClient({ wasm, worker }: ClientOptions): Client {
  const desk = new Desk(compile(wasm), worker);
  const send = <Result>(call: Call, signal?: AbortSignal) => desk.send(call, signal) as Promise<Result>;
  return {
    ready: desk.ready,
    get servedBy() {
      return desk.servedBy;
    },
    check(text, options, signal) {
      desk.supersede("check");
      return send({ kind: "check", arguments: [text, options] }, signal);
    },
    checkBytes: (bytes, name, options, signal) => send({ kind: "checkBytes", arguments: [bytes, name, options] }, signal),
    encode: (text, encoding, options, signal) => send({ kind: "encode", arguments: [text, encoding, options] }, signal),
    reread: (text, readAs, reopenAs, signal) => send({ kind: "reread", arguments: [text, readAs, reopenAs] }, signal),
    htmlToText: (html, signal) => send({ kind: "htmlToText", arguments: [html] }, signal),
    edits: (fixIds, signal) => send({ kind: "edits", arguments: [fixIds] }, signal),
    applyFixes: (text, fixIds, signal) => send({ kind: "applyFixes", arguments: [text, fixIds] }, signal),
    fixAll: (text, options, signal) => send({ kind: "fixAll", arguments: [text, options] }, signal),
    split: (text, options, signal) => send({ kind: "split", arguments: [text, options] }, signal),
    outlineMarkdown: (text, options, signal) => send({ kind: "outlineMarkdown", arguments: [text, options] }, signal),
    rules: (lang, signal) => send({ kind: "rules", arguments: [lang] }, signal),
    survey: (file, name, options, signal) => send({ kind: "survey", arguments: [file, name, options] }, signal),
    close: () => desk.close(),
  };
}

/** Rejects with the code `not-loaded`. */
export async function compile(source: ClientOptions["wasm"]): Promise<WebAssembly.Module> {
  try {
    const wasm = typeof source === "function" ? await source() : source;
    if (wasm instanceof WebAssembly.Module) return wasm;
    if (typeof wasm !== "string" && !(wasm instanceof URL)) return await WebAssembly.compile(wasm);
    // Not compileStreaming: it insists on a MIME type that many an intranet server does not know.
    const response = await fetch(wasm);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (isCoded(error)) throw error;
    throw codedError("not-loaded", `The core could not be loaded: ${String(error)}`);
  }
}

/** A call and the promise that awaits its answer. Settling it twice does nothing, so late answers are dropped. */
interface Task {
  call: Call;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

/** Chromium 96 has no `AbortSignal.reason` yet. */
function reasonOf(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException("The call was aborted.", "AbortError");
}

/** Hands calls to the core one at a time. */
class Desk {
  readonly ready: Promise<void>;
  servedBy: Host["servedBy"] | undefined;
  private host: Promise<Host>;
  private firstFixId = 0;
  private closed = false;
  private waiting: Task[] = [];
  private running: Task | undefined;

  constructor(
    private readonly module: Promise<WebAssembly.Module>,
    private readonly worker: WorkerSource | undefined,
  ) {
    this.host = this.start();
    this.ready = this.host.then(() => undefined);
    this.ready.catch(() => undefined); // each call rejects with the same reason
  }

  send(call: Call, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) throw reasonOf(signal);
      if (this.closed) throw codedError("closed", "The client has been closed.");
      const task: Task = { call, resolve, reject };
      signal?.addEventListener("abort", () => this.drop(task, reasonOf(signal)), { once: true });
      this.waiting.push(task);
      void this.work();
    });
  }

  supersede(kind: Call["kind"]): void {
    const older = [this.running, ...this.waiting].filter((task) => task?.call.kind === kind);
    for (const task of older) if (task) this.drop(task, codedError("superseded", "A newer text is being checked."));
  }

  close(): void {
    this.closed = true;
    for (const task of [this.running, ...this.waiting]) task?.reject(codedError("closed", "The client has been closed."));
    this.waiting = [];
    this.host.then((host) => host.end(), () => undefined);
  }

  private drop(task: Task, reason: unknown): void {
    this.waiting = this.waiting.filter((other) => other !== task);
    task.reject(reason);
  }

  private async start(): Promise<Host> {
    const host = await startHost(await this.module, this.worker, this.firstFixId);
    this.servedBy = host.servedBy;
    return host;
  }

  private async work(): Promise<void> {
    if (this.running) return;
    while ((this.running = this.waiting.shift())) await this.answer(this.running);
  }

  private async answer(task: Task): Promise<void> {
    let host: Host | undefined;
    try {
      host = await this.host;
      task.resolve(await host.ask(task.call));
    } catch (error) {
      task.reject(error);
      const isTrap = isCoded(error) && error.code === "core-failed";
      if (host && isTrap && !this.closed) this.startAnew(host);
    }
  }

  /** After a trap the core's memory is not to be trusted: it ends, and the next life counts its fix ids from elsewhere. */
  private startAnew(broken: Host): void {
    broken.end();
    this.firstFixId = firstFixIdOfNextLife(this.firstFixId);
    this.host = this.start();
    this.host.catch(() => undefined); // told to the next call
  }
}
