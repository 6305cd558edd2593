// <speech-structure-checker>: the main part of the page, and all that an embedding page needs: toolbar, text, outline and
// findings. In: `value`, `lang`, and a client of the core. Out: the events `input` and `report`. It holds the state; the
// panels only show what they are given and ask by events (panel-events.ts).

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { isCoded, type Client } from "../core/client.js";
import type { CheckOptions, Edit, Report } from "../core/types.js";
import { Editor, type EditorOwner } from "../editor/editor.js";
import type { Origin, Whence } from "../editor/origin.js";
import type { Provenance } from "../editor/provenance.js";
import { plainName, type Found } from "../files/gathering.js";
import type { OpenFile } from "../files/open-file.js";
import { acceptDrops, chooseFiles } from "../files/opening.js";
import type { FindingsPanel } from "../findings/findings-panel.js";
import { silencing } from "../findings/silencing.js";
import { withoutFixes } from "../findings/without-fixes.js";
import { isLanguage, stringsOf, type Language, type PageStrings } from "../language/language.js";
import { rowOfCaret, rowsOf, type Row } from "../outline/rows.js";
import { isSample, sampleText } from "../sample/sample.js";
import { sheet } from "../styles/sheet.js";
import tokens from "../styles/tokens.css";
import panelStyles from "../styles/panel.css";
import reportStyles from "../export/report-page.css";
import styles from "./checker.css";
import { checkOptions } from "./check-options.js";
import type { Desk } from "./desk.js";
import { FileDesk } from "./file-desk.js";
import { Guide } from "./guide.js";
import { HostedElement } from "./hosted.js";
import { commandOf } from "./keys.js";
import { Layout } from "./layout.js";
import { LiveCheck } from "./live-check.js";
import { Notice } from "./notice.js";
import { summary } from "./summary.js";
import { Surface } from "./surface.js";
import { reasonFor } from "./reasons.js";
import type { PanelEvents } from "./panel-events.js";
import { resultPanes } from "./result-panes.js";
import { textPane } from "./text-pane.js";
import { toolbar, views, type Can, type View } from "./toolbar.js";

/** Paste longer than this over the untouched sample is a speech of the writer's own. */
const OWN_SPEECH = 40;

export class SpeechStructureChecker extends HostedElement implements Desk {
  static override styles = [sheet(tokens), sheet(panelStyles), sheet(reportStyles), sheet(styles)];

  /** zh-Hans, zh-Hant or en. */
  @property({ reflect: true }) override accessor lang: string = "zh-Hans";
  /** Shown above the text, and given to the core as the source's name. */
  @property() accessor name = "";
  /** The core; without it the text can only be edited. */
  @property({ attribute: false }) accessor client: Client | undefined;

  @state() private accessor reported: Report | undefined;
  @state() private accessor rows: Row[] = [];
  @state() private accessor caret = 0;
  @state() private accessor currentRow: Row | undefined;
  @state() private accessor view: View = "text";
  @state() private accessor dropping = false;
  @state() private accessor problem = "";
  /** What is wrong with the house's settings as a whole. */
  @state() protected accessor houseProblem = "";
  @state() private accessor showsSample = false;
  @state() private accessor servedByPage = false;
  /** The check of the text as it stands takes its time. */
  @state() private accessor slow = false;
  /** That the text came from; nothing where it was pasted or written here. */
  @state() private accessor file: OpenFile | undefined;

  @query(".editor") private accessor editorPlace!: HTMLElement;
  @query("speech-findings") private accessor findingsPanel!: FindingsPanel;

  private editor: Editor | undefined;
  private initialText = "";
  reportedText = "";
  private readonly notice = new Notice(this);
  private readonly surface: Surface = new Surface(this);
  private readonly layout = new Layout(this);

  readonly guide: Guide = new Guide({
    editor: () => this.editor,
    strings: () => this.strings,
    showText: () => this.showText(),
    announce: (said) => this.notice.announce(said),
    moved: () => this.requestUpdate(),
  });

  private readonly live = new LiveCheck({
    read: () => this.value,
    options: () => this.checkOptions(),
    check: (text, options) =>
      this.client ? this.client.check(text, options) : Promise.reject(new Error("no client")),
    deliver: (report, text, milliseconds) => this.deliver(report, text, milliseconds),
    fail: (error) => this.checkFailed(error),
    slow: (slow) => (this.slow = slow),
  });

