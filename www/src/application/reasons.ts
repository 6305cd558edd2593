// Why something failed, in the language of the page. In: an error, of the core or of anything else. Out: a sentence.

import { isCoded } from "../core/client.js";
import type { PageStrings, Reason } from "../language/language.js";

export function reasonFor(error: unknown, strings: PageStrings): string {
  const { reasons } = strings;
  // The core's own sentence names the setting; it is in the language that was asked for.
  if (isCoded(error) && error.code === "invalid-configuration") return error.message;
  if (isCoded(error) && error.code in reasons) return reasons[error.code as Reason];
  return strings.unknownReason(error instanceof Error ? error.message : String(error));
}
