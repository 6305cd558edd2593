// Trusted Types: the one kind of address that this code ever runs a script from.

interface ScriptPolicy {
  createScriptURL(address: string): string;
}
declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
  }
}

/** A worker from this address, which is the build's own or a Blob's; made in here, so that nobody can name another. */
export function workerAt(address: string): () => Worker {
  const policy = window.trustedTypes?.createPolicy("speech-structure-worker", {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError(asked);
      return asked;
    },
  });
  return () => new Worker(policy ? policy.createScriptURL(address) : address);
}
