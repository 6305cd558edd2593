// Errors of this border: an `Error` with a sentence and a code, made here for what happens outside the core.

import type { Failure } from "./protocol.js";
import type { CodedError, ErrorCode } from "./types.js";

export function codedError(code: ErrorCode, message: string): CodedError {
  return Object.assign(new Error(message), { code });
}

export function isCoded(error: unknown): error is CodedError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

/** What an error says, as plain data. */
export function failureOf({ code, message, character, offset = 0, line = 1 }: CodedError): Failure {
  return character === undefined ? { code, message } : { code, message, character, offset, line };
}

/** The error again. */
export function errorOf({ message, ...rest }: Failure): CodedError {
  return Object.assign(new Error(message), rest);
}
