// Where the core and the worker lie: beside the page, by relative address, so that the site runs under any path. The build
// puts the names in.

declare const CORE_FILE: string;
declare const WORKER_FILE: string;

interface ScriptPolicy {
  createScriptURL(address: string): string;
}
declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
  }
}

export const coreAddress = new URL(CORE_FILE, document.baseURI);

/** The one address that this page ever runs a script from. */
const policy = window.trustedTypes?.createPolicy("speech-structure-worker", {
  createScriptURL(address) {
    if (address !== WORKER_FILE) throw new TypeError(address);
    return new URL(address, document.baseURI).href;
  },
});

export function startWorker(): Worker {
  return new Worker(policy ? policy.createScriptURL(WORKER_FILE) : new URL(WORKER_FILE, document.baseURI));
}
