// <speech-rule>: what a rule looks for and why, with its example in which the place is marked, and the example repaired.
// In: the rule, as the core tells it. Out: nothing.

import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Rule } from "../core/types.js";
import { Dialog } from "../panels/dialog.js";
import { sheet } from "../styles/sheet.js";
import { severityMark } from "./severity-mark.js";
import styles from "./rule-dialog.css";

export class RuleDialog extends Dialog {
  static override styles = [...Dialog.styles, sheet(styles)];

  @property({ attribute: false }) accessor rule: Rule | undefined;

  explain(rule: Rule): void {
    this.rule = rule;
    void this.show();
  }

  protected override heading(): string {
    return this.rule?.name ?? "";
  }

  protected override content(): TemplateResult {
    const { rule } = this;
    if (!rule) return html``;
    const words = this.strings.rule;
    const part = (title: string, text: string | undefined) => (text ? html`<h3>${title}</h3><p>${text}</p>` : nothing);
    return html`<p class="severity">${severityMark(rule.severity)} ${this.strings.severity[rule.severity]}</p>
      ${part(words.finds, rule.finds)} ${part(words.why, rule.why)} ${part(words.fix, rule.fix)}
      <h3>${words.example}</h3>
      <p class="example" lang="zh">${marked(rule)}</p>
      ${rule.exampleFixed
        ? html`<h3>${words.repaired}</h3>
            <p class="example" lang="zh">${rule.exampleFixed}</p>`
        : nothing}`;
  }
}

/** The example with what the rule finds in it underlined as it is in the text. */
function marked({ example, examplePlaces, severity }: Rule): TemplateResult[] {
  const pieces: TemplateResult[] = [];
  let from = 0;
  for (let index = 0; index + 1 < examplePlaces.length; index += 2) {
    const start = Math.max(from, examplePlaces[index] as number);
    const end = Math.max(start, examplePlaces[index + 1] as number);
    pieces.push(html`${example.slice(from, start)}<mark class="finding-${severity}">${example.slice(start, end)}</mark>`);
    from = end;
  }
  pieces.push(html`${example.slice(from)}`);
  return pieces;
}
