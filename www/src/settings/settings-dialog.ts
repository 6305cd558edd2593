// The settings. In: preferences, the rules, the page's words. Out: `change-preferences` with the preferences as they are
// now, at every change; `import-settings` and `export-settings`, which the application answers.

import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Configuration, Rule, Setting } from "../core/types.js";
import { silencedIn, silencing } from "../findings/silencing.js";
import { languages, type Language } from "../language/language.js";
import { Dialog } from "../panels/dialog.js";
import { sheet } from "../styles/sheet.js";
import { levelsOf, styleExamples, withLevel } from "./levels.js";
import { canRemember, themes, type Preferences } from "./preferences.js";
import styles from "./settings-dialog.css";

const severities: Setting[] = ["error", "warning", "info"];

/** As the core has them (src/configuration). */
const measures = {
  speakingRate: { least: 60, most: 600, usual: 220 },
  overlongParagraph: { least: 50, most: 100_000, usual: 600 },
};

export class SettingsDialog extends Dialog {
  static override styles = [...Dialog.styles, sheet(styles)];

  @property({ attribute: false }) accessor preferences!: Preferences;
  @property({ attribute: false }) accessor language!: Language;
  @property({ attribute: false }) accessor rules: Rule[] = [];
  /** What came of the last import. */
  @property({ attribute: false }) accessor said = "";

  open(): void {
    this.said = "";
    this.requestUpdate(); // a figure that was refused is not shown again
    void this.show();
  }

  protected override heading(): string {
    return this.strings.settings.title;
  }

  protected override content(): TemplateResult {
    const { settings } = this.strings;
    return html`${this.group(settings.appearance, this.appearance())} ${this.group(settings.memory, this.memory())}
    ${this.group(settings.measures, this.measures())} ${this.group(settings.levels, this.levels(), settings.levelsHint)}
    ${this.group(settings.rules, html`${this.ruleTable()}${this.silenced()}`, settings.rulesHint)} ${this.group(settings.house, this.house(), settings.houseHint)}`;
  }

  private group(title: string, content: TemplateResult, hint = ""): TemplateResult {
    return html`<fieldset>
      <legend>${title}</legend>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}${content}
    </fieldset>`;
  }

  private appearance(): TemplateResult {
    const { strings, preferences } = this;
    return html`${this.select(strings.language, this.language, languages.map(({ code, name }) => [code, name]), (language) => this.change({ language: language as Language }))}
    ${this.select(strings.settings.theme, preferences.theme, themes.map((theme) => [theme, strings.settings.themes[theme]]), (theme) =>
      this.change({ theme: theme as Preferences["theme"] }),
    )}`;
  }

  private memory(): TemplateResult {
    const { settings } = this.strings;
    const possible = canRemember();
    const box = (key: "remember" | "keepDraft", label: string, hint: string) => html`<label class="box">
      <input type="checkbox" .checked=${this.preferences[key]} ?disabled=${!possible} @change=${(event: Event) => this.change({ [key]: (event.target as HTMLInputElement).checked })} />
      <span>${label}<small>${hint}</small></span>
    </label>`;
    return html`${box("remember", settings.remember, settings.rememberHint)}${box("keepDraft", settings.keepDraft, settings.keepDraftHint)}
    ${possible ? nothing : html`<p class="hint">${settings.cannotKeep}</p>`}`;
  }

  private measures(): TemplateResult {
    const { settings } = this.strings;
    return html`${this.number("speakingRate", settings.speakingRate, settings.speakingRateUnit)}
    ${this.number("overlongParagraph", settings.overlongParagraph, settings.overlongParagraphUnit)}`;
  }

