// <speech-export>: the speeches of the text, cleaned, to be saved one by one, all in a .zip, or copied; and the report. In:
// the speeches as the core split them. Out: what the reader asks, as events of its own; `save-speeches` once all are saved.

import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { SplitSpeech } from "../core/types.js";
import { Dialog } from "../panels/dialog.js";
import { sheet } from "../styles/sheet.js";
import { archiveOf } from "./archive.js";
import { copyText } from "./copying.js";
import styles from "./export-dialog.css";
import { saveFile, saveText } from "./saving.js";

/** More speeches than this are rare, and all of them are in the archive anyway. */
const SHOWN_AT_ONCE = 100;

export class ExportDialog extends Dialog {
  static override styles = [...Dialog.styles, sheet(styles)];

  @property({ attribute: false }) accessor speeches: SplitSpeech[] = [];

  private archive = "";
  @state() private accessor limit = SHOWN_AT_ONCE;
  /** What was done last, said beside the buttons. */
  @state() private accessor done = "";

  /** `archive` is the name of the file that holds them all. */
  offer(speeches: SplitSpeech[], archive: string): void {
    this.speeches = speeches;
    this.archive = archive;
    this.limit = SHOWN_AT_ONCE;
    this.done = "";
    void this.show();
  }

  protected override heading(): string {
    return this.strings.exporting.title;
  }

  protected override content(): TemplateResult {
    const { speeches, strings } = this;
    const words = strings.exporting;
    const left = speeches.length - this.limit;
    return html`<h3>${words.clean}</h3>
      ${speeches.length === 0
        ? html`<p class="soft">${words.nothing}</p>`
        : html`<p class="soft">${words.allDetail(speeches.length)}</p>
            <p class="row">
              <button type="button" class="do" @click=${this.saveAll}>${words.all}</button>
              <button type="button" class="plain" @click=${this.copyAll}>${words.copyAll}</button>
            </p>
            <ul>
              ${speeches.slice(0, this.limit).map((speech) => this.renderSpeech(speech))}
            </ul>
            ${left > 0
              ? html`<p class="more">
                  <span>${strings.remaining(left)}</span>
                  <button type="button" class="quiet" @click=${() => (this.limit += SHOWN_AT_ONCE)}>
                    ${strings.showMore(Math.min(left, SHOWN_AT_ONCE))}
                  </button>
                </p>`
              : nothing}`}
      <h3>${words.report}</h3>
      <p class="soft">${words.reportDetail}</p>
      <p class="row">
        <button type="button" class="plain" @click=${() => this.dispatchEvent(new Event("save-report"))}>${words.saveReport}</button>
        <button type="button" class="plain" @click=${() => this.dispatchEvent(new Event("print-report"))}>${words.print}</button>
      </p>`;
  }

  protected override actions(): TemplateResult {
    return html`<p class="done soft" role="status">${this.done}</p>`;
  }

  private renderSpeech(speech: SplitSpeech): TemplateResult {
    const words = this.strings.exporting;
    const title = speech.title || this.strings.untitledSpeech;
    return html`<li>
      <span class="title">${title}</span>
      <button type="button" class="quiet" aria-label=${words.one(title)} @click=${() => this.saveOne(speech)}>${words.download}</button>
      <button type="button" class="quiet" aria-label=${words.copyOne(title)} @click=${() => this.copy(speech.text)}>${words.copy}</button>
    </li>`;
  }

  private saveOne(speech: SplitSpeech): void {
    const file = `${speech.name}.txt`;
    saveText(file, speech.text);
    this.done = this.strings.exporting.saved(file);
    if (this.speeches.length === 1) this.tellSaved();
  }

  private saveAll = (): void => {
    saveFile(this.archive, archiveOf(this.speeches, new Date()), "application/zip");
    this.done = this.strings.exporting.saved(this.archive);
    this.tellSaved();
  };

  private tellSaved(): void {
    this.dispatchEvent(new Event("save-speeches"));
  }

  private copyAll = (): Promise<void> => this.copy(this.speeches.map(({ text }) => text).join("\n"));

  private async copy(text: string): Promise<void> {
    const { copied, notCopied } = this.strings.exporting;
    this.done = (await copyText(text, this.renderRoot.querySelector("dialog") ?? this)) ? copied : notCopied;
  }

  /** Told by whoever does what the events ask. */
  tell(done: string): void {
    this.done = done;
  }
}
