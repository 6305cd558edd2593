// The page's own words in English, for those who administer or embed the checker.

import type { PageStrings } from "./language.js";
import { englishSurface } from "./surface-english.js";
import { englishSurroundings } from "./surroundings-english.js";

const number = new Intl.NumberFormat("en");

export const english: PageStrings = {
  ...englishSurface,
  ...englishSurroundings,

  pageTitle: "Speech Structure",
  tagline: "How a speech is built, and where it breaks",
  privacy: "Your text never leaves this page",
  privacyDetail: "Checked in your browser; nothing is uploaded or kept.",
  language: "Language",

  openFile: "Open file",
  clear: "Clear",
  sample: "Sample",
  undo: "Undo",
  redo: "Redo",
  dropHere: "Release to open",
  untitled: "Untitled",
  sampleName: "Sample",
  sampleHint: "This is a sample with a few faults. Paste your own speech over it, or drop a file.",
  emptyHint: "Paste a speech here, or drop a file…",

  views: "View",
  text: "Text",
  outline: "Outline",
  findings: "Findings",
  editorLabel: "Text of the speech",

  counts: "Counts",
  speeches: (count) => plural(count, "speech", "speeches"),
  headings: (count) => plural(count, "heading", "headings"),
  characters: (count) => plural(count, "character", "characters"),
  minutes: (minutes) => `about ${duration(minutes)}`,
  minutesShort: (minutes) => duration(minutes),
  ratePerMinute: "at 220 characters a minute",
  severity: { error: "Error", warning: "Warning", info: "Note" },
  severityCount: {
    error: (count) => plural(count, "error", "errors"),
    warning: (count) => plural(count, "warning", "warnings"),
    info: (count) => plural(count, "note", "notes"),
  },
  checking: "Checking…",
  checked: (findings) => (findings === 0 ? "Checked: no problems found." : `Checked: ${plural(findings, "finding", "findings")}.`),

  expandAll: "Expand all",
  collapseAll: "Collapse all",
  untitledSpeech: "(speech without a title)",
  noOutline: "No outline yet. Paste a speech, and its headings appear here.",
  noFindings: "No structural problems found.",
  noText: "No text yet.",
  showMore: (count) => `Show ${number.format(count)} more`,
  showEarlier: (count) => `Show the ${number.format(count)} before`,
  remaining: (count) => `${number.format(count)} more not shown`,

  line: (line) => `Line ${number.format(line)}`,
  places: (count) => `${number.format(count)} places`,
  needsReview: "Review",
  needsReviewDetail: "This changes the wording; please check the result",
  previousFinding: "Previous (Shift+F8)",
  nextFinding: "Next (F8)",
  related: "Related places",
  fixed: (edits) => `${plural(edits, "change", "changes")} made.`,
  fixGone: "The text has changed; this fix no longer applies.",
  fold: "Fold",
  unfold: "Unfold",
  folded: "…",
  dismiss: "Dismiss",

  openFailed: (name, reason) => `Could not open “${name}”: ${reason}`,
  fileTooLarge: "The file is larger than 64 MB. Please split it first.",
  reasons: {
    "not-utf8": "it is not UTF-8 text. Save it as UTF-8 and open it again.",
    "unreadable-file": "the file cannot be read; it may have been moved, or another program holds it.",
    "core-failed": "the checker broke down and has been started anew.",
    "not-loaded": "the checker could not be loaded. Reload the page, or ask your administrator.",
  },
  unknownReason: (message) => `something unexpected happened (${message}).`,
  servedByPage: "Checks in the background are not allowed here, so the page itself checks; with a long text, typing may pause.",
  checkFailed: (reason) => `This check did not finish: ${reason} Your text is still here and is checked again after the next change.`,
  coreMissing: "The checker could not be loaded; you can only edit for now. Reload the page, or ask your administrator.",
  replacedSample: "The sample was replaced by your text.",
  replacedText: (name) => `Opened “${name}”. Undo brings the earlier text back.`,
  cleared: "Cleared. Undo brings the text back.",

  editorPhrases: {
    Find: "Find",
    Replace: "Replace",
    next: "Next",
    previous: "Previous",
    all: "Select all",
    "match case": "Match case",
    regexp: "Regular expression",
    "by word": "Whole word",
    replace: "Replace",
    "replace all": "Replace all",
    close: "Close",
    "current match": "current match",
    "replaced $ matches": "replaced $ matches",
    "replaced match on line $": "replaced match on line $",
    "on line": "on line",
    "Fold line": "Fold",
    "Unfold line": "Unfold",
    "folded code": "folded text",
    unfold: "unfold",
    to: "to",
    "Folded lines": "Folded lines",
    "Unfolded lines": "Unfolded lines",
    "Control character": "Control character",
    "Selection deleted": "Selection deleted",
  },
};

function plural(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}

function duration(minutes: number): string {
  if (minutes < 1) return `${Math.max(minutes > 0 ? 1 : 0, Math.round(minutes * 60))} s`;
  return minutes < 10 ? `${minutes.toFixed(1)} min` : `${Math.round(minutes)} min`;
}
