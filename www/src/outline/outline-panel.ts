// <speech-outline>: the tree of speeches and headings. In: rows, and the one that the caret stands in. Out: "go-to".
// The tree is a flat list with levels, which assistive technology reads as nested and which costs one keyed list to
// update. Its keys are those of every tree: arrows, Home, End, Enter.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ask } from "../application/panel-events.js";
import type { PageStrings } from "../language/language.js";
import { sheet } from "../styles/sheet.js";
import panelStyles from "../styles/panel.css";
import styles from "./outline-panel.css";
import { shownFor, visibleRows, type Row } from "./rows.js";

/** More rows than anyone reads at once; the rest is shown on demand, so that 100 000 headings stay quick. */
const ROWS_AT_ONCE = 500;

export class OutlinePanel extends LitElement {
  static override styles = [sheet(panelStyles), sheet(styles)];

  @property({ attribute: false }) accessor strings!: PageStrings;
  @property({ attribute: false }) accessor rows: Row[] = [];
  /** The section of the caret. */
  @property({ attribute: false }) accessor current: Row | undefined;

  @state() private accessor folded: ReadonlySet<string> = new Set();
  @state() private accessor limit = ROWS_AT_ONCE;
  /** The row that Tab reaches; arrows move it. */
  @state() private accessor reached = "";

  @query(".scroll") private accessor scroller!: HTMLElement;

  protected override render(): TemplateResult {
    const { strings } = this;
    const visible = visibleRows(this.rows, this.folded);
    const shown = visible.slice(0, this.limit);
    const current = shownFor(this.current, this.folded)?.key;
    const reached = shown.some((row) => row.key === this.reached) ? this.reached : (current ?? shown[0]?.key);
    return html`
      <header>
        <h2 id="title">${strings.outline}</h2>
        ${this.rows.some((row) => row.hasChildren) ? this.foldAllButton() : nothing}
      </header>
      <div class="scroll">
        ${this.rows.length === 0
          ? html`<p class="empty">${strings.noOutline}</p>`
          : html`<div role="tree" aria-labelledby="title" @keydown=${this.onKey}>
              ${repeat(
                shown,
                (row) => row.key,
                (row) => this.renderRow(row, row.key === current, row.key === reached),
              )}
            </div>`}
        ${visible.length > shown.length ? this.moreButton(visible.length - shown.length) : nothing}
      </div>
    `;
  }

  private renderRow(row: Row, current: boolean, reached: boolean): TemplateResult {
    const folded = this.folded.has(row.key);
    const title = row.title || (row.level === 1 ? this.strings.untitledSpeech : "");
    return html`<div
      role="treeitem"
      class="row level-${Math.min(row.level, 6)}"
      data-key=${row.key}
      aria-level=${row.level}
      aria-posinset=${row.position}
      aria-setsize=${row.siblings}
      aria-expanded=${row.hasChildren ? String(!folded) : nothing}
      aria-current=${current ? "location" : nothing}
      tabindex=${reached ? 0 : -1}
      @click=${() => this.go(row)}
      @focus=${() => (this.reached = row.key)}
    >
      <span class="fold" aria-hidden="true" @click=${(event: Event) => this.onFold(event, row)}
        >${row.hasChildren ? html`<svg viewBox="0 0 12 12"><path d="M3 4.5 6 7.5 9 4.5" /></svg>` : nothing}</span
      ><span class="words">${row.marker ? html`<span class="marker">${row.marker}</span>` : nothing}<span class="title">${title}</span></span
      ><span class="time" title=${`${this.strings.characters(row.characters)} · ${this.strings.ratePerMinute}`}
        >${this.strings.minutesShort(row.minutes)}</span
      >
    </div>`;
  }

  private foldAllButton(): TemplateResult {
    const anyOpen = this.rows.some((row) => row.hasChildren && !this.folded.has(row.key));
    return html`<button type="button" class="quiet" @click=${() => this.foldAll(anyOpen)}>
      ${anyOpen ? this.strings.collapseAll : this.strings.expandAll}
    </button>`;
  }

  private moreButton(left: number): TemplateResult {
    return html`<p class="more">
      <span>${this.strings.remaining(left)}</span>
      <button type="button" class="quiet" @click=${() => (this.limit += ROWS_AT_ONCE)}>
        ${this.strings.showMore(Math.min(left, ROWS_AT_ONCE))}
      </button>
    </p>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("current")) this.followCaret();
  }

  /** Scrolls this panel only; scrollIntoView would also move a page that embeds the checker. */
  private followCaret(): void {
    const row = this.renderRoot.querySelector<HTMLElement>('[aria-current="location"]');
    if (!row || this.renderRoot.querySelector(":focus")) return;
    const above = row.offsetTop;
    const { scrollTop, clientHeight } = this.scroller;
    if (above < scrollTop || above + row.offsetHeight > scrollTop + clientHeight) {
      this.scroller.scrollTop = above - clientHeight / 3;
    }
  }

  private go(row: Row): void {
    this.reached = row.key;
    ask(this, "go-to", { start: row.start, end: row.start });
  }

  private onFold(event: Event, row: Row): void {
    if (!row.hasChildren) return;
    event.stopPropagation();
    this.setFolded(row, !this.folded.has(row.key));
  }

  private setFolded(row: Row, folded: boolean): void {
    const keys = new Set(this.folded);
    if (folded) keys.add(row.key);
    else keys.delete(row.key);
    this.folded = keys;
  }

  private foldAll(folded: boolean): void {
    this.folded = new Set(folded ? this.rows.filter((row) => row.hasChildren).map((row) => row.key) : []);
  }

  private onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const visible = visibleRows(this.rows, this.folded).slice(0, this.limit);
    const key = (event.target as HTMLElement).closest<HTMLElement>(".row")?.dataset["key"];
    const index = visible.findIndex((row) => row.key === key);
    const row = visible[index];
    if (!row) return;
    const target = this.keyTarget(event.key, row, index, visible);
    if (target === undefined) return;
    event.preventDefault();
    if (target) void this.focusRow(target);
  };

  /** The row that a key leads to, null where it acts on the row itself, undefined where it means nothing here. */
  private keyTarget(key: string, row: Row, index: number, visible: Row[]): Row | null | undefined {
    const open = row.hasChildren && !this.folded.has(row.key);
    switch (key) {
      case "ArrowDown":
        return visible[index + 1] ?? null;
      case "ArrowUp":
        return visible[index - 1] ?? null;
      case "Home":
        return visible[0];
      case "End":
        return visible[visible.length - 1];
      case "ArrowRight":
        if (open) return visible[index + 1] ?? null;
        if (row.hasChildren) this.setFolded(row, false);
        return null;
      case "ArrowLeft":
        if (!open) return row.parent ?? null;
        this.setFolded(row, true);
        return null;
      case "Enter":
      case " ":
        this.go(row);
        return null;
      default:
        return undefined;
    }
  }

  private async focusRow(row: Row): Promise<void> {
    this.reached = row.key;
    await this.updateComplete;
    for (const element of this.renderRoot.querySelectorAll<HTMLElement>(".row")) {
      if (element.dataset["key"] === row.key) element.focus();
    }
  }
}
