// <speech-map>: the whole text as one strip, drawn to scale, and on demand the speaking time of each section. In: the
// report, the length of its text, and where the caret stands. Out: "go-to". For the keyboard and for screen readers the
// strip is a slider over its stretches: arrows name them, Enter goes there.

import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { ask } from "../application/panel-events.js";
import type { Report, Severity } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import { sheet } from "../styles/sheet.js";
import panelStyles from "../styles/panel.css";
import { description } from "./description.js";
import { speakingTimes } from "./speaking-times.js";
import { mapStops, type MapStop } from "./stops.js";
import { rows, stripHeight, stripOf, type Kind, type Name, type Strip } from "./strip.js";
import styles from "./structure-map.css";

const kinds: Kind[] = ["speech", "section", "opening", "ending", "copied", "foreign"];
const severities: Severity[] = ["info", "warning", "error"];

export class StructureMap extends LitElement {
  static override styles = [sheet(panelStyles), sheet(styles)];

  @property({ attribute: false }) accessor strings!: PageStrings;
  @property({ attribute: false }) accessor report: Report | undefined;
  @property({ attribute: false }) accessor length = 0;
  @property({ attribute: false }) accessor caret = 0;

  @state() private accessor width = 0;
  /** The stop that the pointer or the keyboard is at. */
  @state() private accessor reached = -1;
  @state() private accessor pointed: { stop: MapStop; x: number } | undefined;
  @state() private accessor timesShown = false;

  @query(".strip") private accessor stripPlace!: HTMLElement;

