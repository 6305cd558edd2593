// <speech-files>: a table of many files. In: a batch, told to be drawn anew while it is checked. Out: `open-file` with the
// row that was chosen, `close-files`. Rows beyond the first hundred are drawn on demand.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { saveFile } from "../export/saving.js";
import { severityMark } from "../findings/severity-mark.js";
import type { PageStrings } from "../language/language.js";
import type { Severity } from "../core/types.js";
import { sheet } from "../styles/sheet.js";
import panelStyles from "../styles/panel.css";
import { reportsOf, type Batch, type Row } from "./batch.js";
import { columnsOf, sorted, type Column } from "./columns.js";
import { csv } from "./csv.js";
import styles from "./files-panel.css";

const SHOWN = 100;
const figures = new Intl.NumberFormat();

export class FilesPanel extends LitElement {
  static override styles = [sheet(panelStyles), sheet(styles)];

  @property({ attribute: false }) accessor strings!: PageStrings;
  @property({ attribute: false }) accessor batch: Batch | undefined;
  /** A failure in the words of the page. */
  @property({ attribute: false }) accessor reason: (failure: unknown) => string = String;

  @state() private accessor order: { key: string; descending: boolean } | undefined;
  @state() private accessor shown = SHOWN;

  /** The file that was opened last. */
  private opened: Row | undefined;

  /** Where one came from, or else the heading. */
  async arrive(): Promise<void> {
    await this.updateComplete;
    const names = [...this.renderRoot.querySelectorAll<HTMLElement>(".name")];
    const from = names.find((name) => name.textContent === this.opened?.path);
    (from ?? this.renderRoot.querySelector<HTMLElement>("h2"))?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { batch, strings } = this;
    if (!batch) return nothing;
    const columns = columnsOf(strings);
    const column = columns.find(({ key }) => key === this.order?.key);
    const rows = column ? sorted(batch.rows, column, this.order?.descending ?? false) : batch.rows;
    return html`<section aria-label=${strings.batch.title}>
      ${this.head(batch)}
      <div class="scroll" tabindex="0" role="group" aria-label=${strings.batch.title}>
        ${rows.length === 0
          ? html`<p class="empty">${strings.batch.noTexts}</p>`
          : html`<table>
              <thead>
                <tr>${columns.map((one) => this.heading(one))}</tr>
              </thead>
              <tbody>${rows.slice(0, this.shown).map((row) => this.row(row, columns))}</tbody>
            </table>`}
        ${rows.length > this.shown ? this.more(rows.length - this.shown) : nothing}
      </div>
    </section>`;
  }

  private head(batch: Batch): TemplateResult {
    const { strings } = this;
    const words = strings.batch;
    const [done, all] = [batch.done, batch.rows.length];
    const said = { checking: words.progress(done, all), finished: words.finished(all, batch.failed), cancelled: words.cancelled(done, all) }[batch.state];
    const button = (label: string, run: () => void, disabled = false, extra = "") =>
      html`<button type="button" class="plain ${extra}" ?disabled=${disabled} @click=${run}>${label}</button>`;
    return html`<header>
      <div class="state">
        <h2 tabindex="-1">${words.title}</h2>
        <p class="told">${said}</p>
        <p class="hidden" role="status">${batch.state === "checking" ? "" : said}</p>
        ${batch.state === "checking" ? html`<progress max=${all} .value=${done} aria-label=${said}></progress>${button(words.cancel, () => batch.cancel())}` : nothing}
      </div>
      <div class="actions">
        ${button(words.saveTable, this.saveTable, done === 0)}${button(words.saveReports, this.saveReports, done === 0)}
        ${button(words.back, () => this.dispatchEvent(new CustomEvent("close-files")), false, "main")}
      </div>
    </header>`;
  }

  private heading({ key, title, isFigure }: Column): TemplateResult {
    const { order } = this;
    const direction = order?.key !== key ? "none" : order.descending ? "descending" : "ascending";
    // Figures are first asked for from the greatest down: which files are worst?
    const sort = () => (this.order = order?.key === key ? { key, descending: !order.descending } : { key, descending: isFigure });
    const mark = ["error", "warning", "info"].includes(key) ? severityMark(key as Severity) : nothing;
    return html`<th scope="col" class=${isFigure ? "figure" : ""} aria-sort=${direction}>
      <button type="button" title=${this.strings.batch.sortBy(title)} @click=${sort}>
        ${mark}<span>${title}</span><span class="arrow" aria-hidden="true">${direction === "none" ? "" : direction === "descending" ? "▾" : "▴"}</span>
      </button>
    </th>`;
  }

  private row(row: Row, columns: Column[]): TemplateResult {
    const { path, failure, survey } = row;
    const name = html`<button type="button" class="name" @click=${() => this.open(row)}>${path}</button>`;
    const rest = columns.slice(1);
    if (!survey) {
      return html`<tr class="without">
        <th scope="row">${name}</th>
        <td colspan=${rest.length} class=${failure === undefined ? "" : "failed"}>${failure === undefined ? this.strings.batch.waiting : this.reason(failure)}</td>
      </tr>`;
    }
    return html`<tr>
      <th scope="row">${name}</th>
      ${rest.map((column) => this.cell(column, column.value(row) ?? ""))}
    </tr>`;
  }

  private cell({ isFigure, key, shown }: Column, value: string | number): TemplateResult {
    const words = value === 0 ? "–" : (shown?.(value) ?? (typeof value === "number" ? figures.format(value) : value));
    return html`<td class="${isFigure ? "figure" : ""} ${value === 0 ? "none" : key}">${words}</td>`;
  }

  private more(left: number): TemplateResult {
    return html`<p class="more">
      <span>${this.strings.remaining(left)}</span>
      <button type="button" class="quiet" @click=${() => (this.shown += SHOWN)}>${this.strings.showMore(Math.min(SHOWN, left))}</button>
    </p>`;
  }

  private open(row: Row): void {
    this.opened = row;
    this.dispatchEvent(new CustomEvent<Row>("open-file", { detail: row }));
  }

  private saveTable = (): void => {
    const { batch, strings } = this;
    if (!batch) return;
    const columns = columnsOf(strings);
    const cells = (row: Row) => columns.map((column) => column.value(row) ?? (column.key === "encoding" && row.failure !== undefined ? strings.batch.notRead : ""));
    const table = csv([columns.map(({ title }) => title), ...batch.rows.map(cells)]);
    saveFile(strings.batch.tableName, table, "text/csv;charset=utf-8");
  };

  private saveReports = (): void => {
    if (this.batch) saveFile(this.strings.batch.reportsName, reportsOf(this.batch.rows, this.reason), "application/x-ndjson");
  };
}
