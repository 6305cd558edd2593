// In: texts by name. Out: a row for each candidate and text: the best of several runs in milliseconds, and the first.

import { CANDIDATES, start } from "./candidates.mjs";

const BUDGET_MILLISECONDS = 1500;
const FEWEST_RUNS = 3;
/** Bytes up to which the slow candidates are run. */
const SLOW_UP_TO = 300_000;

/** Browsers round their clock; so many milliseconds are timed together at least. */
const BATCH_MILLISECONDS = 8;

const MOST_IN_A_BATCH = 4096;

/** Milliseconds of one run, averaged over so many. What it returns is kept where all can see it: no engine may leave a
    run out whose result nobody reads. */
function time(run, argument, runs = 1) {
  const begin = performance.now();
  for (let nth = 0; nth < runs; nth += 1) globalThis.result = run(argument);
  return (performance.now() - begin) / runs;
}

function row(candidate, name, text, bytes) {
  const argument = candidate.bytes ? bytes : text;
  const first = time(candidate.run, argument);
  let batch = 1;
  // The shorter of two: one alone may be long because something else ran, and then all that follow are too short to time.
  const batchTime = () => batch * Math.min(time(candidate.run, argument, batch), time(candidate.run, argument, batch));
  while (batch < MOST_IN_A_BATCH && batchTime() < BATCH_MILLISECONDS) batch *= 2;
  let best = Infinity;
  const until = performance.now() + BUDGET_MILLISECONDS;
  for (let batches = 0; batches < FEWEST_RUNS || performance.now() < until; batches += 1) {
    best = Math.min(best, time(candidate.run, argument, batch));
  }
  return { candidate: candidate.name, text: name, bytes: bytes.length, first, best };
}

/** `texts` is a list of [name, text]; the first is what the first call after load is given. */
export async function measure(modules, texts) {
  const started = await start(modules);
  const rows = [];
  for (const [name, text] of texts) {
    const bytes = new TextEncoder().encode(text);
    for (const candidate of CANDIDATES) {
      if (!candidate.slow || bytes.length <= SLOW_UP_TO) rows.push(row(candidate, name, text, bytes));
    }
  }
  return { started, rows };
}

globalThis.measure = measure;
