// What the dialogs have in common: a title, a way to close, and the browser's own modal behaviour (focus held inside,
// Escape closes, focus back to where it was). A dialog extends this, gives its title and its content.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query } from "lit/decorators.js";
import type { PageStrings } from "../language/language.js";
import { sheet } from "../styles/sheet.js";
import panelStyles from "../styles/panel.css";
import styles from "./dialog.css";

export abstract class Dialog extends LitElement {
  static override styles = [sheet(panelStyles), sheet(styles)];

  @property({ attribute: false }) accessor strings!: PageStrings;

  @query("dialog") private accessor dialog!: HTMLDialogElement;

  protected abstract heading(): string;
  protected abstract content(): TemplateResult;
  protected actions(): TemplateResult | typeof nothing {
    return nothing;
  }

  async show(): Promise<void> {
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  get isOpen(): boolean {
    return this.dialog?.open ?? false;
  }

  close(): void {
    this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @click=${this.onClick} @close=${() => this.dispatchEvent(new Event("close"))}>
      <header>
        <h2 id="heading">${this.heading()}</h2>
        <button type="button" class="leave" aria-label=${this.strings.close} title=${this.strings.close} @click=${() => this.close()}>
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4 12 12 M12 4 4 12" /></svg>
        </button>
      </header>
      <div class="content" tabindex="0">${this.content()}</div>
      ${this.actions()}
    </dialog>`;
  }

  /** A click beside the dialog, on the page behind, closes it. */
  private onClick = (event: MouseEvent): void => {
    if (event.target !== this.dialog) return;
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (!inside) this.close();
  };
}
