// <speech-outline>: the tree of speeches and headings. In: the report and its rows, and the row that the caret stands in.
// Out: "go-to", "keep-outline". The tree is a flat list with levels, which assistive technology reads as nested and which
// costs one keyed list to update. Its keys are those of every tree: arrows, Home, End, Enter.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ask, type OutlineForm } from "../application/panel-events.js";
import type { Report } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import { sheet } from "../styles/sheet.js";
import panelStyles from "../styles/panel.css";
import { filtered } from "./filter.js";
import { withItems } from "./items.js";
import styles from "./outline-panel.css";
import { outlineRow } from "./outline-row.js";
import { problemsOf, shownProblems, type Problems } from "./problems.js";
import { shownFor, visibleRows, type Row } from "./rows.js";

/** More rows than anyone reads at once; the rest is shown on demand, so that 100 000 headings stay quick. */
const ROWS_AT_ONCE = 500;
/** A shorter outline is seen at a glance and needs no filter. */
const FILTERED_FROM = 6;

export class OutlinePanel extends LitElement {
  static override styles = [sheet(panelStyles), sheet(styles)];

  @property({ attribute: false }) accessor strings!: PageStrings;
  @property({ attribute: false }) accessor report: Report | undefined;
  /** The text that the report is of. */
  @property({ attribute: false }) accessor text = "";
  @property({ attribute: false }) accessor rows: Row[] = [];
  /** The section of the caret. */
  @property({ attribute: false }) accessor current: Row | undefined;

  @state() private accessor folded: ReadonlySet<string> = new Set();
  @state() private accessor limit = ROWS_AT_ONCE;
  /** The row that Tab reaches; arrows move it. */
  @state() private accessor reached = "";
  @state() private accessor sought = "";
  @state() private accessor showsItems = false;

  @query(".scroll") private accessor scroller!: HTMLElement;

  /** The rows of the tree, with items or without, and the findings in each. */
  private tree: Row[] = [];
  private problems = new Map<string, Problems>();

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("rows")) this.problems = problemsOf(this.rows, this.report?.diagnostics ?? []);
    if (changed.has("rows") || changed.has("showsItems")) {
      this.tree = this.showsItems && this.report ? withItems(this.rows, this.report, this.text) : this.rows;
    }
  }

  private get seeking(): boolean {
    return this.sought.trim() !== "" && this.rows.length >= FILTERED_FROM;
  }

  private get visible(): Row[] {
    return this.seeking ? filtered(this.tree, this.sought).rows : visibleRows(this.tree, this.folded);
  }

  /** While the outline is filtered, nothing is folded. */
  private get folds(): ReadonlySet<string> {
    return this.seeking ? new Set() : this.folded;
  }

  protected override render(): TemplateResult {
    const { strings, folds } = this;
    const { visible } = this;
    const shown = visible.slice(0, this.limit);
    const current = shownFor(this.current, folds)?.key;
    const reached = shown.some((row) => row.key === this.reached) ? this.reached : (current ?? shown[0]?.key);
    const problems = shownProblems(this.rows, this.problems, (row) => shownFor(row, folds) ?? row);
    return html`
      <header>
        <h2 id="title">${strings.outline}</h2>
        ${this.rows.length > 0 ? this.renderTools() : nothing}
      </header>
      ${this.rows.length >= FILTERED_FROM || this.hasRuns ? this.renderFilter() : nothing}
      <div class="scroll">
        ${this.rows.length === 0 && this.report ? html`<p class="empty">${strings.noOutline}</p>` : nothing}
        ${this.rows.length > 0 && shown.length === 0 ? html`<p class="empty">${strings.outlineTools.noMatch}</p>` : nothing}
        ${shown.length === 0
          ? nothing
          : html`<div role="tree" aria-labelledby="title" @keydown=${this.onKey}>
              ${repeat(
                shown,
                (row) => row.key,
                (row) =>
                  outlineRow(row, {
                    strings,
                    current: row.key === current,
                    reached: row.key === reached,
                    folded: folds.has(row.key),
                    problems: problems.get(row.key),
                    sought: this.seeking ? this.sought : "",
                    go: this.go,
                    reach: this.reach,
                    fold: this.onFold,
                  }),
              )}
            </div>`}
        ${visible.length > shown.length ? this.moreButton(visible.length - shown.length) : nothing}
      </div>
    `;
  }

  private renderFilter(): TemplateResult {
    const { outlineTools } = this.strings;
    const found = this.seeking ? outlineTools.matches(filtered(this.tree, this.sought).found) : "";
    return html`<div class="filter">
      ${this.rows.length >= FILTERED_FROM
        ? html`<input
            type="search"
            aria-label=${outlineTools.filter}
            placeholder=${outlineTools.filter}
            .value=${this.sought}
            @input=${(event: Event) => (this.sought = (event.target as HTMLInputElement).value)}
          />`
        : nothing}
      ${this.hasRuns
        ? html`<label>
            <input
              type="checkbox"
              .checked=${this.showsItems}
              @change=${(event: Event) => (this.showsItems = (event.target as HTMLInputElement).checked)}
            />${outlineTools.runs}
          </label>`
        : nothing}
      <span class="hidden" role="status">${found}</span>
    </div>`;
  }

  private get hasRuns(): boolean {
    return this.report?.speeches.some(({ runs }) => runs.length > 0) ?? false;
  }

  private renderTools(): TemplateResult {
    const { outlineTools } = this.strings;
    const keep = (label: string, form: OutlineForm, to: "clipboard" | "file") =>
      html`<button type="button" @click=${() => ask(this, "keep-outline", { form, to })}>${label}</button>`;
    return html`<span class="tools">
      ${this.rows.some((row) => row.hasChildren) ? this.foldAllButton() : nothing}
      <speech-menu .label=${outlineTools.keep}>
        ${keep(outlineTools.copyText, "text", "clipboard")}${keep(outlineTools.copyMarkdown, "markdown", "clipboard")}
        ${keep(outlineTools.saveText, "text", "file")}${keep(outlineTools.saveMarkdown, "markdown", "file")}
        ${keep(outlineTools.saveJson, "json", "file")}
      </speech-menu>
    </span>`;
  }

  private foldAllButton(): TemplateResult {
    const anyOpen = this.rows.some((row) => row.hasChildren && !this.folded.has(row.key));
    return html`<button type="button" class="quiet" ?disabled=${this.seeking} @click=${() => this.foldAll(anyOpen)}>
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

  protected override updated(changed: PropertyValues): void {
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

  private go = (row: Row): void => {
    this.reached = row.key;
    ask(this, "go-to", { start: row.start, end: row.start });
  };

  private reach = (row: Row): void => {
    this.reached = row.key;
  };

  private onFold = (event: Event, row: Row): void => {
    if (!row.hasChildren || this.seeking) return;
    event.stopPropagation();
    this.setFolded(row, !this.folded.has(row.key));
  };

  private setFolded(row: Row, folded: boolean): void {
    const keys = new Set(this.folded);
    if (folded) keys.add(row.key);
    else keys.delete(row.key);
    this.folded = keys;
  }

  private foldAll(folded: boolean): void {
    this.folded = new Set(folded ? this.tree.filter((row) => row.hasChildren).map((row) => row.key) : []);
  }

  private onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const visible = this.visible.slice(0, this.limit);
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
    const open = row.hasChildren && !this.folds.has(row.key);
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
