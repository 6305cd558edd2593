// What the core answers with, as TypeScript sees it. Written by hand; src/wasm.rs puts this very file into the
// declarations of the built module, so that the two cannot drift apart, and tests/border checks real reports against it.
// Positions are in UTF-16 code units of the text as given, which is how a JavaScript string counts.

export type Language = "zh-Hans" | "zh-Hant" | "en";
export type Severity = "error" | "warning" | "info";
/** `safe` may be applied unseen; `review` deletes or moves the writer's words. */
export type Safety = "safe" | "review";
export type Script = "simplified" | "traditional" | "mixed";
export type Genre = "speech" | "address" | "host-script" | "candidacy" | "flag-speech";
export type Certainty = "stated" | "certain" | "likely" | "unsure";
/** The encodings that are read and written; `encoding` also takes their other names, such as gb2312. */
export type Encoding = "UTF-8" | "GBK" | "GB18030" | "Big5" | "UTF-16LE" | "UTF-16BE";
/** The kind of file that a text was in; `text` where the text was the file. */
export type Format = "text" | "word" | "html";
export type SegmentKind = "chrome" | "leadIn" | "speech";

export type PartKind =
  | "title" | "subtitle" | "repeatedTitle" | "occasion" | "date" | "speaker" | "contents" | "salutation" | "greeting"
  | "opening" | "body" | "closing" | "thanks" | "signature" | "attachment" | "stageDirection" | "note";

/** A stretch of the text. `start` and `end` count from 0; `line`, `endLine` and `column` from 1. */
export interface Span {
  start: number;
  end: number;
  line: number;
  column: number;
  endLine: number;
}

export interface Source {
  /** Empty where the text has no name. */
  name: string;
  encoding: string;
  /** How sure the encoding is; left out where the text was given as a string. */
  encodingCertainty?: Certainty;
  /** Left out for plain text. */
  format?: Exclude<Format, "text">;
  lines: number;
  /** As word processors count them (字数). */
  characters: number;
  script: Script;
  /** Of the first speech. */
  genre: Genre;
}

export interface Segment {
  kind: SegmentKind;
  span: Span;
  /** Place in `Report.speeches`, where the segment is a speech. */
  speech?: number;
}

/** The number of speeches that a compilation claims to hold, and how many were found. */
export interface Compilation {
  declared: number;
  found: number;
  span: Span;
}

export interface Part {
  kind: PartKind;
  span: Span;
}

export interface Marker {
  text: string;
  style: string;
  ordinal: number;
  span: Span;
}

/** A heading and all that stands under it. */
export interface OutlineNode {
  /** Within its speech. */
  id: number;
  depth: number;
  /** Left out for a subheading without a number. */
  marker?: Marker;
  title: string;
  /** The whole section, from its heading to the last line under it. */
  span: Span;
  characters: number;
  minutes: number;
  children: OutlineNode[];
}

/** An enumeration inside one paragraph. */
export interface Run {
  /** The `OutlineNode.id` of the section around it. */
  within?: number;
  span: Span;
  markers: Marker[];
}

export interface Speech {
  title?: string;
  genre: Genre;
  span: Span;
  parts: Part[];
  outline: OutlineNode[];
  runs: Run[];
  characters: number;
  minutes: number;
}

/** Words that promise a number of items, such as 我讲三点意见. */
export interface Announcement {
  span: Span;
  text: string;
  /** Left out for 几点 and the like. */
  declared?: number;
  /** Left out where no list could be bound to the words. */
  found?: number;
  items: Span[];
}

export interface Related {
  span: Span;
  message: string;
}

/** A repair on offer. Its edits are fetched by its id unless asked for, so that a report with thousands of places stays small. */
export interface Fix {
  /** Holds for the newest checked text only; ids are never used twice. */
  id: number;
  title: string;
  safety: Safety;
  editCount: number;
  /** With the option `edits`. */
  edits?: Edit[];
}

export interface Diagnostic {
  /** Stays the same while its words and neighbourhood do. */
  id: string;
  code: string;
  severity: Severity;
  /** Place in `Report.speeches`. */
  speech?: number;
  span: Span;
  /** Where one finding stands for many places: start, end, start, end, … */
  occurrences?: number[];
  data?: Record<string, number | string>;
  message: string;
  related?: Related[];
  fixes?: Fix[];
}

/** A finding that a reader has silenced. */
export interface Silenced {
  /** The id that the finding had. */
  id: string;
  code: string;
  /** With `code` and `nth` its entry in a configuration. */
  hash: string;
  nth: number;
  span: Span;
  message: string;
}

export interface Report {
  version: 1;
  source: Source;
  segments: Segment[];
  compilation?: Compilation;
  speeches: Speech[];
  announcements: Announcement[];
  diagnostics: Diagnostic[];
  /** What was found and is silenced; left out where nothing is. */
  silenced?: Silenced[];
  /** How long the reading took; in JavaScript only. */
  milliseconds?: number;
}

/** One replacement. The edits of an answer are sorted and do not touch each other's text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What becomes of a rule: not checked, or the severity of its findings. */
export type Setting = "off" | Severity;