  private readonly files = new FileDesk({
    client: () => this.client,
    language: () => this.language,
    strings: () => this.strings,
    origin: () => this.origin,
    text: () => this.value,
    show: (text, from, said, given) => {
      this.problem = "";
      this.put(text, from, said, given);
    },
    tell: (said) => this.tell(said),
    markOpened: () => this.markOpened(),
    markSaved: () => this.markSaved(),
    fail: (sentence) => {
      this.problem = sentence;
      this.notice.hide(); // what was done before it is no news
    },
  });

  get value(): string {
    return this.editor?.text ?? this.initialText;
  }

  set value(text: string) {
    if (this.editor) this.editor.replaceAll(text, { name: this.name, file: undefined, overUnsaved: false });
    else this.initialText = text;
  }

  /** The report of the newest text that was checked. */
  get report(): Report | undefined {
    return this.reported;
  }

  get isCurrent(): boolean {
    return this.live.current;
  }

  checkOptions(): CheckOptions {
    const configuration = silencing(this.configuration ?? {}, this.silenced);
    return checkOptions(this.language, configuration, this.origin, this.editor?.provenance);
  }

  /** Resolves when the text as it stands has been checked. */
  checked(): Promise<void> {
    return this.live.settled();
  }

  get language(): Language {
    return isLanguage(this.lang) ? this.lang : "zh-Hans";
  }

  get strings(): PageStrings {
    return stringsOf(this.language);
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const counts = summary(this.slow ? undefined : this.reported, this.rows, strings, this.configuration?.speakingRate);
    return html`
      <div
        class="frame ${this.layout.kind} showing-${this.view}"
        @keydown=${this.onKey}
        @apply-fix=${this.onApplyFix}
        @reopen=${this.onReopen}
      >
        ${this.readonly ? html`<div class="toolbar">${counts}</div>` : toolbar(strings, this.can, this.actions, counts)}
        <speech-map ?hidden=${this.reportedText === ""} .strings=${strings} .report=${this.reported} .length=${this.reportedText.length} .caret=${this.caret}></speech-map>
        ${this.layout.kind === "narrow" ? views(strings, this.view, this.reported?.diagnostics.length ?? 0, (view) => (this.view = view)) : nothing}
        ${textPane({ ...this.told, strings, file: this.readonly ? undefined : this.file, fileActions: this.files, notice: this.notice, undo: this.undo })}
        ${resultPanes({ strings, report: this.reported, text: this.reportedText, rows: this.rows, currentRow: this.currentRow, rules: this.surface.rules, guide: this.guide })}
        <p class="hidden" role="status">${this.notice.announcement}</p>
        ${this.dropping ? html`<div class="drop"><p>${strings.dropHere}</p></div>` : nothing}
      </div>
      ${this.surface.render()}
    `;
  }

  protected override firstUpdated(): void {
    const owner: EditorOwner = {
      strings: this.strings,
      origin: () => this.origin,
      originChanged: (origin) => Object.assign(this, origin),
      textChanged: () => this.textChanged(),
      composing: (composing) => this.live.setComposing(composing),
      caretMoved: () => this.followCaret(),
      readPage: (html) => this.client?.htmlToText(html).catch(() => undefined) ?? Promise.resolve(undefined),
      pasted: (text) => this.pasteOverSample(text),
      stepFinding: (forward) => this.guide.step(forward),
      fixChosen: (diagnostic, fix) => void this.surface.repairs.apply(diagnostic, fix),
      silenced: (diagnostic) => this.surface.silence(diagnostic),
      ruleOf: (code) => this.surface.rules.get(code),
    };
    this.editor = new Editor(this.editorPlace, this.renderRoot as ShadowRoot, owner, this.initialText);
    this.editorOwner = owner;
    this.showsSample = isSample(this.initialText);
    acceptDrops(
      this,
      (over) => (this.dropping = over),
      (found) => this.take(found),
    );
    super.firstUpdated();
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
    if (changed.has("readonly")) this.editor.setReadonly(this.readonly);
    if (changed.has("configuration") || changed.has("silenced") || changed.has("readonly")) this.live.changed();
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

  // The text and its check

  private textChanged(): void {
    if (!this.editor) return;
    this.requestUpdate(); // there may be something to undo now
    if (this.notice.undoable) this.notice.hide(); // its button would undo the newest change, not the one that it tells of
    this.showsSample = this.showsSample && isSample(this.value);
    this.live.changed();
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  }

  private deliver(given: Report, text: string, milliseconds: number): void {
    const report = this.readonly ? withoutFixes(given) : given;
    this.reported = report;
    this.reportedText = text;
    this.problem = "";
    this.rows = rowsOf(report);
    this.guide.renew(report.diagnostics);
    this.editor?.show(report);
    this.followCaret();
    this.notice.announceLater(this.strings.checked(report.diagnostics.length));
    this.dispatchEvent(new CustomEvent("report", { detail: { report, milliseconds }, bubbles: true, composed: true }));
  }

  /** What there is to know before the text is read. */
  private get told() {
    const { strings, showsSample, servedByPage, problem, houseProblem } = this;
    const hints = [showsSample && strings.sampleHint, servedByPage && strings.servedByPage].filter((hint) => hint !== false);
    const dismiss = () => Object.assign(this, { problem: "", houseProblem: "" });
    return { hints, problems: [houseProblem, problem], dismiss };
  }

  private checkFailed(error: unknown): void {
    if (!this.client) return;
    const missing = isCoded(error) && error.code === "not-loaded";
    this.problem = missing ? this.strings.coreMissing : this.strings.checkFailed(reasonFor(error, this.strings));
  }

  private followCaret(): void {
    if (!this.editor) return;
    this.caret = this.editor.caret;
    this.currentRow = rowOfCaret(this.rows, this.caret, this.reportedText);
  }

  // Going to places

  private async showText(): Promise<void> {
    this.view = "text";
    this.requestUpdate();
    await this.updateComplete;
  }

  private find = (): void => void this.showText().then(() => this.editor?.find());

  /** The page around may hand over keys that were pressed where nothing has the focus. */
  readonly onKey = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    if (!command || (command === "save" && !this.file)) return;
    event.preventDefault();
    if (command === "undo") this.undo();
    else if (command === "redo") this.redo();
    else if (command === "save") void this.files.save();
    else this.guide.step(command === "next");
  };

