// <speech-structure-checker>: the main part of the page, and all that an embedding page needs: toolbar, text, outline and
// findings. In: `value`, `lang`, and a client of the core. Out: the events `input` and `report`. It holds the state; the
// panels only show what they are given and ask by events (panel-events.ts).

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { isCoded, type Client } from "../core/client.js";
import type { CheckOptions, Diagnostic, Fix, Report } from "../core/types.js";
import { Editor, type EditorOwner } from "../editor/editor.js";
import { acceptDrops, chooseFile } from "../files/opening.js";
import type { FindingsPanel } from "../findings/findings-panel.js";
import { nextStop, stopsOf, type Stop } from "../findings/steps.js";
import { isLanguage, stringsOf, type Language, type PageStrings } from "../language/language.js";
import { rowAt, rowsOf, type Row } from "../outline/rows.js";
import { isSample, sampleText } from "../sample/sample.js";
import { sheet } from "../styles/sheet.js";
import tokens from "../styles/tokens.css";
import panelStyles from "../styles/panel.css";
import styles from "./checker.css";
import { fileBar } from "./file-bar.js";
import { FileDesk, type OpenFile } from "./file-desk.js";
import { LiveCheck } from "./live-check.js";
import { Notice } from "./notice.js";
import { summary } from "./summary.js";
import { reasonFor } from "./reasons.js";
import type { PanelEvents } from "./panel-events.js";
import { toolbar, views, type View } from "./toolbar.js";

type Layout = "narrow" | "medium" | "wide";

/** Paste longer than this over the untouched sample is a speech of the writer's own. */
const OWN_SPEECH = 40;

export class SpeechStructureChecker extends LitElement {
  static override styles = [sheet(tokens), sheet(panelStyles), sheet(styles)];

  /** zh-Hans, zh-Hant or en. */
  @property({ reflect: true }) override accessor lang: string = "zh-Hans";
  /** Shown above the text, and given to the core as the source's name. */
  @property() accessor name = "";
  /** The core; without it the text can only be edited. */
  @property({ attribute: false }) accessor client: Client | undefined;

  @state() private accessor reported: Report | undefined;
  @state() private accessor rows: Row[] = [];
  @state() private accessor currentRow: Row | undefined;
  @state() private accessor currentFinding: string | undefined;
  @state() private accessor view: View = "text";
  @state() private accessor layout: Layout = "wide";
  @state() private accessor dropping = false;
  @state() private accessor problem = "";
  @state() private accessor announcement = "";
  @state() private accessor file: OpenFile | undefined;
  @state() private accessor canUndo = false;
  @state() private accessor canRedo = false;
  @state() private accessor showsSample = false;
  @state() private accessor servedByPage = false;

  @query(".editor") private accessor editorPlace!: HTMLElement;
  @query("speech-findings") private accessor findingsPanel!: FindingsPanel;

  private editor: Editor | undefined;
  private initialText = "";
  private reportedText = "";
  private stops: Stop[] = [];
  private lastStop: Stop | undefined;
  private readonly notice = new Notice(this);
  private announcing: ReturnType<typeof setTimeout> | undefined;
  private readonly widths = new ResizeObserver(([entry]) => entry && this.arrange(entry.contentRect.width));

  private readonly live = new LiveCheck({
    read: () => this.value,
    options: () => this.options,
    check: (text, options) =>
      this.client ? this.client.check(text, options) : Promise.reject(new Error("no client")),
    deliver: (report, text, milliseconds) => this.deliver(report, text, milliseconds),
    fail: (error) => this.checkFailed(error),
  });

  private readonly files = new FileDesk({
    client: () => this.client,
    language: () => this.language,
    strings: () => this.strings,
    text: () => this.value,
    show: (text, file, said, synthesised) => {
      this.problem = "";
      this.replaceText(text, file?.name ?? this.name, said, file, synthesised);
    },
    tell: (said) => this.say(said),
    fail: (sentence) => (this.problem = sentence),
  });

  get value(): string {
    return this.editor?.text ?? this.initialText;
  }

  set value(text: string) {
    if (this.editor) this.editor.replaceAll(text);
    else this.initialText = text;
  }

  /** The report of the newest text that was checked. */
  get report(): Report | undefined {
    return this.reported;
  }

  /** Resolves when the text as it stands has been checked. */
  checked(): Promise<void> {
    return this.live.settled();
  }

  get language(): Language {
    return isLanguage(this.lang) ? this.lang : "zh-Hans";
  }

  private get strings(): PageStrings {
    return stringsOf(this.language);
  }

