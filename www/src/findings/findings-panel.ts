// <speech-findings>: the list of findings. In: the report's diagnostics, and which of them is current. Out: "choose-finding",
// "go-to", "apply-fix", "step-finding". Only a window of the list is in the document, so that 3 000 findings stay quick.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ask } from "../application/panel-events.js";
import type { Diagnostic, Fix, Related, Span } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import { sheet } from "../styles/sheet.js";
import panelStyles from "../styles/panel.css";
import styles from "./findings-panel.css";
import { severityMark } from "./severity-mark.js";

const SHOWN_AT_ONCE = 100;
const MOST_RELATED = 12;
const LONGEST_EXCERPT = 24;

export class FindingsPanel extends LitElement {
  static override styles = [sheet(panelStyles), sheet(styles)];

  @property({ attribute: false }) accessor strings!: PageStrings;
  @property({ attribute: false }) accessor diagnostics: Diagnostic[] = [];
  /** The id of the finding that was gone to last. */
  @property({ attribute: false }) accessor current: string | undefined;
  /** The text that was checked. */
  @property({ attribute: false }) accessor text = "";

  /** The window into the list. */
  @state() private accessor from = 0;
  @state() private accessor to = SHOWN_AT_ONCE;

  @query(".scroll") private accessor scroller!: HTMLElement;

