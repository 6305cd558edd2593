// Several cores for many files, each in a worker of its own. In: jobs. Out: their results, as many at a time as the
// computer has cores to spare. Where no worker may start, the page's one core does them all, one at a time.

import { compile, createClient, type Client, type ClientOptions } from "./client.js";

/** More workers than this wait for the disk, not for a core; each holds tens of megabytes. */
const MOST = 8;

/** One core is left to the page itself. */
export function poolSize(cores = navigator.hardwareConcurrency || 2): number {
  return Math.min(MOST, Math.max(1, cores - 1));
}

/**
 * Does every job once, in order of their places. `work` gets a core that does nothing else meanwhile; what it throws is
 * its own concern. Ends all cores at the end, or as soon as the signal aborts.
 */
export async function spread(
  options: ClientOptions,
  jobs: number,
  work: (client: Client, place: number, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  size = poolSize(),
): Promise<void> {
  const module = compile(options.wasm);
  let next = 0;
  const take = async (client: Client) => {
    while (next < jobs && !signal.aborted) await work(client, next++, signal);
  };
  const clients: Client[] = [];
  const open = () => {
    const client = createClient({ ...options, wasm: () => module });
    clients.push(client);
    return client;
  };
  try {
    const first = open();
    await first.ready;
    const others = first.servedBy === "page" ? 0 : Math.min(size, jobs) - 1;
    await Promise.all([first, ...Array.from({ length: Math.max(0, others) }, open)].map(take));
  } finally {
    for (const client of clients) client.close();
  }
}
