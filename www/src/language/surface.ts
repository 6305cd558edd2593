// What the working surface says: outline, structure map, list of findings, changes, export. A part of PageStrings, in a
// file of its own because it belongs to the panels and not to the application around them.

import type { PartKind } from "../core/types.js";

type Count = (count: number) => string;

export interface SurfaceStrings {
  find: string;
  cancel: string;
  close: string;

  outlineTools: {
    filter: string;
    noMatch: string;
    matches: Count;
    /** Enumerations inside paragraphs. */
    runs: string;
    keep: string;
    copyMarkdown: string;
    copyText: string;
    saveMarkdown: string;
    saveText: string;
    saveJson: string;
    /** The name of a saved file. */
    fileName: string;
    problems: (errors: number, warnings: number, infos: number) => string;
  };

  map: {
    label: string;
    hint: string;
    times: string;
    timesOf: (title: string) => string;
    opening: string;
    ending: string;
    outside: string;
    outsideSpeech: string;
    copied: string;
    part: Partial<Record<PartKind, string>>;
    share: (percent: number) => string;
    /** Sentences of the description for screen readers. */
    size: (speeches: number, sections: number, characters: string, minutes: string) => string;
    longest: (title: string, percent: number) => string;
    withoutEnding: (titles: string[]) => string;
    foreign: (percent: number) => string;
    found: Count;
    none: string;
  };

  list: {
    show: string;
    all: string;
    group: string;
    bySpeech: string;
    byRule: string;
    wholeText: string;
    more: string;
    why: string;
    explain: string;
    preview: string;
    silence: string;
    otherFixes: Count;
    fixSafe: string;
    fixSafeDetail: string;
    fixRule: Count;
    silenced: Count;
    restore: string;
    restoreAll: string;
    silencedNow: string;
    restoredNow: string;
    inTooltip: string;
  };

  rule: {
    finds: string;
    why: string;
    fix: string;
    example: string;
    repaired: string;
  };

  /** While what was asked for takes its time. */
  working: string;

  changes: {
    title: Count;
    ofRule: (name: string, count: number) => string;
    removed: string;
    added: string;
    apply: Count;
    needsReview: string;
  };

  exporting: {
    open: string;
    title: string;
    clean: string;
    all: string;
    allDetail: Count;
    copyAll: string;
    one: (title: string) => string;
    copyOne: (title: string) => string;
    download: string;
    copy: string;
    copied: string;
    notCopied: string;
    saved: (name: string) => string;
    nothing: string;
    report: string;
    saveReport: string;
    print: string;
    reportDetail: string;
    /** Names of files. */
    archive: string;
    reportFile: string;
  };

  report: {
    title: (name: string) => string;
    madeBy: (when: string) => string;
    summary: string;
    place: string;
    finding: string;
    suggestion: string;
    none: string;
  };
}