/** A house's settings, as docs/configuration.schema.json describes them. Every key may be left out. */
export interface Configuration {
  /** By the codes of rules. */
  rules?: Record<string, Setting>;
  /** Characters from which a paragraph counts as overlong, 50 to 100 000; 600 unless told. */
  overlongParagraph?: number;
  /** Characters spoken in a minute, 60 to 600; 220 unless told. */
  speakingRate?: number;
  /** Marker styles from the highest level to the lowest; those left out have no level. */
  levels?: string[];
  silenced?: Array<Pick<Silenced, "code" | "hash"> & { nth?: number }>;
}

export interface CheckOptions {
  /** The language of messages and fix titles; `zh-Hans` unless told. */
  lang?: Language;
  /** Whether fixes carry their edits, as they do on the command line; not unless told. */
  edits?: boolean;
  /** Shown in the report as `source.name`. */
  name?: string;
  /** The house's settings. */
  configuration?: Configuration;
  /** Ids of findings that a reader has silenced, besides those of the configuration. */
  silenced?: string[];
  /** What the bytes of `checkBytes` are read in, detected unless told; for `check`, that of the file that the text came from. */
  encoding?: string;
  /** The kind of file that the text was in; it changes the words about automatic numbers. */
  format?: Format;
  /** Automatic numbers in the text, which no fix changes: start, end, start, end, …, as `checkBytes` gave them. */
  synthesised?: number[];
  /** Which U+FFFD stand for bytes that the file still has: start, end, …, as `checkBytes` gave them; saving writes those back. */
  undecodable?: number[];
  /** Fix ids of this report are at least this. A caller that starts the core anew keeps its ids unique so. */
  firstFixId?: number;
}

/** What `checkBytes` gives: the text that the bytes hold, and its report. */
export interface Checked {
  text: string;
  report: Report;
  /** What Word or a browser numbers itself and no one typed: start, end, start, end, … */
  synthesised: number[];
  /** What stands for bytes that the charset does not have: start, end, start, end, … */
  undecodable: number[];
}

export interface EncodeOptions {
  /** Whether the bytes begin with a byte order mark; as in `original` unless told. */
  byteOrderMark?: boolean;
  /** The bytes of the file that the text came from: what could not be decoded there is written as it was. */
  original?: Uint8Array;
}

/** What `applyFixes` gives. `edits` lead from the given text to `text`. */
export interface Fixed {
  text: string;
  edits: Edit[];
  /** The ids of the fixes that were applied, and of those that would have touched the same place as an earlier one. */
  applied: number[];
  skipped: number[];
}

/** What `fixAll` gives. `edits` lead from the given text to `text` in one step. */
export interface FixedAll {
  text: string;
  edits: Edit[];
  /** How many fixes were applied. */
  applied: number;
  /** Whether nothing of the choice was left at the end. */
  settled: boolean;
}

export interface FixAllOptions extends CheckOptions {
  /** Exactly these codes, fixes for review too, the first alternative of each; without it, every safe fix. */
  only?: string[];
}

/** One speech of a compilation, clean. */
export interface SplitSpeech {
  title?: string;
  /** A file name for it, without an ending: safe on every system, different for every speech of the text. */
  name: string;
  text: string;
  /** The earlier one of the text that it is nearly a copy of, by its place, and how much of it stands there, in percent. */
  copyOf?: { speech: number; share: number };
}

/** What is said of a rule, in one language. */
export interface Rule {
  code: string;
  severity: Severity;
  /** A few words. */
  name: string;
  finds: string;
  why: string;
  /** What its fix does, where it has one. */
  fix?: string;
  /** A text in which it finds something. */
  example: string;
  /** Where it finds something there: start, end, start, end, … */
  examplePlaces: number[];
  /** The example after the rule's own fixes, where there are any. */
  exampleFixed?: string;
}

/** Every error of this border is an `Error` with a sentence and one of these codes. */
export type ErrorCode =
  /** The text is not a string, the bytes are not bytes, or the ids are not numbers. */
  | "invalid-argument"
  /** An option is unknown or has a wrong value. */
  | "invalid-options"
  /** The configuration has an unknown key or a wrong value. */
  | "invalid-configuration"
  /** The bytes are no text in any encoding that is read. */
  | "not-text"
  /** Files of other programs, each with a sentence that says what to do. */
  | "old-office-file" | "encrypted-file" | "ofd-file" | "pdf-file" | "rtf-file" | "opendocument-file"
  | "archive-file" | "picture-file"
  /** A Word file that is not whole, holds no document, would unpack to far too much, or nests too deeply. */
  | "docx-damaged" | "docx-no-document" | "docx-too-large" | "docx-too-deep"
  /** The encoding does not have a character; the error names it. */
  | "unencodable-character"
  /** The text cannot have come from such a misreading. */
  | "not-misread"
  /** The file cannot be read; it may have been moved since it was chosen. */
  | "unreadable-file"
  /** The text is not the newest checked one, so its fixes are not at hand. */
  | "stale-text"
  /** No fix of the newest checked text has this id. */
  | "unknown-fix"
  /** Two of the fixes would change the same place. */
  | "conflicting-fixes"
  /** A newer check took this one's place. */
  | "superseded"
  /** The core broke down over this request; it has been started anew. */
  | "core-failed"
  /** The core could not be loaded. */
  | "not-loaded"
  /** The client has been closed. */
  | "closed";

/** An error of this border. */
export interface CodedError extends Error {
  code: ErrorCode;
  /** The character that cannot be encoded, its offset in the text, and its line. */
  character?: string;
  offset?: number;
  line?: number;
}
