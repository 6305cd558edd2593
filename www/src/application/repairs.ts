// Changing the text by fixes: one at once, or several after a look at what they change. In: a finding and its fix, a rule,
// or the wish for all that is safe. Out: edits, as one undoable step. Fix ids hold for the newest checked text only, so
// each way begins by waiting for the check and seeking the same finding in its report.

import type { Diagnostic, Edit, Fix } from "../core/types.js";
import type { ChangesDialog, Proposal } from "../findings/changes-dialog.js";
import type { Desk } from "./desk.js";

export class Repairs {
  constructor(private readonly desk: Desk) {}

  async apply(diagnostic: Diagnostic, fix: Fix): Promise<void> {
    const edits = await this.editsOf(diagnostic, fix);
    if (edits) this.make(edits);
    await this.desk.checked();
  }

  async previewFix(diagnostic: Diagnostic, fix: Fix): Promise<void> {
    const edits = await this.editsOf(diagnostic, fix);
    if (edits) this.propose(edits, this.desk.strings.changes.title(edits.length), fix.safety === "review");
  }

  /** The first fix of every finding of a rule. */
  async previewRule(code: string, name: string): Promise<void> {
    const { strings } = this.desk;
    const review = this.desk.report?.diagnostics.some((found) => found.code === code && found.fixes?.[0]?.safety === "review") ?? false;
    await this.previewAll([code], (edits) => strings.changes.ofRule(name, edits), review);
  }

  async previewSafe(): Promise<void> {
    await this.previewAll(undefined, this.desk.strings.changes.title, false);
  }

  /** What was proposed and agreed to. The dialog is modal, but a fix may have been undone under it. */
  make(edits: Edit[], of = this.desk.reportedText): void {
    const { desk } = this;
    if (!desk.isCurrent || of !== desk.reportedText) return desk.tell(desk.strings.fixGone);
    desk.applyEdits(edits);
    desk.tell(desk.strings.fixed(edits.length), true);
  }

  private async previewAll(only: string[] | undefined, title: (edits: number) => string, review: boolean): Promise<void> {
    const { desk } = this;
    await desk.during(desk.checked());
    if (!desk.client) return;
    try {
      const { edits } = await desk.during(desk.client.fixAll(desk.reportedText, { ...desk.checkOptions(), ...(only && { only }) }));
      if (edits.length === 0) desk.tell(desk.strings.fixGone);
      else this.propose(edits, title(edits.length), review);
    } catch {
      desk.tell(desk.strings.fixGone);
    }
  }

  private propose(edits: Edit[], title: string, review: boolean): void {
    const proposal: Proposal = { title, text: this.desk.reportedText, edits, review };
    this.desk.renderRoot.querySelector<ChangesDialog>("speech-changes")?.propose(proposal);
  }

  private async editsOf(diagnostic: Diagnostic, fix: Fix): Promise<Edit[] | undefined> {
    const { desk } = this;
    await desk.checked();
    const same = desk.report?.diagnostics.find(({ id }) => id === diagnostic.id);
    const offered = same?.fixes?.find(({ title }) => title === fix.title);
    try {
      if (!offered || !desk.client) throw new Error("gone");
      const edits = await desk.client.edits([offered.id]);
      if (!desk.isCurrent) throw new Error("changed");
      return edits;
    } catch {
      desk.tell(desk.strings.fixGone);
      return undefined;
    }
  }
}
