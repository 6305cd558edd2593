// The page's own words in English, for those who administer or embed the checker.

import type { PageStrings } from "./strings.js";
import { englishSurface } from "./surface-english.js";
import { englishSurroundings } from "./surroundings-english.js";

const number = new Intl.NumberFormat("en");

export const english: PageStrings = {
  ...englishSurface,
  ...englishSurroundings,

  pageTitle: "Speech Structure",
  tagline: "How a speech is built, and where it breaks",
  privacy: "Your text never leaves this page",
  privacyDetail: "Checked in your browser: nothing is uploaded, and it works offline.",
  language: "Language",
  menu: "Menu",

  openFile: "Open file",
  clear: "Clear",
  sample: "Sample",
  undo: "Undo",
  redo: "Redo",
  dropHere: "Release to open",
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
  ratePerMinute: (rate) => `at ${rate} characters a minute`,
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

  fileIn: (name, encoding) => `${name} (${encoding})`,
  encodingUnsure: "The encoding is not certain; if the text is garbled, open it in another.",
  reopenAs: "Open in another encoding",
  reopen: (encoding) => `Reopen as ${encoding}`,
  reopened: (name, encoding) => `“${name}” has been reopened as ${encoding}. Undo brings the earlier text back.`,
  restored: (encoding) => `The text has been restored as ${encoding}; you can undo that.`,
  fileKind: { word: "Word document", html: "web page" },
  saveText: "Save as text",
  saveTextDetail: "Saves the text as .txt (UTF-8) to the downloads folder; the file itself stays as it is",
  saveFile: "Save file",
  saveFileDetail: (encoding) => `To the downloads, in the encoding that came in (${encoding})`,
  saved: (name, encoding) => `Saved as “${name}” in ${encoding}, among your downloads.`,
  saveFailed: (reason) => `Not saved: ${reason}`,
  cannotHold: (encoding, character, line) => `${encoding} has no “${character}” (line ${number.format(line)}). Use another character, or copy the text elsewhere and save it as UTF-8.`,

  openFailed: (name, reason) => `Could not open “${name}”: ${reason}`,
  fileTooLarge: "The file is larger than 64 MB. Please split it first.",
  reasons: {
    "not-text": "It is no text file, or one in an encoding that is not read here. If it is text, save it as UTF-8 and open it again.",
    "old-office-file": "It is a .doc, .wps or other old office file. Open it in Word or WPS, copy the text and paste it here, or save it as plain text (.txt).",
    "encrypted-file": "It is locked with a password. Open it in Word or WPS, copy the text and paste it here, or save it without the password.",
    "docx-damaged": "The Word file is damaged. Open it in Word or WPS, save it again as .docx, and open that file.",
    "docx-no-document": "There is no Word document in it. If it is a spreadsheet or a presentation, copy the text and paste it here.",
    "docx-too-large": "It unpacks to far more than any draft, so it was not opened. Copy the text in Word or WPS and paste it here.",
    "docx-too-deep": "It is nested deeper than Word writes, so it was not opened. Save it again as .docx in Word or WPS and open that file.",
    "ofd-file": "It is an .ofd. Open it in an OFD reader, copy the text and paste it here.",
    "pdf-file": "It is a PDF. Open it, copy the text and paste it here; a scan needs text recognition first.",
    "rtf-file": "It is an .rtf. Open it in Word or WPS and save it as plain text (.txt).",
    "opendocument-file": "It is an OpenDocument file. Open it in LibreOffice or Word and save it as plain text (.txt).",
    "archive-file": "It is an archive. Unpack it and open the text inside.",
    "picture-file": "It is a picture. Have its text recognised by another program and paste it here.",
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
