// Errors of this border: an `Error` with a sentence and a code, made here for what happens outside the core.

import type { CodedError, ErrorCode } from "./types.js";

export function codedError(code: ErrorCode, message: string): CodedError {
  return Object.assign(new Error(message), { code });
}

export function isCoded(error: unknown): error is CodedError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
