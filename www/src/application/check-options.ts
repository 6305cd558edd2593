// What the core is told beside the text. In: where the text came from, what of it stands as its file gave it, the house's
// rules. Out: options for a check, without what is as usual.

import type { CheckOptions, Configuration, Language } from "../core/types.js";
import type { Whence } from "../editor/origin.js";
import type { Provenance } from "../editor/provenance.js";

export function checkOptions(lang: Language, configuration: Configuration, { name, file }: Whence, given: Provenance | undefined): CheckOptions {
  const { synthesised = [], undecodable = [] } = given ?? {};
  return {
    lang,
    ...(name && { name }),
    configuration,
    ...(synthesised.length > 0 && { synthesised: [...synthesised], format: file?.format ?? "text" }),
    ...(file && undecodable.length > 0 && { undecodable: [...undecodable], encoding: file.encoding }),
  };
}
