// The two panes beside the text: the outline and the findings. In: the newest report, what is derived from it, and where
// the reader is. Out: their template; the panels ask by events (panel-events.ts).

import { html, type TemplateResult } from "lit";
import type { Report, Rule } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import type { Row } from "../outline/rows.js";
import type { Guide } from "./guide.js";

export interface Results {
  strings: PageStrings;
  report: Report | undefined;
  /** The text that it is of. */
  text: string;
  rows: Row[];
  /** The section of the caret. */
  currentRow: Row | undefined;
  rules: ReadonlyMap<string, Rule>;
  guide: Guide;
}

export function resultPanes({ strings, report, text, rows, currentRow, rules, guide }: Results): TemplateResult {
  return html`<section class="pane outline-pane" aria-label=${strings.outline}>
      <speech-outline .strings=${strings} .report=${report} .text=${text} .rows=${rows} .current=${currentRow}></speech-outline>
    </section>
    <section class="pane findings-pane" aria-label=${strings.findings}>
      <speech-findings
        .strings=${strings}
        .pending=${!report}
        .diagnostics=${report?.diagnostics ?? []}
        .speeches=${report?.speeches ?? []}
        .silenced=${report?.silenced ?? []}
        .rules=${rules}
        .current=${guide.current}
        .severity=${guide.severity}
        .text=${text}
      ></speech-findings>
    </section>`;
}
