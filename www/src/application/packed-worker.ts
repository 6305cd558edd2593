// The worker, packed into this very script: it starts from a Blob, which inherits the page's policy. So a worker that ended
// is started anew, and others are added, with no request, even where the computer has gone offline.

import script from "packed:worker";

interface ScriptPolicy {
  createScriptURL(address: string): string;
}
declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
  }
}

let start: (() => Worker) | undefined;

export function packedWorker(): Worker {
  start ??= workerAt(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  return start();
}

/** Under Trusted Types this is the one address that a script is ever run from. */
function workerAt(address: string): () => Worker {
  const policy = window.trustedTypes?.createPolicy("speech-structure-worker", {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError(asked);
      return asked;
    },
  });
  return () => new Worker(policy ? policy.createScriptURL(address) : address);
}
