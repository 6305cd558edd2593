// The file that a text came from. The file itself is kept, not its bytes: the core reads them again when they are needed.

import type { Certainty, Format } from "../core/types.js";

export interface OpenFile {
  name: string;
  encoding: string;
  certainty: Certainty | undefined;
  format: Format;
  /** The editor knows line feeds only; the file gets its own line breaks back. */
  lineBreak: string;
  content: Blob;
}
