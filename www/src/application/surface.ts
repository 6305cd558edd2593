// The working surface besides the text: what is said of the rules, silencing, and the dialogs. In: the events of the panels
// (panel-events.ts). Out: steps of the guide, repairs, exports, another list of silenced findings.

import { html, type ReactiveController, type TemplateResult } from "lit";
import type { Client } from "../core/client.js";
import type { Diagnostic, Rule } from "../core/types.js";
import type { Proposal } from "../findings/changes-dialog.js";
import type { RuleDialog } from "../findings/rule-dialog.js";
import { united } from "../findings/silencing.js";
import type { Language } from "../language/language.js";
import type { Desk } from "./desk.js";
import { Exports } from "./exports.js";
import type { PanelEvents } from "./panel-events.js";
import { Repairs } from "./repairs.js";

type Handlers = { [Name in keyof PanelEvents]?: (detail: PanelEvents[Name]) => void };

export class Surface implements ReactiveController {
  readonly repairs: Repairs;
  /** By their codes, in the language of the page. */
  rules: ReadonlyMap<string, Rule> = new Map();

  private exports: Exports | undefined;
  private rulesOf: { client: Client; language: Language } | undefined;

  constructor(private readonly desk: Desk) {
    this.repairs = new Repairs(desk);
    desk.addController(this);
  }

  hostConnected(): void {
    this.exports = new Exports(this.desk);
    for (const name of Object.keys(this.handlers)) this.desk.renderRoot.addEventListener(name, this.onAsked);
  }

  hostDisconnected(): void {
    this.exports?.end();
    for (const name of Object.keys(this.handlers)) this.desk.renderRoot.removeEventListener(name, this.onAsked);
  }

  hostUpdated(): void {
    const { client, language } = this.desk;
    if (!client || (this.rulesOf?.client === client && this.rulesOf.language === language)) return;
    this.rulesOf = { client, language };
    client.rules(language).then(
      (rules) => {
        if (this.desk.language !== language) return;
        this.rules = new Map(rules.map((rule) => [rule.code, rule]));
        this.desk.requestUpdate();
      },
      () => undefined, // without the core nothing is found either; the check tells it
    );
  }

  render(): TemplateResult {
    const { strings } = this.desk;
    return html`<speech-changes
        .strings=${strings}
        @apply-changes=${({ detail }: CustomEvent<Proposal>) => this.repairs.make(detail.edits, detail.text)}
      ></speech-changes>
      <speech-rule .strings=${strings}></speech-rule>
      <speech-export
        .strings=${strings}
        @save-report=${() => this.exports?.saveReport()}
        @save-speeches=${() => this.desk.markSaved()}
        @print-report=${() => this.exports?.print()}
      ></speech-export>
      <div class="printed"></div>`;
  }

  private readonly onAsked = (event: Event): void => {
    const handler = this.handlers[event.type as keyof PanelEvents] as ((detail: unknown) => void) | undefined;
    handler?.((event as CustomEvent<unknown>).detail);
  };

  private readonly handlers: Handlers = {
    "go-to": ({ start, end }) => void this.desk.guide.goTo(start, end),
    "choose-finding": (diagnostic) => this.desk.guide.choose(diagnostic),
    "step-finding": ({ forward }) => this.desk.guide.step(forward),
    "keep-severity": ({ severity }) => this.desk.guide.keep(severity),
    "preview-fix": ({ diagnostic, fix }) => void this.repairs.previewFix(diagnostic, fix),
    "preview-rule": ({ code }) => void this.repairs.previewRule(code, this.rules.get(code)?.name ?? code),
    "preview-safe": () => void this.repairs.previewSafe(),
    "silence-finding": (diagnostic) => this.silence(diagnostic),
    "restore-findings": (ids) => this.restore(ids),
    "explain-rule": ({ code }) => this.explain(code),
    "keep-outline": ({ form, to }) => void this.exports?.keepOutline(form, to),
  };

  readonly offerExports = (): void => void this.exports?.offer();

  silence({ id }: Diagnostic): void {
    this.silenceExactly(united(this.desk.silenced, [id]), this.desk.strings.list.silencedNow);
  }

  private restore(ids: string[]): void {
    const restored = new Set(ids);
    const left = this.desk.silenced.filter((id) => !restored.has(id));
    this.silenceExactly(left, this.desk.strings.list.restoredNow);
  }

  private silenceExactly(ids: string[], said: string): void {
    this.desk.silenced = ids;
    this.desk.tell(said);
    this.desk.dispatchEvent(new Event("silenced", { bubbles: true, composed: true }));
  }

  private explain(code: string): void {
    const rule = this.rules.get(code);
    if (rule) this.desk.renderRoot.querySelector<RuleDialog>("speech-rule")?.explain(rule);
  }
}
