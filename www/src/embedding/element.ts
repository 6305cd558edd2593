// The checker as an element for anybody's page: `./element` of the npm package. In: the address of the core and of its
// worker, or nothing, if the build put both inside. Out: <speech-structure-checker>, defined when asked, never at import.

import { property } from "lit/decorators.js";
import type { PropertyValues } from "lit";
import { SpeechStructureChecker } from "../application/checker.js";
import { defineElements, defineParts } from "../application/elements.js";
import { createClient, type Client, type ClientOptions } from "../core/client.js";
import { houseAt, houseInPage } from "../settings/house.js";

/** The checker with a core of its own, started when the element is first put into a page. */
export class EmbeddedChecker extends SpeechStructureChecker {
  static core: ClientOptions | undefined;

  /** House rules: the address of a JSON file, or `#id` of a `<script type="application/json">` in the page. */
  @property() accessor config = "";

  private own: Client | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.client || !EmbeddedChecker.core) return;
    this.own = createClient(EmbeddedChecker.core);
    this.client = this.own;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const { own } = this;
    // An element that is moved is taken out and put in again within one task; only one that stays out ends its worker.
    setTimeout(() => {
      if (this.isConnected || !own || this.own !== own) return;
      own.close();
      this.own = undefined;
      this.client = undefined;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("config") && this.config) void this.readConfig(this.config);
  }

  private async readConfig(config: string): Promise<void> {
    const { settings, configurationWrong } = this.strings;
    const house = config.startsWith("#") ? houseInPage(config.slice(1)) : await houseAt(new URL(config, document.baseURI));
    if (this.config !== config) return;
    this.configuration = house.configuration;
    if (house.unreadable) this.houseProblem = configurationWrong(settings.notJson);
    else if (house.missing) this.houseProblem = configurationWrong(settings.notFound(config));
    else this.houseProblem = "";
  }
}

/** Defines <speech-structure-checker> with a core that lies at these addresses; once is enough. */
export function defineElement(core: ClientOptions): void {
  EmbeddedChecker.core ??= core;
  defineParts();
  defineElements({ "speech-structure-checker": EmbeddedChecker });
}