  private get options(): CheckOptions {
    const synthesised = this.editor?.synthesised ?? [];
    const numbered = synthesised.length > 0 ? { synthesised, format: this.file?.format ?? "text" } : {};
    return { lang: this.language, ...(this.name ? { name: this.name } : {}), ...numbered };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.widths.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.widths.disconnect();
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const diagnostics = this.reported?.diagnostics ?? [];
    return html`
      <div
        class="frame ${this.layout} showing-${this.view}"
        @keydown=${this.onKey}
        @go-to=${this.onGoTo}
        @choose-finding=${this.onChooseFinding}
        @apply-fix=${this.onApplyFix}
        @step-finding=${this.onStepFinding}
        @reopen=${this.onReopen}
      >
        ${toolbar(strings, { undo: this.canUndo, redo: this.canRedo }, this.actions, summary(this.reported, this.rows, strings))}
        ${this.layout === "narrow" ? views(strings, this.view, diagnostics.length, (view) => (this.view = view)) : nothing}
        <section class="pane text-pane" aria-label=${strings.text}>
          ${this.showsSample ? html`<p class="hint">${strings.sampleHint}</p>` : nothing}
          ${fileBar(this.file, strings, this.reopen, this.save)}
          ${this.servedByPage ? html`<p class="hint">${strings.servedByPage}</p>` : nothing}
          ${this.problem ? this.renderProblem() : nothing}
          <div class="editor"></div>
          ${this.notice.text ? this.renderNotice() : nothing}
        </section>
        <section class="pane outline-pane" aria-label=${strings.outline}>
          <speech-outline .strings=${strings} .rows=${this.rows} .current=${this.currentRow}></speech-outline>
        </section>
        <section class="pane findings-pane" aria-label=${strings.findings}>
          <speech-findings
            .strings=${strings}
            .diagnostics=${diagnostics}
            .current=${this.currentFinding}
            .text=${this.reportedText}
          ></speech-findings>
        </section>
        <p class="hidden" role="status">${this.announcement}</p>
        ${this.dropping ? html`<div class="drop"><p>${strings.dropHere}</p></div>` : nothing}
      </div>
    `;
  }

  private renderProblem(): TemplateResult {
    return html`<div class="problem" role="alert">
      <p>${this.problem}</p>
      <button type="button" class="quiet" @click=${() => (this.problem = "")}>${this.strings.dismiss}</button>
    </div>`;
  }

  private renderNotice(): TemplateResult {
    return html`<div class="notice">
      <p>${this.notice.text}</p>
      <button type="button" class="quiet" @click=${this.undo}>${this.strings.undo}</button>
    </div>`;
  }

  protected override firstUpdated(): void {
    const owner: EditorOwner = {
      strings: this.strings,
      textChanged: () => this.textChanged(),
      composing: (composing) => this.live.setComposing(composing),
      caretMoved: () => this.followCaret(),
      readPage: (html) => this.client?.htmlToText(html).catch(() => undefined) ?? Promise.resolve(undefined),
      pasted: (text) => this.pasteOverSample(text),
      stepFinding: (forward) => this.stepFinding(forward),
      fixChosen: (diagnostic, fix) => void this.applyFix(diagnostic, fix),
    };
    this.editor = new Editor(this.editorPlace, this.renderRoot as ShadowRoot, owner, this.initialText);
    this.editorOwner = owner;
    this.showsSample = isSample(this.initialText);
    acceptDrops(
      this,
      (over) => (this.dropping = over),
      (file) => void this.open(file),
    );
    this.live.changed();
  }

