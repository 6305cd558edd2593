// <speech-findings>: the list of findings. In: the report's diagnostics, and which of them is current. Out: what the
// reader asks, as events (application/panel-events.ts). Only a window of the list is in the document, so that 3 000
// findings stay quick.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ask } from "../application/panel-events.js";
import type { Diagnostic, Rule, Severity, Silenced, Speech } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import { sheet } from "../styles/sheet.js";
import panelStyles from "../styles/panel.css";
import styles from "./findings-panel.css";
import { findingItem, type Asked } from "./finding-item.js";
import { listTools, hasSafeFixes } from "./list-tools.js";
import { countsOf, entriesOf, type Entry, type Group, type Order } from "./listing.js";
import { silencedList } from "./silenced-list.js";

const SHOWN_AT_ONCE = 100;

export class FindingsPanel extends LitElement {
  static override styles = [sheet(panelStyles), sheet(styles)];

  @property({ attribute: false }) accessor strings!: PageStrings;
  @property({ attribute: false }) accessor diagnostics: Diagnostic[] = [];
  /** Nothing has been checked yet. */
  @property({ attribute: false }) accessor pending = false;
  @property({ attribute: false }) accessor speeches: Speech[] = [];
  @property({ attribute: false }) accessor silenced: Silenced[] = [];
  /** The id of the finding that was gone to last. */
  @property({ attribute: false }) accessor current: string | undefined;
  /** The only one that is listed, where one is. */
  @property({ attribute: false }) accessor severity: Severity | undefined;
  /** The text that was checked. */
  @property({ attribute: false }) accessor text = "";
  /** What is said of the rules, by their codes. */
  @property({ attribute: false }) accessor rules: ReadonlyMap<string, Rule> = new Map();

  @state() private accessor order: Order = "speech";
  /** The id of the finding whose details are shown. */
  @state() private accessor opened: string | undefined;
  /** The window into the list. */
  @state() private accessor from = 0;
  @state() private accessor to = SHOWN_AT_ONCE;

  @query(".scroll") private accessor scroller!: HTMLElement;

  private entries: Entry[] = [];
  /** Where the focus goes once the finding that had it is gone from the list. */
  private placeToFocus: number | undefined;

  /** Where a finding stands among those that are listed; -1 where it is not. */
  placeOf(id: string): number {
    return this.listed.findIndex((diagnostic) => diagnostic.id === id);
  }

