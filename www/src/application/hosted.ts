// What the checker is to the page around it, whoever's page that is: a field of a form with attributes and events of its
// own, in a theme and under house rules that the page chooses. In: attributes. Out: form data, `change`, word of unsaved
// changes. The checker itself (checker.ts) builds on this and knows nothing of forms.

import { LitElement, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import type { Configuration } from "../core/types.js";
import { silencedIn, united } from "../findings/silencing.js";
import type { Theme } from "../settings/preferences.js";

const differ = (some: readonly string[], others: readonly string[] | undefined) => some.join() !== others?.join();

export abstract class HostedElement extends LitElement {
  static readonly formAssociated = true;

  /** `light`, `dark`, or whatever the system says. */
  @property({ reflect: true }) accessor theme: Theme = "system";
  /** The text can be read and checked, but not changed. */
  @property({ type: Boolean, reflect: true }) accessor readonly = false;
  /** House rules; what is wrong with them is told in the place of the report. */
  @property({ attribute: false }) accessor configuration: Configuration | undefined;

  /** Ids of the findings that are silenced, by the house or by the reader; the event `silenced` tells when the reader changes it. */
  @property({ attribute: false, hasChanged: differ }) accessor silenced: readonly string[] = [];

  abstract value: string;
  /** The text took the place of one that was saved nowhere, which only undoing brings back. */
  overUnsaved = false;

  private readonly internals = this.attachInternals();
  private saved = "";
  private initial: string | undefined;
  private valueAtFocus = "";

  constructor() {
    super();
    this.addEventListener("input", () => this.giveToForm());
    // Seen from outside, focus that moves between the parts of the checker does not move at all.
    this.addEventListener("focusin", () => (this.valueAtFocus = this.value));
    this.addEventListener("focusout", () => this.tellChange());
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** Whether the text differs from what was opened or saved last. */
  get modified(): boolean {
    return this.value !== this.saved;
  }

  /** Whether there is something in the text that would be lost with it. */
  get holdsUnsaved(): boolean {
    return this.modified && this.value.trim() !== "";
  }

  /** The text as it stands is safe elsewhere: in a file, in the page around, on this computer. */
  markSaved(): void {
    this.markOpened();
    this.overUnsaved = false;
  }

  /** The text as it stands is safe where it came from. */
  markOpened(): void {
    this.saved = this.value;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("configuration")) this.silenced = united(this.silenced, silencedIn(this.configuration ?? {}));
  }

  formAssociatedCallback(): void {
    this.giveToForm();
  }

  formResetCallback(): void {
    this.value = this.initial ?? "";
    this.giveToForm();
  }

  formDisabledCallback(disabled: boolean): void {
    this.readonly = disabled || this.hasAttribute("readonly");
  }

  /** Browsers call it when they bring a form back as it was. */
  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  protected override firstUpdated(): void {
    this.initial = this.value;
    this.saved = this.value;
    this.giveToForm();
  }

  private giveToForm(): void {
    if (this.internals.form) this.internals.setFormValue(this.value);
  }

  private tellChange(): void {
    if (this.value === this.valueAtFocus) return;
    this.valueAtFocus = this.value;
    this.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  }
}
