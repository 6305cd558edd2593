// All speeches as one .zip. In: speeches with names that differ. Out: the archive's bytes. Names are stored as UTF-8 and
// marked as such, which Windows, macOS and WPS's unpacker read.

import { strToU8, zipSync } from "fflate";
import type { SplitSpeech } from "../core/types.js";
import { fileText } from "./saving.js";

export function archiveOf(speeches: SplitSpeech[], modified: Date): Uint8Array {
  const files = speeches.map(({ name, text }) => [`${name}.txt`, strToU8(fileText(text))] as const);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: modified });
}