  private strip: Strip | undefined;
  private stops: MapStop[] = [];
  private said = "";
  private readonly widths = new ResizeObserver(([entry]) => (this.width = Math.floor(entry?.contentRect.width ?? 0)));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.widths.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.report || !(changed.has("report") || changed.has("strings") || changed.has("width"))) return;
    this.strip = this.width > 0 ? stripOf(this.report, this.length, this.width, this.strings.untitledSpeech) : undefined;
    if (!changed.has("report") && !changed.has("strings")) return;
    this.stops = mapStops(this.report, this.strings);
    this.said = description(this.report, this.stops, this.length, this.strings);
    this.pointed = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { report, strings } = this;
    if (!report || this.length === 0) return nothing;
    const hasTimes = report.speeches.some(({ outline }) => outline.length > 0);
    return html`<div class="bar">
        ${this.renderSlider()}
        ${hasTimes
          ? html`<button type="button" class="quiet" aria-expanded=${this.timesShown} @click=${() => (this.timesShown = !this.timesShown)}>
              ${strings.map.times}
            </button>`
          : nothing}
      </div>
      ${hasTimes && this.timesShown ? this.renderTimes(report) : nothing}`;
  }

  /** The stop of the keyboard, or else that of the caret. */
  private get index(): number {
    return this.reached >= 0 && this.reached < this.stops.length ? this.reached : this.indexAt(this.caret);
  }

  private indexAt(position: number): number {
    let low = 0;
    let high = this.stops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.stops[middle] as MapStop).start <= position) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  private renderSlider(): TemplateResult {
    const { strings } = this;
    const stop = this.stops[this.index];
    return html`<div
        class="strip"
        role="slider"
        tabindex="0"
        aria-label=${strings.map.label}
        aria-describedby="description"
        aria-valuemin="1"
        aria-valuemax=${Math.max(1, this.stops.length)}
        aria-valuenow=${this.index + 1}
        aria-valuetext=${stop ? this.words(stop) : nothing}
        @keydown=${this.onKey}
        @click=${this.onClick}
        @pointermove=${this.onPointer}
        @pointerleave=${() => (this.pointed = undefined)}
        @blur=${() => (this.reached = -1)}
      >
        ${this.renderPicture()} ${this.renderReadout()}
      </div>
      <p class="hidden" id="description">${this.said} ${strings.map.hint}</p>`;
  }

  private renderPicture(): TemplateResult {
    const { strip, width } = this;
    if (!strip) return html``;
    const x = (position: number) => (position * width) / Math.max(1, this.length);
    const stop = this.reached >= 0 ? this.stops[this.index] : undefined;
    return html`<svg width=${width} height=${stripHeight} viewBox="0 0 ${width} ${stripHeight}" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" class="hatching" />
        </pattern>
        <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="1.5" cy="1.5" r="1" class="dotting" /></pattern>
      </defs>
      ${kinds.map((kind) => svg`<path class=${kind} d=${strip.paths[kind]} />`)}
      ${strip.speeches.map((name) => nameOn(name, rows.speech.y + 11.5, "speech-name"))}
      ${strip.sections.map((name) => nameOn(name, rows.parts.y + 12.5, "section-name"))}
      ${severities.map((severity) => svg`<path class="tick ${severity}" d=${strip.ticks[severity]} />`)}
      ${stop ? svg`<rect class="reached" x=${x(stop.start)} y="0.5" width=${Math.max(2, x(stop.end) - x(stop.start))} height=${stripHeight - 1} />` : nothing}
      <path class="caret" d="M${Math.round(x(this.caret))} 0v${stripHeight}" />
    </svg>`;
  }

  private renderReadout(): TemplateResult | typeof nothing {
    const shown = this.pointed ?? (this.reached >= 0 ? this.atKeyboard() : undefined);
    if (!shown) return nothing;
    const onLeft = shown.x < this.width / 2;
    return html`<p class="readout ${onLeft ? "right" : "left"}" aria-hidden="true">${this.words(shown.stop)}</p>`;
  }

  private atKeyboard(): { stop: MapStop; x: number } | undefined {
    const stop = this.stops[this.index];
    return stop && { stop, x: (stop.start * this.width) / Math.max(1, this.length) };
  }

  private words({ kind, name, start, end, minutes }: MapStop): string {
    const { strings } = this;
    const found = this.report?.diagnostics.filter(({ span }) => span.start >= start && span.start < Math.max(end, start + 1)).length ?? 0;
    const percent = Math.round((100 * (end - start)) / Math.max(1, this.length));
    const figures = [strings.map.share(percent), found > 0 ? strings.map.found(found) : strings.map.none];
    if (kind !== "outside") figures.unshift(strings.minutes(minutes));
    return `${kind === "opening" ? `${strings.map.opening}：` : ""}${name} · ${figures.join(" · ")}`;
  }

  private renderTimes(report: Report): TemplateResult {
    const speech = Math.max(0, this.stops[this.indexAt(this.caret)]?.speech ?? 0);
    const title = report.speeches[speech]?.title || this.strings.untitledSpeech;
    const stops = this.stops.filter((stop) => stop.speech === speech);
    return speakingTimes(stops, title, this.strings, (stop) => this.go(stop.start));
  }

  private go(position: number): void {
    ask(this, "go-to", { start: position, end: position });
  }

  private positionAt(event: MouseEvent): number {
    const { left, width } = this.stripPlace.getBoundingClientRect();
    return Math.round(Math.min(1, Math.max(0, (event.clientX - left) / Math.max(1, width))) * this.length);
  }

  private onClick = (event: MouseEvent): void => this.go(this.positionAt(event));

  private onPointer = (event: PointerEvent): void => {
    const stop = this.stops[this.indexAt(this.positionAt(event))];
    this.pointed = stop && { stop, x: event.clientX - this.stripPlace.getBoundingClientRect().left };
  };

  private onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.stops.length - 1;
    const next: Record<string, number> = {
      ArrowRight: Math.min(last, this.index + 1),
      ArrowDown: Math.min(last, this.index + 1),
      ArrowLeft: Math.max(0, this.index - 1),
      ArrowUp: Math.max(0, this.index - 1),
      Home: 0,
      End: last,
    };
    const target = next[event.key];
    if (target !== undefined) this.reached = target;
    else if (event.key === "Enter" || event.key === " ") this.go(this.stops[this.index]?.start ?? 0);
    else return;
    event.preventDefault();
  };

  protected override updated(): void {
    const place = this.renderRoot.querySelector(".strip");
    if (place) this.widths.observe(place);
  }
}

/** A name, as much of it as there is room for: a Chinese character is about as wide as it is high. */
function nameOn({ x, width, text }: Name, baseline: number, kind: string): TemplateResult {
  const room = Math.max(1, Math.floor((width - 6) / 11.5));
  const shown = text.length > room ? text.slice(0, room) : text;
  return svg`<text class=${kind} x=${x + 4} y=${baseline}>${shown}</text>`;
}