  /** What can be saved of the text; nothing where there is no speech in it. */
  offerExports(): void {
    if (this.can.export && !this.readonly) this.surface.offerExports();
  }

  override focus(): void {
    this.editor?.focus();
  }

  // Changing the text

  private onApplyFix = ({ detail }: CustomEvent<PanelEvents["apply-fix"]>): void => {
    const place = this.findingsPanel.placeOf(detail.diagnostic.id);
    void this.surface.repairs.apply(detail.diagnostic, detail.fix).then(() => this.findingsPanel.focusAt(place));
  };

  applyEdits(edits: Edit[]): void {
    this.editor?.apply(edits);
  }

  during<Result>(work: Promise<Result>): Promise<Result> {
    return this.notice.during(work, this.strings.working);
  }

  tell(said: string, undoable = false): void {
    this.notice.show(said, undoable);
  }

  private pasteOverSample(text: string): boolean {
    if (!this.showsSample || text.length < OWN_SPEECH) return false;
    this.put(text, { name: "", file: undefined }, this.strings.replacedSample);
    return true;
  }

  private get origin(): Origin {
    return { name: this.name, file: this.file, overUnsaved: this.overUnsaved };
  }

  private put(text: string, whence: Whence, said: string, given?: Provenance): void {
    this.editor?.replaceAll(text, { ...whence, overUnsaved: this.overUnsaved || this.holdsUnsaved }, given);
    this.view = "text";
    this.tell(said, true);
    this.editor?.focus();
  }

  private chooseFiles = (): void => void chooseFiles().then((found) => found && this.take(found));

  /** One file is opened here; many are offered to the page around, which may take them. */
  take(found: Found[]): void {
    if (this.readonly) return;
    const [first] = found;
    if (!first) return this.tell(this.strings.batch.noTexts);
    const alone = found.length === 1 && first.path === plainName(first.file.name);
    const offer = new CustomEvent("files", { detail: found, bubbles: true, composed: true, cancelable: true });
    if (alone || this.dispatchEvent(offer)) void this.open(first.file);
  }

  /** Opens a file in place of the text; if it cannot be read, the text stays. */
  open(file: File): Promise<void> {
    return this.files.open(file);
  }

  private onReopen = ({ detail }: CustomEvent<PanelEvents["reopen"]>): void =>
    void this.files.restore(detail.readAs, detail.reopenAs);

  private loadSample = (): void => {
    this.put(sampleText(this.language), { name: this.strings.sampleName, file: undefined }, this.strings.sampleHint);
    this.markOpened();
    this.notice.hide();
    this.showsSample = true;
  };

  private clear = (): void => {
    this.put("", { name: "", file: undefined }, this.strings.cleared);
    this.markSaved();
  };

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
    openFile: this.chooseFiles,
    loadSample: this.loadSample,
    clear: this.clear,
    undo: this.undo,
    redo: this.redo,
    find: this.find,
    export: this.surface.offerExports,
  };

  private get can(): Can {
    const { editor } = this;
    return { undo: editor?.canUndo ?? false, redo: editor?.canRedo ?? false, export: (this.reported?.speeches.length ?? 0) > 0 };
  }
}
