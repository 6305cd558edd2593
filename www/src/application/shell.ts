// The page around the checker. In: header and main of the document, the core, the house's settings. Out: a running checker,
// the table of many files, the settings, the kept draft, and the question before changes are lost.

import { createClient, isCoded, type Client, type ClientOptions, type Configuration } from "../core/client.js";
import { serveFrame } from "../embedding/frame.js";
import type { Settings } from "../embedding/protocol.js";
import { saveFile } from "../export/saving.js";
import { Batch, type Row } from "../files/batch.js";
import { FilesPanel } from "../files/files-panel.js";
import type { Found } from "../files/gathering.js";
import { acceptDrops, chooseFiles } from "../files/opening.js";
import { silencedIn, silencing, united } from "../findings/silencing.js";
import { isLanguage, preferredLanguage, stringsOf, type Language, type PageStrings } from "../language/language.js";
import { sampleText } from "../sample/sample.js";
import { houseOf, type House } from "../settings/house.js";
import { keepDraft, keptDraft, rememberedPreferences, rememberPreferences, type Preferences } from "../settings/preferences.js";
import { SettingsDialog } from "../settings/settings-dialog.js";
import { SpeechStructureChecker } from "./checker.js";
import { commandOf } from "./keys.js";
import { masthead } from "./masthead.js";
import { reasonFor } from "./reasons.js";

/** A pause in writing after which the draft is kept, in milliseconds. */
const PAUSE = 800;
/** Where the checker shows one part at a time (layout.ts), the head has a menu. */
const NARROW = "(max-width: 759.98px)";

