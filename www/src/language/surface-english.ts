// The working surface in English.

import type { SurfaceStrings } from "./surface.js";

const number = new Intl.NumberFormat("en");
const count = (value: number) => number.format(value);
const plural = (value: number, one: string, many: string) => `${count(value)} ${value === 1 ? one : many}`;

export const englishSurface: SurfaceStrings = {
  find: "Find",
  cancel: "Cancel",
  close: "Close",

  outlineTools: {
    filter: "Filter headings",
    noMatch: "No such heading.",
    matches: (found) => plural(found, "heading", "headings"),
    runs: "Lists in paragraphs",
    keep: "Copy, save",
    copyMarkdown: "Copy as Markdown",
    copyText: "Copy as plain text",
    saveMarkdown: "Save as Markdown",
    saveText: "Save as plain text",
    saveJson: "Save as JSON",
    fileName: "outline",
    problems: (errors, warnings, infos) =>
      [errors && plural(errors, "error", "errors"), warnings && plural(warnings, "warning", "warnings"), infos && plural(infos, "note", "notes")]
        .filter(Boolean)
        .join(", "),
  },

  map: {
    label: "Structure of the text",
    hint: "Left and right arrows go from section to section, Enter goes there",
    times: "Time per section",
    timesOf: (title) => `Time per section: ${title}`,
    opening: "Opening",
    ending: "Ending",
    outside: "Text outside speeches",
    outsideSpeech: "Belongs to no speech",
    copied: "Repeated",
    part: { title: "Title", salutation: "Salutation", greeting: "Greeting", opening: "Opening", closing: "Closing", thanks: "Thanks", signature: "Signature", attachment: "Attachment", contents: "Contents" },
    share: (percent) => `${count(percent)}%`,
    size: (speeches, sections, characters, minutes) =>
      `${plural(speeches, "speech", "speeches")}, ${plural(sections, "first-level heading", "first-level headings")}, ${characters}, ${minutes}.`,
    longest: (title, percent) => `The longest section is “${title}”, ${count(percent)}% of the text.`,
    withoutEnding: (titles) => `Without an ending: ${titles.join("; ")}.`,
    foreign: (percent) => `${count(percent)}% lies outside speeches.`,
    found: (found) => plural(found, "finding", "findings"),
    none: "no findings",
  },

  list: {
    show: "Show only",
    all: "All",
    group: "Order",
    bySpeech: "By place",
    byRule: "By kind",
    wholeText: "Whole text",
    more: "More",
    why: "Why",
    explain: "Explanation and example",
    preview: "Preview the changes",
    silence: "Silence here",
    otherFixes: (others) => plural(others, "other fix", "other fixes"),
    fixSafe: "Apply safe fixes",
    fixSafeDetail: "Only what is certain: punctuation, pinyin, paired marks. You see the changes first.",
    fixRule: (findings) => `Fix all (${count(findings)})`,
    silenced: (findings) => `Silenced: ${count(findings)}`,
    restore: "Restore",
    restoreAll: "Restore all",
    silencedNow: "Silenced here; restore it at the end of the list.",
    restoredNow: "Restored.",
    inTooltip: "Alt+Enter to choose a fix, Esc to close",
  },

  rule: { finds: "Finds", why: "Why", fix: "Fix", example: "Example", repaired: "Repaired" },

  working: "Working…",

  changes: {
    title: (edits) => plural(edits, "change", "changes"),
    ofRule: (name, edits) => `${name}: ${plural(edits, "change", "changes")}`,
    removed: "removed",
    added: "added",
    apply: (edits) => `Make ${plural(edits, "change", "changes")}`,
    needsReview: "These change the wording; please look before applying.",
  },

  exporting: {
    open: "Export",
    title: "Export",
    clean: "Cleaned speeches",
    all: "Download all (.zip)",
    allDetail: (speeches) => `${plural(speeches, "speech", "speeches")}, a file each, named by title, without pinyin, page numbers and other residue.`,
    copyAll: "Copy all",
    one: (title) => `Download “${title}”`,
    copyOne: (title) => `Copy “${title}”`,
    download: "Download",
    copy: "Copy",
    copied: "Copied.",
    notCopied: "The browser does not allow copying; please download instead.",
    saved: (name) => `Saved “${name}”.`,
    nothing: "No speech to export yet.",
    report: "Report",
    saveReport: "Save report (.html)",
    print: "Print",
    reportDetail: "Outline and findings in one file, to send on or to print.",
    archive: "speeches",
    reportFile: "report",
  },

  report: {
    title: (name) => (name ? `Report: ${name}` : "Report"),
    madeBy: (when) => `Made on ${when}`,
    summary: "Summary",
    place: "Place",
    finding: "Finding",
    suggestion: "Fix",
    none: "No structural problems found.",
  },
};
