// The worker: requests in, replies out, one core inside. It is bundled as a classic script, which also runs from a Blob
// and in browsers without module workers.

import { answer, startCore } from "./engine.js";
import { codedError, failureOf, isCoded } from "./errors.js";
import { PROTOCOL_VERSION, type Reply, type Request, type Start } from "./protocol.js";

interface WorkerScope {
  onmessage: ((event: MessageEvent<Start | Request>) => void) | null;
  postMessage(reply: Reply): void;
}

const scope = globalThis as unknown as WorkerScope;

async function resultOf(message: Start | Request): Promise<unknown> {
  if (message.version !== PROTOCOL_VERSION) {
    throw codedError("not-loaded", "The page and its worker come from different builds; reload the page.");
  }
  return message.kind === "start" ? startCore(message.module, message.firstFixId) : answer(message);
}

function replyTo(id: number, error: unknown): Reply {
  const failure = failureOf(isCoded(error) ? error : codedError("core-failed", String(error)));
  return { id, version: PROTOCOL_VERSION, kind: "error", error: failure };
}

scope.onmessage = ({ data }) => {
  resultOf(data).then(
    (result) => scope.postMessage({ id: data.id, version: PROTOCOL_VERSION, kind: "result", result }),
    (error: unknown) => scope.postMessage(replyTo(data.id, error)),
  );
};
