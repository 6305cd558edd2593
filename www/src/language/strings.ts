// What the page can say. Every language (simplified.ts, traditional.ts, english.ts) says all of it; one that lacks a key does
// not compile.

import type { ErrorCode, Format, Severity } from "../core/types.js";
import type { SurfaceStrings } from "./surface.js";
import type { SurroundingsStrings } from "./surroundings.js";

type Count = (count: number) => string;

/** Everything that the page says. */
export interface PageStrings extends SurfaceStrings, SurroundingsStrings {
  pageTitle: string;
  tagline: string;
  privacy: string;
  privacyDetail: string;
  language: string;
  menu: string;

  openFile: string;
  clear: string;
  sample: string;
  undo: string;
  redo: string;
  dropHere: string;
  sampleName: string;
  sampleHint: string;
  emptyHint: string;

  views: string;
  text: string;
  outline: string;
  findings: string;
  editorLabel: string;

  counts: string;
  speeches: Count;
  headings: Count;
  characters: Count;
  /** Speaking time in a sentence, and as a label beside a heading. */
  minutes: Count;
  minutesShort: Count;
  ratePerMinute: Count;
  severity: Record<Severity, string>;
  severityCount: Record<Severity, Count>;
  checking: string;
  checked: Count;

  expandAll: string;
  collapseAll: string;
  untitledSpeech: string;
  noOutline: string;
  noFindings: string;
  noText: string;
  showMore: Count;
  showEarlier: Count;
  remaining: Count;

  line: Count;
  places: Count;
  needsReview: string;
  needsReviewDetail: string;
  previousFinding: string;
  nextFinding: string;
  related: string;
  fixed: Count;
  fixGone: string;
  fold: string;
  unfold: string;
  folded: string;
  dismiss: string;

  /** An open file with its encoding. */
  fileIn: (name: string, encoding: string) => string;
  encodingUnsure: string;
  reopenAs: string;
  reopen: (encoding: string) => string;
  reopened: (name: string, encoding: string) => string;
  restored: (encoding: string) => string;
  /** What stands in an encoding's place where the file is no plain text. */
  fileKind: Record<Exclude<Format, "text">, string>;
  saveText: string;
  saveTextDetail: string;
  saveFile: string;
  saveFileDetail: (encoding: string) => string;
  saved: (name: string, encoding: string) => string;
  saveFailed: (reason: string) => string;
  cannotHold: (encoding: string, character: string, line: number) => string;

  openFailed: (name: string, reason: string) => string;
  fileTooLarge: string;
  /** Why something failed, where the core has told by a code. */
  reasons: Record<Reason, string>;
  unknownReason: (message: string) => string;
  servedByPage: string;
  checkFailed: (reason: string) => string;
  coreMissing: string;
  replacedSample: string;
  replacedText: (name: string) => string;
  cleared: string;

  /** CodeMirror's own words, by its English ones. */
  editorPhrases: Record<EditorPhrase, string>;
}

/** Files that only another program can read. */
type ForeignFile =
  | "docx-damaged" | "docx-no-document" | "docx-too-large" | "docx-too-deep"
  | "old-office-file" | "encrypted-file" | "ofd-file" | "pdf-file" | "rtf-file" | "opendocument-file"
  | "archive-file" | "picture-file";

/** The codes of failures that a person can do something about. */
export type Reason = Extract<ErrorCode, ForeignFile | "not-text" | "unreadable-file" | "core-failed" | "not-loaded">;

type EditorPhrase =
  | "Find" | "Replace" | "next" | "previous" | "all" | "match case" | "regexp" | "by word" | "replace" | "replace all"
  | "close" | "current match" | "replaced $ matches" | "replaced match on line $" | "on line" | "Fold line" | "Unfold line"
  | "folded code" | "unfold" | "to" | "Folded lines" | "Unfolded lines" | "Control character" | "Selection deleted";
