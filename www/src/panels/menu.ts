// <speech-menu>: a button that shows a few more buttons below it. In: the label, and the buttons as children. Out: nothing;
// the children act for themselves. It closes after a choice, at Escape, and when the focus or a click goes elsewhere.

import { css, html, LitElement, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { sheet } from "../styles/sheet.js";
import panelStyles from "../styles/panel.css";

export class Menu extends LitElement {
  static override styles = [
    sheet(panelStyles),
    css`
      :host { position: relative; display: inline-block; }
      .choices {
        position: absolute; inset: 100% 0 auto auto; z-index: 30; display: flex; flex-direction: column;
        min-width: max-content; margin-top: 4px; padding: 6px;
        background: var(--raised); border: 1px solid var(--line); border-radius: 8px; box-shadow: var(--shadow);
      }
      .opener { white-space: nowrap; }
      .opener svg { width: 10px; height: 10px; margin-left: 4px; fill: none; stroke: currentColor; stroke-width: 1.6; }
    `,
  ];

  @property() accessor label = "";
  @state() private accessor open = false;
  @query(".opener") private accessor opener!: HTMLButtonElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("focusout", this.onFocusOut);
    this.addEventListener("keydown", this.onKey);
    document.addEventListener("pointerdown", this.onPointer);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("focusout", this.onFocusOut);
    this.removeEventListener("keydown", this.onKey);
    document.removeEventListener("pointerdown", this.onPointer);
  }

  protected override render(): TemplateResult {
    return html`<button type="button" class="quiet opener" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        ${this.label}<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2.5 4.5 6 8 9.5 4.5" /></svg>
      </button>
      <div class="choices" ?hidden=${!this.open} @click=${this.onChosen}><slot></slot></div>`;
  }

  private onChosen = (): void => {
    this.open = false;
    this.opener.focus();
  };

  private onFocusOut = (event: FocusEvent): void => {
    const goesTo = event.relatedTarget;
    if (goesTo instanceof Node && !this.contains(goesTo) && !this.renderRoot.contains(goesTo)) this.open = false;
  };

  private onPointer = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  private onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.open) return;
    event.stopPropagation();
    this.open = false;
    this.opener.focus();
  };
}