  private number(key: keyof typeof measures, label: string, unit: string): TemplateResult {
    const { least, most, usual } = measures[key];
    const change = (event: Event) => {
      const field = event.target as HTMLInputElement;
      field.setCustomValidity(field.validity.valid ? "" : this.strings.settings.outOfRange(least, most));
      if (!field.validity.badInput && field.valueAsNumber >= least && field.valueAsNumber <= most) {
        field.setCustomValidity("");
        this.configure({ [key]: field.valueAsNumber === usual ? undefined : Math.round(field.valueAsNumber) });
      } else field.reportValidity();
    };
    return html`<label class="row">
      <span>${label}</span>
      <span class="figure"><input type="number" min=${least} max=${most} step="1" .value=${live(String(this.preferences.configuration[key] ?? usual))} @change=${change} />${unit}</span>
    </label>`;
  }

  private levels(): TemplateResult {
    const { settings } = this.strings;
    const levels = levelsOf(this.preferences.configuration.levels);
    const choices = [["", settings.noLevel], ...Object.entries(styleExamples)] as Array<[string, string]>;
    return html`<div class="levels">
      ${levels.map((style, place) =>
        this.select(settings.level(place + 1), style, choices, (chosen) => this.configure({ levels: withLevel(levels, place, chosen) })),
      )}
    </div>`;
  }

  private ruleTable(): TemplateResult {
    const { settings, severity: names } = this.strings;
    return html`<div class="rules">
      ${this.rules.map((rule) =>
        this.select(
          rule.name,
          this.preferences.configuration.rules?.[rule.code] ?? "",
          [["", settings.asUsual(names[rule.severity])], ["off", settings.off], ...severities.map((severity): [string, string] => [severity, names[severity as "info"]])],
          (setting) => this.setRule(rule.code, setting as Setting | ""),
          rule.finds,
        ),
      )}
    </div>`;
  }

  /** Those of other drafts stand in no list of findings, so that here is the only way to bring them back. */
  private silenced(): TemplateResult | typeof nothing {
    const { list } = this.strings;
    const { configuration } = this.preferences;
    const ids = silencedIn(configuration);
    if (ids.length === 0) return nothing;
    return html`<p class="silenced">
      <span>${list.silenced(ids.length)}</span>
      <button type="button" class="plain" @click=${() => this.change({ configuration: silencing(configuration, []) })}>${list.restoreAll}</button>
    </p>`;
  }

  private reset = (): void => {
    this.change({ configuration: silencing({}, silencedIn(this.preferences.configuration)) });
  };

  private house(): TemplateResult {
    const { settings } = this.strings;
    const ask = (name: string) => () => this.dispatchEvent(new CustomEvent(name));
    return html`<div class="buttons">
        <button type="button" class="plain" @click=${ask("import-settings")}>${settings.importFile}</button>
        <button type="button" class="plain" @click=${ask("export-settings")}>${settings.exportFile}</button>
        <button type="button" class="plain" @click=${this.reset}>${settings.reset}</button>
      </div>
      <p role="status" class="said">${this.said}</p>`;
  }

  private select(label: string, value: string, choices: ReadonlyArray<readonly [string, string]>, change: (value: string) => void, explained = ""): TemplateResult {
    return html`<label class="row" title=${explained || nothing}>
      <span>${label}</span>
      <select @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
        ${choices.map(([code, name]) => html`<option value=${code} ?selected=${code === value} .selected=${code === value}>${name}</option>`)}
      </select>
    </label>`;
  }

  private setRule(code: string, setting: Setting | ""): void {
    const { [code]: _, ...others } = this.preferences.configuration.rules ?? {};
    this.configure({ rules: setting === "" ? others : { ...others, [code]: setting } });
  }

  private configure(change: { [Key in keyof Configuration]?: Configuration[Key] | undefined }): void {
    const all = Object.entries({ ...this.preferences.configuration, ...change });
    const said = all.filter(([, value]) => value !== undefined && !(typeof value === "object" && Object.keys(value).length === 0));
    this.change({ configuration: Object.fromEntries(said) as Configuration });
  }

  private change(change: Partial<Preferences>): void {
    this.dispatchEvent(new CustomEvent<Preferences>("change-preferences", { detail: { ...this.preferences, ...change } }));
  }
}