  /** Puts the focus on a finding of the list; after a fix, the next one takes the place of the fixed. */
  async focusAt(place: number): Promise<void> {
    await this.updateComplete;
    const { listed } = this;
    const target = listed[Math.min(Math.max(place, 0), listed.length - 1)];
    if (target) this.bringInto(target.id);
    await this.updateComplete;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>(".message")];
    const button = buttons.find((element) => element.dataset["id"] === target?.id);
    (button ?? this.renderRoot.querySelector<HTMLElement>("h2"))?.focus();
  }

  private get listed(): Diagnostic[] {
    return this.entries.flatMap((entry) => (entry.kind === "finding" ? [entry.diagnostic] : []));
  }

  protected override willUpdate(changed: PropertyValues): void {
    const listing = ["diagnostics", "speeches", "severity", "order"].some((name) => changed.has(name));
    if (listing) {
      this.entries = entriesOf(this.diagnostics, this.severity, this.order, this.speeches);
      if (changed.has("severity") || changed.has("order") || this.from >= this.entries.length) this.rewind();
    }
    if (changed.has("current") && this.current !== undefined) this.bringInto(this.current);
  }

  private rewind(): void {
    this.from = 0;
    this.to = SHOWN_AT_ONCE;
  }

  private bringInto(id: string): void {
    const index = this.entries.findIndex(({ key }) => key === id);
    if (index < 0 || (index >= this.from && index < this.to)) return;
    this.from = Math.max(0, index - SHOWN_AT_ONCE / 2);
    this.to = this.from + SHOWN_AT_ONCE;
  }

  protected override render(): TemplateResult {
    const { strings, diagnostics, entries } = this;
    const to = Math.min(this.to, entries.length);
    return html`
      <header>
        <h2 id="title" tabindex="-1">${strings.findings}</h2>
        ${diagnostics.length > 0 ? this.renderSteps() : nothing}
      </header>
      ${diagnostics.length > 0 ? this.renderTools() : nothing}
      <div class="scroll" @keydown=${this.onKey}>
        ${diagnostics.length === 0 && !this.pending ? html`<p class="empty">${this.text.trim() ? strings.noFindings : strings.noText}</p>` : nothing}
        ${this.from > 0 ? this.renderMore(strings.showEarlier(Math.min(this.from, SHOWN_AT_ONCE)), this.showEarlier) : nothing}
        <ol aria-labelledby="title" ?hidden=${entries.length === 0}>
          ${repeat(
            entries.slice(this.from, to),
            (entry) => entry.key,
            (entry) => (entry.kind === "group" ? this.renderGroup(entry) : this.renderFinding(entry.diagnostic)),
          )}
        </ol>
        ${to < entries.length
          ? this.renderMore(strings.showMore(Math.min(entries.length - to, SHOWN_AT_ONCE)), this.showMore, entries.length - to)
          : nothing}
        ${this.silenced.length > 0 ? silencedList(this.silenced, strings, this.restore) : nothing}
      </div>
    `;
  }

  private renderTools(): TemplateResult {
    return listTools({
      strings: this.strings,
      counts: countsOf(this.diagnostics),
      severity: this.severity,
      order: this.order,
      safe: hasSafeFixes(this.diagnostics),
      keep: (severity) => ask(this, "keep-severity", { severity }),
      arrange: (order) => (this.order = order),
      fixSafe: () => ask(this, "preview-safe", undefined),
    });
  }

  private renderSteps(): TemplateResult {
    const step = (forward: boolean, label: string, path: string) =>
      html`<button type="button" class="icon" title=${label} aria-label=${label} @click=${() => ask(this, "step-finding", { forward })}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>
      </button>`;
    return html`<span class="steps"
      >${step(false, this.strings.previousFinding, "M4 10 8 6 12 10")}${step(true, this.strings.nextFinding, "M4 6 8 10 12 6")}</span
    >`;
  }

  private renderMore(label: string, show: () => void, left = 0): TemplateResult {
    return html`<p class="more">
      ${left > 0 ? html`<span>${this.strings.remaining(left)}</span>` : nothing}
      <button type="button" class="quiet" @click=${show}>${label}</button>
    </p>`;
  }

  private renderGroup({ speech, code, findings }: Group): TemplateResult {
    const { strings } = this;
    const fixable = code ? findings.filter(({ fixes }) => fixes?.length).length : 0;
    return html`<li class="group">
      <h3>${code ? (this.rules.get(code)?.name ?? code) : this.speechName(speech ?? -1)}<span class="count">${findings.length}</span></h3>
      ${fixable > 1 && code
        ? html`<button type="button" class="quiet" @click=${() => ask(this, "preview-rule", { code })}>${strings.list.fixRule(fixable)}</button>`
        : nothing}
      ${code && this.rules.has(code)
        ? html`<button type="button" class="quiet" @click=${() => ask(this, "explain-rule", { code })}>${strings.list.why}</button>`
        : nothing}
    </li>`;
  }

  private speechName(index: number): string {
    if (index < 0) return this.strings.list.wholeText;
    return this.speeches[index]?.title || this.strings.untitledSpeech;
  }

  private renderFinding(diagnostic: Diagnostic): TemplateResult {
    return findingItem(diagnostic, {
      strings: this.strings,
      text: this.text,
      current: diagnostic.id === this.current,
      opened: diagnostic.id === this.opened,
      rule: this.rules.get(diagnostic.code),
      asked: this.asked,
    });
  }

  private readonly asked: Asked = {
    go: (diagnostic) => ask(this, "choose-finding", diagnostic),
    goTo: (place) => ask(this, "go-to", place),
    fix: (diagnostic, fix) => ask(this, "apply-fix", { diagnostic, fix }),
    preview: (diagnostic, fix) => ask(this, "preview-fix", { diagnostic, fix }),
    silence: (diagnostic) => {
      this.placeToFocus = this.placeOf(diagnostic.id);
      ask(this, "silence-finding", diagnostic);
    },
    explain: (code) => ask(this, "explain-rule", { code }),
    reopen: (readAs, reopenAs) => ask(this, "reopen", { readAs, reopenAs }),
    open: (id) => (this.opened = this.opened === id ? undefined : id),
  };

  private restore = (name: "restore-findings", ids: string[]): void => {
    this.placeToFocus = 0;
    ask(this, name, ids);
  };

  private showEarlier = (): void => {
    this.from = Math.max(0, this.from - SHOWN_AT_ONCE);
  };

  private showMore = (): void => {
    this.to = Math.min(this.to, this.entries.length) + SHOWN_AT_ONCE;
  };

  /** Arrows go from finding to finding; Tab reaches their fixes. */
  private onKey = (event: KeyboardEvent): void => {
    const direction = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (direction === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const messages = [...this.renderRoot.querySelectorAll<HTMLElement>(".message")];
    const item = (event.target as HTMLElement).closest("li.finding");
    const index = messages.findIndex((button) => button.closest("li") === item);
    const target = messages[index + direction];
    if (index < 0 || !target) return;
    event.preventDefault();
    target.focus();
  };

  protected override updated(changed: PropertyValues): void {
    if (changed.has("current")) this.followCurrent();
    if (changed.has("diagnostics")) this.keepFocus();
  }

  /** The button that asked is gone; a reader without a pointer would begin anew at the top of the page. */
  private keepFocus(): void {
    const place = this.placeToFocus;
    this.placeToFocus = undefined;
    const isElsewhere = (this.getRootNode() as Document | ShadowRoot).activeElement !== null;
    if (place !== undefined && !isElsewhere) void this.focusAt(place);
  }

  private followCurrent(): void {
    const item = this.renderRoot.querySelector<HTMLElement>('li[aria-current="true"]');
    if (!item) return;
    const above = item.offsetTop;
    const { scrollTop, clientHeight } = this.scroller;
    if (above < scrollTop || above + item.offsetHeight > scrollTop + clientHeight) this.scroller.scrollTop = above - 8;
  }
}
