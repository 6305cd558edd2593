// Where the core runs: in a worker, or on the page's own thread where no worker may start (a strict policy, file://).
// In goes a compiled module, out comes a host that answers one call at a time.

import { answer, startCore } from "./engine.js";
import { codedError, errorOf } from "./errors.js";
import { PROTOCOL_VERSION, type Call, type Reply } from "./protocol.js";

/** No answer takes as long, not even on an old computer, in milliseconds: the worker was ended by the browser, or hangs. */
const LONGEST_ANSWER = 120_000;

export interface Host {
  servedBy: "worker" | "page";
  ask(call: Call): Promise<unknown>;
  end(): void;
}

/** The address of the bundled worker, or a function that makes one (from a Blob, say). */
export type WorkerSource = string | URL | (() => Worker);

export async function startHost(module: WebAssembly.Module, worker: WorkerSource | undefined, firstFixId: number): Promise<Host> {
  const inWorker = worker === undefined ? undefined : await startWorker(module, worker, firstFixId);
  return inWorker ?? startOnPage(module, firstFixId);
}

function startOnPage(module: WebAssembly.Module, firstFixId: number): Host {
  startCore(module, firstFixId);
  return {
    servedBy: "page",
    async ask(call) {
      await new Promise((resolve) => setTimeout(resolve)); // lets the page draw before the thread is busy
      return answer(call);
    },
    end() {},
  };
}

/** Nothing where the worker cannot be made or its script does not run. */
async function startWorker(module: WebAssembly.Module, source: WorkerSource, firstFixId: number): Promise<Host | undefined> {
  try {
    const worker = typeof source === "function" ? source() : new Worker(source);
    const host = hostOf(worker);
    await host.send({ kind: "start", module, firstFixId });
    return host;
  } catch {
    return undefined;
  }
}

type Outgoing = Call | { kind: "start"; module: WebAssembly.Module; firstFixId: number };

function hostOf(worker: Worker): Host & { send(message: Outgoing): Promise<unknown> } {
  let newestId = -1;
  let settle: { id: number; resolve(result: unknown): void; reject(error: Error): void } | undefined;

  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (settle?.id !== data.id) return;
    if (data.kind === "result") settle.resolve(data.result);
    else settle.reject(errorOf(data.error));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    settle?.reject(codedError("core-failed", `The worker broke down: ${event.message ?? "its script did not load"}`));
  };
  worker.onmessageerror = () => settle?.reject(codedError("core-failed", "The worker's answer could not be read."));

  const send = (message: Outgoing) =>
    new Promise<unknown>((resolve, reject) => {
      newestId += 1;
      const giveUp = () => reject(codedError("core-failed", "The worker does not answer."));
      const waiting = setTimeout(giveUp, LONGEST_ANSWER);
      const ending = <Given>(end: (given: Given) => void) => (given: Given) => (clearTimeout(waiting), end(given));
      settle = { id: newestId, resolve: ending(resolve), reject: ending(reject) };
      try {
        worker.postMessage({ ...message, id: newestId, version: PROTOCOL_VERSION });
      } catch (error) {
        settle.reject(codedError("invalid-argument", `The call cannot be sent to the worker: ${String(error)}`));
      }
    });
  const end = () => {
    worker.terminate();
    settle?.reject(codedError("closed", "The worker has been ended.")); // nobody waits for its answer any more
  };
  return { servedBy: "worker", send, ask: send, end };
}
