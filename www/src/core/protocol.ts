// What passes between the client and the worker. A request goes in, exactly one reply with the same id comes out.
// Plain data only, so that it survives structured cloning.

import type { CheckOptions, Checked, CodedError, Edit, EncodeOptions, FixAllOptions, Fixed, FixedAll, Language, Report, Rule, SplitSpeech } from "./types.js";
import type { Survey } from "./survey.js";

/** Raised when a message changes its meaning; both sides come out of one build, so this guards against stale caches. */
export const PROTOCOL_VERSION = 1;

/** The functions of the core, each with what it takes and what it gives. */
export interface Operations {
  check: { arguments: [text: string, options: CheckOptions | undefined]; result: Report };
  checkBytes: { arguments: [bytes: Uint8Array | Blob, name: string, options: CheckOptions | undefined]; result: Checked };
  encode: { arguments: [text: string, encoding: string, options: EncodeSource | undefined]; result: Uint8Array };
  reread: { arguments: [text: string, readAs: string, reopenAs: string]; result: string };
  htmlToText: { arguments: [html: string]; result: string };
  edits: { arguments: [fixIds: number[]]; result: Edit[] };
  applyFixes: { arguments: [text: string, fixIds: number[]]; result: Fixed };
  fixAll: { arguments: [text: string, options: FixAllOptions | undefined]; result: FixedAll };
  split: { arguments: [text: string, options: CheckOptions | undefined]; result: SplitSpeech[] };
  outlineMarkdown: { arguments: [text: string, options: CheckOptions | undefined]; result: string };
  survey: { arguments: [file: Blob, name: string, options: CheckOptions | undefined]; result: Survey };
  rules: { arguments: [lang: Language | undefined]; result: Rule[] };
}

/** As the core's own, but the original may be a file that the core's side reads. */
export interface EncodeSource extends Omit<EncodeOptions, "original"> {
  original?: Uint8Array | Blob;
}

export type Kind = keyof Operations;

export type Call = { [K in Kind]: { kind: K; arguments: Operations[K]["arguments"] } }[Kind];

/** The first message to a worker: the compiled core, and where its fix ids begin. */
export interface Start {
  kind: "start";
  id: 0;
  version: typeof PROTOCOL_VERSION;
  module: WebAssembly.Module;
  firstFixId: number;
}

export type Request = Call & { id: number; version: typeof PROTOCOL_VERSION };

/** What an error says; an `Error` itself would lose its code on the way. */
export type Failure = Pick<CodedError, "code" | "message" | "character" | "offset" | "line">;

/** Answers a `Start` (id 0, result undefined) or a `Request`. */
export type Reply =
  | { id: number; version: typeof PROTOCOL_VERSION; kind: "result"; result: unknown }
  | { id: number; version: typeof PROTOCOL_VERSION; kind: "error"; error: Failure };