  /** Puts the focus on a finding of the list; after a fix, the next one takes the place of the fixed. */
  async focusAt(index: number): Promise<void> {
    await this.updateComplete;
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>(".message");
    const target = buttons[Math.min(Math.max(index - this.from, 0), buttons.length - 1)];
    (target ?? this.renderRoot.querySelector<HTMLElement>("h2"))?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("diagnostics") && this.from >= this.diagnostics.length) {
      this.from = 0;
      this.to = SHOWN_AT_ONCE;
    }
    if (changed.has("current") && this.current !== undefined) this.bringInto(this.current);
  }

  private bringInto(id: string): void {
    const index = this.diagnostics.findIndex((diagnostic) => diagnostic.id === id);
    if (index < 0 || (index >= this.from && index < this.to)) return;
    this.from = Math.max(0, index - SHOWN_AT_ONCE / 2);
    this.to = this.from + SHOWN_AT_ONCE;
  }

  protected override render(): TemplateResult {
    const { strings, diagnostics } = this;
    const to = Math.min(this.to, diagnostics.length);
    return html`
      <header>
        <h2 id="title" tabindex="-1">${strings.findings}</h2>
        ${diagnostics.length > 0 ? this.renderSteps() : nothing}
      </header>
      <div class="scroll" @keydown=${this.onKey}>
        ${diagnostics.length === 0 ? html`<p class="empty">${this.text.trim() ? strings.noFindings : strings.noText}</p>` : nothing}
        ${this.from > 0 ? this.renderMore(strings.showEarlier(Math.min(this.from, SHOWN_AT_ONCE)), this.showEarlier) : nothing}
        <ol aria-labelledby="title" ?hidden=${diagnostics.length === 0} start=${this.from + 1}>
          ${repeat(
            diagnostics.slice(this.from, to),
            (diagnostic) => diagnostic.id,
            (diagnostic) => this.renderFinding(diagnostic),
          )}
        </ol>
        ${to < diagnostics.length
          ? this.renderMore(strings.showMore(Math.min(diagnostics.length - to, SHOWN_AT_ONCE)), this.showMore, diagnostics.length - to)
          : nothing}
      </div>
    `;
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

  private renderFinding(diagnostic: Diagnostic): TemplateResult {
    const { strings } = this;
    const { code, severity, span, message } = diagnostic;
    const places = (diagnostic.occurrences?.length ?? 0) / 2;
    return html`<li class="finding ${severity}" data-code=${code} aria-current=${diagnostic.id === this.current ? "true" : nothing}>
      ${severityMark(severity)}
      <button type="button" class="message" data-id=${diagnostic.id} @click=${() => this.go(diagnostic)}>
        <span class="hidden">${strings.severity[severity]} </span>${message}
      </button>
      <p class="where">
        <span class="line">${strings.line(span.line)}</span>${span.end > span.start
          ? html`<q>${this.excerpt(span)}</q>`
          : nothing}${places > 1 ? html`<span class="line">${strings.places(places)}</span>` : nothing}
      </p>
      ${diagnostic.related?.length ? this.renderRelated(diagnostic.related) : nothing}
      ${diagnostic.fixes?.length
        ? html`<div class="fixes">${diagnostic.fixes.map((fix) => this.renderFix(diagnostic, fix))}</div>`
        : nothing}
      ${this.renderReopening(diagnostic)}
    </li>`;
  }

  /** Places of one kind share their words: "one of the items: line 4, line 6". */
  private renderRelated(related: Related[]): TemplateResult {
    const byMessage = new Map<string, Related[]>();
    for (const place of related.slice(0, MOST_RELATED)) {
      const places = byMessage.get(place.message);
      if (places) places.push(place);
      else byMessage.set(place.message, [place]);
    }
    return html`<ul class="related" aria-label=${this.strings.related}>
      ${[...byMessage].map(
        ([message, places]) => html`<li>
          <span>${message}</span>
          ${places.map(
            ({ span }) =>
              html`<button type="button" class="link" @click=${() => ask(this, "go-to", span)}>${this.strings.line(span.line)}</button>`,
          )}
        </li>`,
      )}
    </ul>`;
  }

  /** The words that a finding is about, cut to a glance. */
  private excerpt({ start, end }: Span): string {
    const words = this.text.slice(start, Math.min(end, start + LONGEST_EXCERPT)).split("\n", 1)[0] ?? "";
    return words.length < end - start ? `${words}…` : words;
  }

  private renderFix(diagnostic: Diagnostic, fix: Fix): TemplateResult {
    // Advice: it is done in another program.
    if (fix.editCount === 0) return html`<p class="advice">${fix.title}</p>`;
    const review = fix.safety === "review";
    return html`<button
      type="button"
      class="fix"
      title=${review ? this.strings.needsReviewDetail : nothing}
      @click=${() => ask(this, "apply-fix", { diagnostic, fix })}
    >
      ${fix.title}${review ? html`<span class="review">${this.strings.needsReview}</span>` : nothing}
    </button>`;
  }

  /** A text that was wholly misread is not edited but opened anew. */
  private renderReopening({ data }: Diagnostic): TemplateResult | typeof nothing {
    const { readAs, reopenAs } = data ?? {};
    if (typeof readAs !== "string" || typeof reopenAs !== "string") return nothing;
    return html`<div class="fixes">
      <button type="button" class="fix" @click=${() => ask(this, "reopen", { readAs, reopenAs })}>${this.strings.reopen(reopenAs)}</button>
    </div>`;
  }

  private go(diagnostic: Diagnostic): void {
    ask(this, "choose-finding", diagnostic);
  }

  private showEarlier = (): void => {
    this.from = Math.max(0, this.from - SHOWN_AT_ONCE);
  };

  private showMore = (): void => {
    this.to = Math.min(this.to, this.diagnostics.length) + SHOWN_AT_ONCE;
  };

  /** Arrows go from finding to finding; Tab reaches their fixes. */
  private onKey = (event: KeyboardEvent): void => {
    const direction = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (direction === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const messages = [...this.renderRoot.querySelectorAll<HTMLElement>(".message")];
    const item = (event.target as HTMLElement).closest("li.finding");
    const index = messages.findIndex((button) => button.parentElement === item);
    const target = messages[index + direction];
    if (index < 0 || !target) return;
    event.preventDefault();
    target.focus();
  };

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("current")) this.followCurrent();
  }

  private followCurrent(): void {
    const item = this.renderRoot.querySelector<HTMLElement>('li[aria-current="true"]');
    if (!item) return;
    const above = item.offsetTop;
    const { scrollTop, clientHeight } = this.scroller;
    if (above < scrollTop || above + item.offsetHeight > scrollTop + clientHeight) this.scroller.scrollTop = above - 8;
  }
}
