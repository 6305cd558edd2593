// Which language the page speaks, and what it can say. In: the browser's languages or the address (`?lang=en`).
// Out: one table of strings. Chinese first: who asks for neither traditional characters nor English gets simplified.

import type { ErrorCode, Format, Language, Severity } from "../core/types.js";
import { english } from "./english.js";
import { simplified } from "./simplified.js";
import type { SurfaceStrings } from "./surface.js";
import type { SurroundingsStrings } from "./surroundings.js";
import { traditional } from "./traditional.js";

export type { Language };

type Count = (count: number) => string;

/** Everything that the page says. A language that lacks a key does not compile. */
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

const tables: Record<Language, PageStrings> = { "zh-Hans": simplified, "zh-Hant": traditional, en: english };

/** The languages in the order of the switch, each by its own name. */
export const languages: ReadonlyArray<{ code: Language; name: string; short: string }> = [
  { code: "zh-Hans", name: "简体中文", short: "简体" },
  { code: "zh-Hant", name: "繁體中文", short: "繁體" },
  { code: "en", name: "English", short: "English" },
];

export function stringsOf(language: Language): PageStrings {
  return tables[language];
}

export function isLanguage(value: unknown): value is Language {
  return languages.some(({ code }) => code === value);
}

/** What the address asks for, else traditional where the browser prefers it, else simplified. */
export function preferredLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  if (isLanguage(asked)) return asked;
  const chinese = navigator.languages.find((tag) => /^zh\b/i.test(tag));
  return chinese !== undefined && /-(hant|tw|hk|mo)\b/i.test(chinese) ? "zh-Hant" : "zh-Hans";
}