  private editorOwner: EditorOwner | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.editor) return;
    if (changed.has("lang") && this.editorOwner) {
      this.editorOwner.strings = this.strings;
      this.editor.setStrings(this.strings);
      this.live.changed();
    }
    if (changed.has("client")) this.clientChanged();
  }

  private clientChanged(): void {
    const { client } = this;
    this.live.changed();
    client?.ready.then(
      () => (this.servedByPage = client.servedBy === "page"),
      () => undefined, // the check itself tells that the core is missing
    );
  }

  private arrange(width: number): void {
    this.layout = width < 760 ? "narrow" : width < 1200 ? "medium" : "wide";
  }

  // The text and its check

  private textChanged(): void {
    if (!this.editor) return;
    this.canUndo = this.editor.canUndo;
    this.canRedo = this.editor.canRedo;
    this.showsSample = this.showsSample && isSample(this.value);
    this.live.changed();
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  }

  private deliver(report: Report, text: string, milliseconds: number): void {
    this.reported = report;
    this.reportedText = text;
    this.problem = "";
    this.rows = rowsOf(report);
    this.stops = stopsOf(report.diagnostics);
    this.lastStop = undefined;
    if (!report.diagnostics.some(({ id }) => id === this.currentFinding)) this.currentFinding = undefined;
    this.editor?.show(report);
    this.followCaret();
    this.announce(report.diagnostics.length);
    this.dispatchEvent(new CustomEvent("report", { detail: { report, milliseconds }, bubbles: true, composed: true }));
  }

  private checkFailed(error: unknown): void {
    if (!this.client) return;
    const missing = isCoded(error) && error.code === "not-loaded";
    this.problem = missing ? this.strings.coreMissing : this.strings.checkFailed(reasonFor(error, this.strings));
  }

  /** Told when the writer pauses, not at every key. */
  private announce(findings: number): void {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => (this.announcement = this.strings.checked(findings)), 800);
  }

  private followCaret(): void {
    if (this.editor) this.currentRow = rowAt(this.rows, this.editor.caret);
  }

  // Going to places

  private goTo(start: number, end: number): void {
    this.view = "text";
    void this.updateComplete.then(() => this.editor?.reveal(start, end, true));
  }

  private onGoTo = ({ detail }: CustomEvent<PanelEvents["go-to"]>): void => this.goTo(detail.start, detail.end);

  private onChooseFinding = ({ detail }: CustomEvent<PanelEvents["choose-finding"]>): void => {
    this.lastStop = this.stops.find((stop) => stop.diagnostic === detail);
    this.currentFinding = detail.id;
    const { start, end } = this.lastStop ?? detail.span;
    this.goTo(start, end);
  };

  private onStepFinding = ({ detail }: CustomEvent<PanelEvents["step-finding"]>): void => this.stepFinding(detail.forward);

  private stepFinding(forward: boolean): void {
    const stop = this.editor && nextStop(this.stops, this.editor.caret, forward, this.lastStop);
    if (!stop) return;
    this.lastStop = stop;
    this.currentFinding = stop.diagnostic.id;
    this.announcement = `${this.strings.severity[stop.diagnostic.severity]} ${stop.diagnostic.message}`;
    this.goTo(stop.start, stop.end);
  }

  private onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === "F8") {
      event.preventDefault();
      this.stepFinding(!event.shiftKey);
    }
    const key = event.key.toLowerCase();
    const command = (event.ctrlKey || event.metaKey) && !event.altKey;
    const inField = event.composedPath().some((target) => target instanceof HTMLInputElement);
    if (!command || inField || (key !== "z" && key !== "y")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) this.redo();
    else this.undo();
  };

  // Changing the text

  private onApplyFix = ({ detail }: CustomEvent<PanelEvents["apply-fix"]>): void => {
    const index = (this.reported?.diagnostics ?? []).indexOf(detail.diagnostic);
    void this.applyFix(detail.diagnostic, detail.fix).then(() => this.findingsPanel.focusAt(index));
  };

  /** Fetches a fix's edits and makes them one undoable step. If the text has changed meanwhile, the same finding is sought in its report. */
  private async applyFix(diagnostic: Diagnostic, fix: Fix): Promise<void> {
    const { strings } = this;
    await this.live.settled();
    const same = this.reported?.diagnostics.find(({ id }) => id === diagnostic.id);
    const offered = same?.fixes?.find(({ title }) => title === fix.title);
    if (!offered || !this.client) return this.notice.show(strings.fixGone);
    try {
      const edits = await this.client.edits([offered.id]);
      if (!this.live.current) return this.notice.show(strings.fixGone);
      this.editor?.apply(edits);
      this.notice.show(strings.fixed(edits.length));
      this.announcement = strings.fixed(edits.length);
    } catch {
      this.notice.show(strings.fixGone);
    }
    await this.live.settled();
  }

  private pasteOverSample(text: string): boolean {
    if (!this.showsSample || text.length < OWN_SPEECH) return false;
    this.replaceText(text, "", this.strings.replacedSample);
    return true;
  }

  private replaceText(text: string, name: string, said: string, file?: OpenFile, synthesised?: number[]): void {
    this.name = name;
    this.file = file;
    this.editor?.replaceAll(text, synthesised);
    this.view = "text";
    this.say(said);
    this.editor?.focus();
  }

  private say(said: string): void {
    this.notice.show(said);
    this.announcement = said;
  }

  private chooseFile = (): void => void chooseFile().then((file) => file && this.open(file));

  /** Opens a file in place of the text; if it cannot be read, the text stays. */
  open(file: File): Promise<void> {
    return this.files.open(file);
  }

  private reopen = (encoding: string): void => void (this.file && this.files.reopen(this.file, encoding));

  private save = (): void => void (this.file && this.files.save(this.file));

  private onReopen = ({ detail }: CustomEvent<PanelEvents["reopen"]>): void =>
    void this.files.restore(this.file, detail.readAs, detail.reopenAs);

  private loadSample = (): void => {
    this.replaceText(sampleText(this.language), this.strings.sampleName, this.strings.sampleHint);
    this.notice.hide();
    this.showsSample = true;
  };

  private clear = (): void => this.replaceText("", "", this.strings.cleared);

  private undo = (): void => {
    this.notice.hide();
    this.editor?.undo();
    this.editor?.focus();
  };

  private redo = (): void => {
    this.editor?.redo();
    this.editor?.focus();
  };

  private readonly actions = {
    openFile: this.chooseFile,
    loadSample: this.loadSample,
    clear: this.clear,
    undo: this.undo,
    redo: this.redo,
  };
}
