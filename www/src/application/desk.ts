// What the parts of the working surface (repairs, silencing, exports) need of the checker that they serve.

import type { LitElement } from "lit";
import type { Client } from "../core/client.js";
import type { CheckOptions, Edit, Report } from "../core/types.js";
import type { Language, PageStrings } from "../language/language.js";
import type { Guide } from "./guide.js";

export interface Desk extends LitElement {
  readonly client: Client | undefined;
  readonly language: Language;
  readonly strings: PageStrings;
  /** Of the text; empty where it has none. */
  readonly name: string;
  /** The newest report, and the text that it is of. */
  readonly report: Report | undefined;
  readonly reportedText: string;
  /** Whether that is the text as it stands. */
  readonly isCurrent: boolean;
  /** Resolves when the text as it stands has been checked. */
  checked(): Promise<void>;
  checkOptions(): CheckOptions;
  /** Leads to places of the text. */
  readonly guide: Guide;
  /** Ids of findings; another list has the text checked again. */
  silenced: readonly string[];
  /** One undoable step. */
  applyEdits(edits: Edit[]): void;
  /** The text as it stands is safe elsewhere. */
  markSaved(): void;
  /** Says so while work goes on that takes its time. */
  during<Result>(work: Promise<Result>): Promise<Result>;
  /** Says what has been done, with a way back where it can be undone. */
  tell(said: string, undoable?: boolean): void;
}
