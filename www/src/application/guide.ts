// Leads to places of the text: to the finding or heading that was chosen, and with F8 from finding to finding. In: the
// findings of each new report, and which severity the list shows. Out: the editor stands at the place, with words for the ear.

import type { Diagnostic, Severity } from "../core/types.js";
import type { Editor } from "../editor/editor.js";
import { Walk } from "../findings/walk.js";
import type { PageStrings } from "../language/language.js";

/** What the guide needs of the checker. */
export interface Ground {
  editor(): Editor | undefined;
  strings(): PageStrings;
  /** Resolves when the text can be seen, which at phone width another part may hide. */
  showText(): Promise<void>;
  announce(said: string): void;
  /** Something else is current now. */
  moved(): void;
}

export class Guide {
  private readonly walk = new Walk();
  private found: readonly Diagnostic[] = [];
  private kept: Severity | undefined;

  constructor(private readonly ground: Ground) {}

  /** The id of the finding that was gone to last, while it is there. */
  get current(): string | undefined {
    return this.walk.current;
  }

  /** The severity that the list shows and F8 stops at; all where none is told. */
  get severity(): Severity | undefined {
    return this.kept;
  }

  keep(severity: Severity | undefined): void {
    this.kept = severity;
    this.renew(this.found);
  }

  /** A severity that no finding has any more would leave an empty list. */
  renew(found: readonly Diagnostic[]): void {
    this.found = found;
    const some = found.filter(({ severity }) => severity === this.kept);
    if (some.length === 0) this.kept = undefined;
    this.walk.renew(this.kept ? some : found);
    this.ground.moved();
  }

  async goTo(start: number, end: number): Promise<void> {
    await this.ground.showText();
    this.ground.editor()?.reveal(start, end, true);
  }

  choose(finding: Diagnostic): void {
    const { start, end } = this.walk.choose(finding);
    void this.goTo(start, end);
  }

  step(forward: boolean): void {
    const editor = this.ground.editor();
    const stop = editor && this.walk.step(editor.caret, forward);
    if (!stop) return;
    const { severity, message } = stop.diagnostic;
    this.ground.announce(`${this.ground.strings().severity[severity]} ${message}`);
    void this.goTo(stop.start, stop.end).then(() => editor.sayAtCaret());
  }
}
