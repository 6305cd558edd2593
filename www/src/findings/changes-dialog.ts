// <speech-changes>: what a set of edits would do, before it is done. In: title, text, edits. Out: "apply-changes" when the
// writer agrees. A window of the list is drawn, so that 8 000 edits open at once.

import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Edit } from "../core/types.js";
import { Dialog } from "../panels/dialog.js";
import { sheet } from "../styles/sheet.js";
import { changesOf, type Change, type Piece } from "./changes.js";
import styles from "./changes-dialog.css";

export interface Proposal {
  title: string;
  /** The text that the edits are of. */
  text: string;
  edits: Edit[];
  /** Whether words of the writer are changed. */
  review: boolean;
}

const SHOWN_AT_ONCE = 60;

export class ChangesDialog extends Dialog {
  static override styles = [...Dialog.styles, sheet(styles)];

  @property({ attribute: false }) accessor proposal: Proposal | undefined;

  @state() private accessor limit = SHOWN_AT_ONCE;

  propose(proposal: Proposal): void {
    this.proposal = proposal;
    this.limit = SHOWN_AT_ONCE;
    void this.show();
  }

  protected override heading(): string {
    return this.proposal?.title ?? "";
  }

  protected override content(): TemplateResult {
    if (!this.proposal) return html``;
    const { text, edits } = this.proposal;
    const { changes, shown } = changesOf(text, edits, this.limit);
    const left = edits.length - shown;
    return html`<ol class="changes">
        ${changes.map((change) => this.renderChange(change))}
      </ol>
      ${left > 0
        ? html`<p class="more">
            <span>${this.strings.remaining(left)}</span>
            <button type="button" class="quiet" @click=${() => (this.limit += SHOWN_AT_ONCE)}>
              ${this.strings.showMore(Math.min(left, SHOWN_AT_ONCE))}
            </button>
          </p>`
        : nothing}`;
  }

  private renderChange({ line, pieces }: Change): TemplateResult {
    return html`<li>
      <span class="line">${this.strings.line(line)}</span>
      <p class="words">${pieces.map((piece) => this.renderPiece(piece))}</p>
    </li>`;
  }

  private renderPiece({ kind, text }: Piece): TemplateResult {
    const { changes } = this.strings;
    if (kind === "removed") return html`<del><span class="hidden">${changes.removed} </span>${text}</del>`;
    if (kind === "added") return html`<ins><span class="hidden">${changes.added} </span>${text}</ins>`;
    return html`<span>${text}</span>`;
  }

  protected override actions(): TemplateResult {
    const { changes, cancel } = this.strings;
    return html`<div class="actions">
      ${this.proposal?.review ? html`<p>${changes.needsReview}</p>` : nothing}
      <button type="button" class="plain" @click=${() => this.close()}>${cancel}</button>
      <button type="button" class="do" @click=${this.apply}>${changes.apply(this.proposal?.edits.length ?? 0)}</button>
    </div>`;
  }

  private apply = (): void => {
    const { proposal } = this;
    this.close();
    if (proposal) this.dispatchEvent(new CustomEvent<Proposal>("apply-changes", { detail: proposal }));
  };
}
