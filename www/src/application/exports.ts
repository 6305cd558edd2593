// What leaves the page, by the reader's own hand: outlines, cleaned speeches, the report as a file or on paper. In: what the
// panels ask. Out: downloads, the clipboard, the printer.

import { copyText } from "../export/copying.js";
import type { ExportDialog } from "../export/export-dialog.js";
import { reportBody, reportFile, type ReportPage } from "../export/report-page.js";
import { safeName, saveFile, saveText } from "../export/saving.js";
import { outlineJson, outlineText } from "../outline/outline-forms.js";
import type { Desk } from "./desk.js";
import type { OutlineForm } from "./panel-events.js";
import { reasonFor } from "./reasons.js";

const endings: Record<OutlineForm, { ending: string; type: string }> = {
  markdown: { ending: "md", type: "text/markdown;charset=utf-8" },
  text: { ending: "txt", type: "text/plain;charset=utf-8" },
  json: { ending: "json", type: "application/json" },
};

export class Exports {
  constructor(private readonly desk: Desk) {
    addEventListener("beforeprint", this.layOut);
  }

  end(): void {
    removeEventListener("beforeprint", this.layOut);
  }

  async keepOutline(form: OutlineForm, to: "clipboard" | "file"): Promise<void> {
    const { desk } = this;
    const { exporting, outlineTools } = desk.strings;
    const outline = await this.outlineAs(form);
    if (outline === undefined) return;
    if (to === "clipboard") {
      const copied = await copyText(outline, desk.renderRoot);
      return desk.tell(copied ? exporting.copied : exporting.notCopied);
    }
    const { ending, type } = endings[form];
    const name = `${this.named(outlineTools.fileName)}.${ending}`;
    if (form === "text") saveText(name, outline);
    else saveFile(name, outline, type);
    desk.tell(exporting.saved(name));
  }

  /** The speeches as the core splits them, offered in the dialog. */
  async offer(): Promise<void> {
    const { desk } = this;
    await desk.during(desk.checked());
    if (!desk.client) return;
    try {
      const speeches = await desk.during(desk.client.split(desk.reportedText, desk.checkOptions()));
      this.dialog?.offer(speeches, `${this.named(desk.strings.exporting.archive, this.stem)}.zip`);
    } catch (error) {
      desk.tell(reasonFor(error, desk.strings));
    }
  }

  saveReport = (): void => {
    const page = this.page();
    if (!page) return;
    const { exporting } = this.desk.strings;
    const name = `${this.named(exporting.reportFile)}.html`;
    saveFile(name, reportFile(page), "text/html;charset=utf-8");
    this.dialog?.tell(exporting.saved(name));
  };

  print = (): void => {
    this.dialog?.close();
    window.print();
  };

  /** What is printed stands in the page only while it is printed. */
  private layOut = (): void => {
    const page = this.page();
    const place = this.desk.renderRoot.querySelector(".printed");
    if (page && place) place.replaceChildren(reportBody(page));
    addEventListener("afterprint", () => place?.replaceChildren(), { once: true });
  };

  private get dialog(): ExportDialog | null {
    return this.desk.renderRoot.querySelector<ExportDialog>("speech-export");
  }

  private page(): ReportPage | undefined {
    const { report, reportedText: text, name, language, strings } = this.desk;
    return report && { report, text, name, language, strings, date: new Date() };
  }

  private async outlineAs(form: OutlineForm): Promise<string | undefined> {
    const { desk } = this;
    await desk.checked();
    const { report, client } = desk;
    if (!report || !client) return undefined;
    if (form === "text") return outlineText(report, desk.strings.untitledSpeech);
    if (form === "json") return outlineJson(report);
    return client.outlineMarkdown(desk.reportedText, desk.checkOptions());
  }

  /** The name of the text, without a file's ending. */
  private get stem(): string {
    return this.desk.name.replace(/\.[A-Za-z0-9]{1,5}$/, "");
  }

  /** A file's name: that of the text, or else of its first speech, and what the file is. */
  private named(what: string, own = this.stem || (this.desk.report?.speeches[0]?.title ?? "")): string {
    const stem = safeName(own, "");
    return stem ? `${stem}-${what}` : what;
  }
}
