// A .css file as a style sheet for a shadow root. The build gives such a file as its (minified) text.

import { unsafeCSS, type CSSResult } from "lit";

/** Safe because the text is one of this folder's files, never a user's. */
export function sheet(text: string): CSSResult {
  return unsafeCSS(text);
}
