// Many files, checked. In: files. Out: a row for each, filled as its check ends; the listener is told at most four times a
// second, however many files there are. Texts and reports are never kept: a row has figures and a Blob.

import { isCoded, type ClientOptions, type Survey } from "../core/client.js";
import { spread } from "../core/pool.js";
import type { CheckOptions } from "../core/types.js";
import type { Found } from "./gathering.js";
import { LARGEST_FILE } from "./opening.js";

export interface Row extends Found {
  survey?: Survey;
  /** Why there is none. */
  failure?: unknown;
}

const TOLD_EVERY = 250;

export class Batch {
  readonly rows: Row[];
  done = 0;
  failed = 0;
  state: "checking" | "finished" | "cancelled" = "checking";
  private readonly stopping = new AbortController();
  private telling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    found: Found[],
    private readonly core: ClientOptions,
    private readonly options: CheckOptions,
    private readonly changed: () => void,
  ) {
    this.rows = found.map((one) => ({ ...one }));
  }

  async run(): Promise<void> {
    try {
      await spread(this.core, this.rows.length, (client, place, signal) => this.fill(place, (row) => client.survey(row.file, row.path, this.options, signal)), this.stopping.signal);
    } catch (failure) {
      for (const row of this.rows) if (!row.survey) row.failure ??= failure;
    }
    this.failed = this.rows.filter((row) => row.failure !== undefined).length;
    this.state = this.stopping.signal.aborted ? "cancelled" : "finished";
    clearTimeout(this.telling);
    this.changed();
  }

  cancel(): void {
    this.stopping.abort();
  }

  private async fill(place: number, survey: (row: Row) => Promise<Survey>): Promise<void> {
    const row = this.rows[place] as Row;
    try {
      if (row.file.size > LARGEST_FILE) throw new RangeError("too large");
      row.survey = await survey(row);
    } catch (failure) {
      if (this.stopping.signal.aborted) return;
      row.failure = failure;
    }
    this.done += 1;
    this.tell();
  }

  private tell(): void {
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      this.changed();
    }, TOLD_EVERY);
  }
}

/** All reports, a line each, in the order of the files; an error record stands for a file that could not be read. */
export function reportsOf(rows: Row[], sentence: (failure: unknown) => string): Blob {
  const lines = rows.flatMap(({ path, survey, failure }) => {
    if (survey) return [survey.report, "\n"];
    if (failure === undefined) return [];
    const code = isCoded(failure) ? failure.code : "unreadable-file";
    return [`${JSON.stringify({ version: 1, source: { name: path }, error: { code, message: sentence(failure) } })}\n`];
  });
  return new Blob(lines);
}
