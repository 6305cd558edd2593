// One finding of the list. In: the finding, the text it is of, and whether it is current or opened. Out: its element; what
// the reader does with it is asked of `asked`.

import { html, nothing, type TemplateResult } from "lit";
import type { Diagnostic, Fix, Related, Rule, Span } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import { severityMark } from "./severity-mark.js";

export interface Asked {
  go(diagnostic: Diagnostic): void;
  goTo(place: Span): void;
  fix(diagnostic: Diagnostic, fix: Fix): void;
  preview(diagnostic: Diagnostic, fix: Fix): void;
  silence(diagnostic: Diagnostic): void;
  explain(code: string): void;
  reopen(readAs: string, reopenAs: string): void;
  open(id: string): void;
}

export interface Shown {
  strings: PageStrings;
  /** The text that was checked. */
  text: string;
  current: boolean;
  /** Whether its reasons and its rarer actions are shown. */
  opened: boolean;
  rule: Rule | undefined;
  asked: Asked;
}

const MOST_RELATED = 12;
const LONGEST_EXCERPT = 24;
/** With more alternatives than this, the best one is offered and the others stand behind a button. */
const FIXES_AT_ONCE = 2;

export function findingItem(diagnostic: Diagnostic, shown: Shown): TemplateResult {
  const { strings, asked, text } = shown;
  const { code, severity, span, message, related, fixes } = diagnostic;
  const places = (diagnostic.occurrences?.length ?? 0) / 2;
  return html`<li class="finding ${severity}" data-code=${code} aria-current=${shown.current ? "true" : nothing}>
    ${severityMark(severity)}
    <div class="saying">
      <button type="button" class="message" data-id=${diagnostic.id} @click=${() => asked.go(diagnostic)}>
        <span class="hidden">${strings.severity[severity]} </span>${message}
      </button>
      <button
        type="button"
        class="open"
        aria-label=${strings.list.more}
        title=${strings.list.more}
        aria-expanded=${shown.opened}
        @click=${() => asked.open(diagnostic.id)}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M3 4.5 6 7.5 9 4.5" /></svg>
      </button>
    </div>
    <p class="where">
      <span class="line">${strings.line(span.line)}</span>${span.end > span.start
        ? html`<q>${excerpt(text, span)}</q>`
        : nothing}${places > 1 ? html`<span class="line">${strings.places(places)}</span>` : nothing}
    </p>
    ${related?.length ? relatedPlaces(related, shown) : nothing}
    ${fixes?.length ? html`<div class="fixes">${fixButtons(diagnostic, fixes, shown)}</div>` : nothing}
    ${reopening(diagnostic, shown)} ${shown.opened ? details(diagnostic, shown) : nothing}
  </li>`;
}

function fixButtons(diagnostic: Diagnostic, fixes: Fix[], { strings, asked, opened }: Shown): TemplateResult[] {
  const few = fixes.length <= FIXES_AT_ONCE;
  const offered = (opened || few ? fixes : fixes.slice(0, 1)).map((fix) => {
    // Advice: it is done in another program.
    if (fix.editCount === 0) return html`<p class="advice">${fix.title}</p>`;
    const review = fix.safety === "review";
    return html`<button type="button" class="fix" title=${review ? strings.needsReviewDetail : nothing} @click=${() => asked.fix(diagnostic, fix)}>
      ${fix.title}${review ? html`<span class="review">${strings.needsReview}</span>` : nothing}
    </button>`;
  });
  if (opened || few) return offered;
  const others = html`<button type="button" class="quiet" @click=${() => asked.open(diagnostic.id)}>
    ${strings.list.otherFixes(fixes.length - 1)}
  </button>`;
  return [...offered, others];
}

/** A text that was wholly misread is not edited but opened anew. */
function reopening({ data }: Diagnostic, { strings, asked }: Shown): TemplateResult | typeof nothing {
  const { readAs, reopenAs } = data ?? {};
  if (typeof readAs !== "string" || typeof reopenAs !== "string") return nothing;
  return html`<div class="fixes">
    <button type="button" class="fix" @click=${() => asked.reopen(readAs, reopenAs)}>${strings.reopen(reopenAs)}</button>
  </div>`;
}

function details(diagnostic: Diagnostic, { strings, rule, asked }: Shown): TemplateResult {
  const [first] = diagnostic.fixes ?? [];
  return html`<div class="details">
    ${rule ? html`<p>${rule.why}</p>` : nothing}
    <p class="rarer">
      <button type="button" class="quiet" @click=${() => asked.explain(diagnostic.code)}>${strings.list.explain}</button>
      ${first && first.editCount > 0 ? html`<button type="button" class="quiet" @click=${() => asked.preview(diagnostic, first)}>${strings.list.preview}</button>` : nothing}
      <button type="button" class="quiet silence" @click=${() => asked.silence(diagnostic)}>${strings.list.silence}</button>
    </p>
  </div>`;
}

/** Places of one kind share their words: "one of the items: line 4, line 6". */
function relatedPlaces(related: Related[], { strings, asked }: Shown): TemplateResult {
  const byMessage = new Map<string, Related[]>();
  for (const place of related.slice(0, MOST_RELATED)) {
    const places = byMessage.get(place.message);
    if (places) places.push(place);
    else byMessage.set(place.message, [place]);
  }
  return html`<ul class="related" aria-label=${strings.related}>
    ${[...byMessage].map(
      ([message, places]) => html`<li>
        <span>${message}</span>
        ${places.map(({ span }) => html`<button type="button" class="link" @click=${() => asked.goTo(span)}>${strings.line(span.line)}</button>`)}
      </li>`,
    )}
  </ul>`;
}

/** The words that a finding is about, cut to a glance. */
function excerpt(text: string, { start, end }: Span): string {
  const words = text.slice(start, Math.min(end, start + LONGEST_EXCERPT)).split("\n", 1)[0] ?? "";
  return words.length < end - start ? `${words}…` : words;
}