export class Shell {
  private preferences: Preferences;
  private readonly client: Client;
  private readonly checker = new SpeechStructureChecker();
  private readonly files = new FilesPanel();
  private readonly settings = new SettingsDialog();
  private readonly narrow = matchMedia(NARROW);
  private batch: Batch | undefined;
  private trouble = "";
  private keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly header: HTMLElement,
    private readonly main: HTMLElement,
    private readonly core: ClientOptions,
    private readonly house: House,
  ) {
    const { configuration, language, theme } = house;
    this.preferences = rememberedPreferences({ configuration, ...(language && { language }), ...(theme && { theme }) });
    this.client = createClient(core);
  }

  start(): void {
    const { checker, files, settings } = this;
    this.fill();
    checker.client = this.client;
    files.hidden = true;
    files.reason = (failure) => (failure instanceof RangeError ? this.strings.fileTooLarge : reasonFor(failure, this.strings));
    this.listen();
    this.main.replaceChildren(checker, files, settings);
    if (this.preferences.keepDraft && keptDraft()) void checker.updateComplete.then(() => checker.tell(this.strings.draftRestored));
    this.say(this.house.unreadable ? this.strings.configurationWrong(this.strings.settings.notJson) : "");
    void this.proveConfiguration();
    serveFrame({ checker, origins: this.house.origins, configure: (chosen) => this.obey(chosen) });
  }

  private get language(): Language {
    return this.preferences.language ?? preferredLanguage();
  }

  private get strings(): PageStrings {
    return stringsOf(this.language);
  }

  /** The sample, or what was kept last time. */
  private fill(): void {
    const asked = new URLSearchParams(location.search).get("lang");
    if (isLanguage(asked)) this.preferences = { ...this.preferences, language: asked };
    const draft = this.preferences.keepDraft ? keptDraft() : undefined;
    const embedded = window.parent !== window;
    this.checker.value = draft?.text ?? (embedded ? "" : sampleText(this.language));
    this.checker.name = draft?.name ?? (embedded ? "" : this.strings.sampleName);
  }

  private listen(): void {
    const { checker, files, settings } = this;
    checker.addEventListener("files", (event) => {
      event.preventDefault();
      this.checkAll((event as CustomEvent<Found[]>).detail);
    });
    checker.addEventListener("input", () => this.keepSoon());
    checker.addEventListener("silenced", () => this.configure(silencing(this.preferences.configuration, checker.silenced)));
    files.addEventListener("open-file", (event) => void this.openRow((event as CustomEvent<Row>).detail));
    files.addEventListener("close-files", () => this.showFiles(false));
    settings.addEventListener("change-preferences", (event) => this.prefer((event as CustomEvent<Preferences>).detail));
    settings.addEventListener("import-settings", () => void this.importSettings());
    settings.addEventListener("export-settings", () => this.exportSettings());
    this.narrow.addEventListener("change", () => this.show());
    // Elsewhere than on the text, a dropped file would take the place of the page.
    for (const place of [this.header, files, settings]) acceptDrops(place, () => undefined, (found) => this.take(found));
    window.addEventListener("keydown", (event) => this.onKey(event));
    window.addEventListener("pagehide", () => this.keepNow());
    window.addEventListener("beforeunload", (event) => {
      if (!this.wouldLose()) return;
      event.preventDefault();
      event.returnValue = ""; // Chromium before 119 asks only so
    });
  }

  /** Draws everything that the preferences decide. */
  private show(): void {
    const { language, strings, checker, files, settings, preferences, batch } = this;
    const root = document.documentElement;
    root.lang = language;
    root.dataset.theme = preferences.theme;
    document.title = strings.pageTitle;
    checker.lang = language;
    checker.theme = preferences.theme;
    checker.configuration = preferences.configuration;
    checker.silenced = silencedIn(preferences.configuration);
    Object.assign(files, { strings, batch });
    Object.assign(settings, { strings, preferences, language });
    masthead(this.header, {
      language,
      narrow: this.narrow.matches,
      files: files.hidden ? (batch?.rows.length ?? 0) : 0,
      trouble: this.trouble,
      speak: (chosen) => this.prefer({ ...this.preferences, language: chosen }),
      openSettings: () => this.openSettings(),
      openFolder: () => void this.openFolder(),
      showFiles: () => this.showFiles(true),
      dismiss: () => this.say(""),
    });
  }

  private say(trouble: string): void {
    this.trouble = trouble;
    this.show();
  }

  // Preferences

  private prefer(preferences: Preferences): void {
    const before = this.preferences;
    this.preferences = preferences;
    const kept = rememberPreferences(preferences);
    if (!kept && preferences.remember && this.trouble === "") this.trouble = this.strings.settings.cannotKeep;
    if (preferences.language !== before.language) void this.fetchRules();
    if (preferences.keepDraft) this.keepNow();
    this.show();
  }

  private configure(configuration: Configuration): void {
    this.prefer({ ...this.preferences, configuration });
  }

  /** Another's settings do not bring back what the reader has silenced. */
  private besidesSilenced(configuration: Configuration): Configuration {
    return silencing(configuration, united(silencedIn(this.preferences.configuration), silencedIn(configuration)));
  }

  private openSettings(): void {
    void this.fetchRules();
    this.settings.open();
  }

  private async fetchRules(): Promise<void> {
    this.settings.rules = await this.client.rules(this.language).catch(() => []);
  }

  /** Not `check`, which would drop the check of the text that is under way. */
  private async accepts(configuration: Configuration): Promise<void> {
    await this.client.outlineMarkdown("", { configuration, lang: this.language });
  }

  /** What an administrator wrote or an older page kept may be wrong; then the usual settings serve. */
  private async proveConfiguration(): Promise<void> {
    const { configuration } = this.preferences;
    try {
      await this.accepts(configuration);
    } catch (error) {
      if (!isCoded(error) || error.code !== "invalid-configuration") return;
      this.preferences = { ...this.preferences, configuration: {} };
      this.say(this.strings.configurationWrong(reasonFor(error, this.strings)));
    }
  }

  private async importSettings(): Promise<void> {
    const [found] = await chooseSettings();
    if (!found) return;
    const { settings } = this.strings;
    try {
      const { configuration } = houseOf(JSON.parse(await found.text()));
      await this.accepts(configuration);
      this.configure(this.besidesSilenced(configuration));
      this.settings.said = settings.imported(found.name);
    } catch (error) {
      const reason = isCoded(error) ? reasonFor(error, this.strings) : settings.notJson;
      this.settings.said = settings.importFailed(found.name, reason);
    }
  }

  private exportSettings(): void {
    const json = `${JSON.stringify(this.preferences.configuration, null, 2)}\n`;
    saveFile(this.strings.settings.exportName, json, "application/json");
  }

  private async obey({ configuration, language, theme, readonly }: Settings): Promise<void> {
    if (configuration) await this.accepts(configuration);
    if (readonly !== undefined) this.checker.readonly = readonly;
    // The page around decides for itself; nothing of it is remembered.
    this.preferences = { ...this.preferences, ...(configuration && { configuration: this.besidesSilenced(configuration) }), ...(language && { language }), ...(theme && { theme }) };
    this.show();
  }

  // The draft

  private wouldLose(): boolean {
    const { checker, preferences } = this;
    if (checker.overUnsaved) return true;
    return checker.holdsUnsaved && !(preferences.keepDraft && this.keepNow());
  }

  private keepSoon(): void {
    clearTimeout(this.keeping);
    if (this.preferences.keepDraft) this.keeping = setTimeout(() => this.keepNow(), PAUSE);
  }

  private keepNow(): boolean {
    if (!this.preferences.keepDraft) return false;
    const { value: text, name } = this.checker;
    const kept = keepDraft({ text, name });
    if (!kept && this.trouble === "") this.say(this.strings.draftTooLong);
    return kept;
  }

  // Many files

  private checkAll(found: Found[]): void {
    this.batch?.cancel();
    const options = { lang: this.language, configuration: this.preferences.configuration };
    const batch = new Batch(found, this.core, options, () => this.files.requestUpdate());
    this.batch = batch;
    this.showFiles(true);
    void batch.run();
  }

  private async openFolder(): Promise<void> {
    const found = await chooseFiles({ folder: true });
    if (found) this.checkAll(found);
  }

  private take(found: Found[]): void {
    this.showFiles(false);
    this.checker.take(found);
  }

  private showFiles(shown: boolean): void {
    this.files.hidden = !shown;
    this.checker.hidden = shown;
    this.show();
    if (shown) void this.files.arrive();
    else this.checker.focus();
  }

  /** Keys that nothing took: those of the checker where nothing has the focus; and nobody means the browser's copy of this page. */
  private onKey(event: KeyboardEvent): void {
    const { checker } = this;
    if (!checker.hidden && event.target === document.body) checker.onKey(event);
    if (event.defaultPrevented || commandOf(event) !== "save") return;
    event.preventDefault();
    if (!checker.hidden && !this.settings.isOpen) checker.offerExports();
  }

  private async openRow({ file }: Row): Promise<void> {
    this.showFiles(false);
    await this.checker.open(file);
  }
}

async function chooseSettings(): Promise<File[]> {
  return ((await chooseFiles({ accept: ".json,application/json" })) ?? []).map(({ file }) => file);
}
