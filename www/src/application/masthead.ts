// The page's head, one row at every width. In: what it shows and what its buttons do. Out: name, promise of privacy, the way
// to many files and to the settings, the switch of languages (on a phone these stand in a menu), and a line for trouble.

import { html, nothing, render, type TemplateResult } from "lit";
import { languages, stringsOf, type Language, type PageStrings } from "../language/language.js";

export interface Masthead {
  language: Language;
  /** As on a phone: there is room for a menu only. */
  narrow: boolean;
  /** How many files wait in their table while the text is shown. */
  files: number;
  trouble: string;
  speak(language: Language): void;
  openSettings(): void;
  openFolder(): void;
  showFiles(): void;
  dismiss(): void;
}

export function masthead(header: HTMLElement, head: Masthead): void {
  const strings = stringsOf(head.language);
  render(
    html`<h1>${strings.pageTitle}</h1>
      <p class="tagline">${strings.tagline}</p>
      <p class="privacy" title=${strings.privacyDetail}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3 7h10v7H3z" /></svg>
        <strong>${strings.privacy}</strong><span class="detail">${strings.privacyDetail}</span>
      </p>
      ${head.narrow
        ? html`<speech-menu label=${strings.menu}>
            <p class="promise"><strong>${strings.privacy}</strong><br />${strings.privacyDetail}</p>
            ${ways(head, strings)}
            <hr />
            ${tongues(head, "name")}
          </speech-menu>`
        : html`<div class="ways">${ways(head, strings)}</div>
            <div class="languages" role="group" aria-label=${strings.language}>${tongues(head, "short")}</div>`}
      ${head.trouble
        ? html`<div class="trouble" role="alert">
            <p>${head.trouble}</p>
            <button type="button" @click=${head.dismiss}>${strings.dismiss}</button>
          </div>`
        : nothing}`,
    header,
  );
}

function ways(head: Masthead, strings: PageStrings): TemplateResult {
  return html`${head.files > 0 ? html`<button type="button" @click=${head.showFiles}>${strings.filesButton(head.files)}</button>` : nothing}
    <button type="button" @click=${head.openFolder}>${strings.batch.openFolder}</button>
    <button type="button" @click=${head.openSettings}>${strings.settingsButton}</button>`;
}

function tongues(head: Masthead, label: "name" | "short"): TemplateResult[] {
  return languages.map(
    (one) =>
      html`<button type="button" lang=${one.code} aria-pressed=${one.code === head.language} title=${one.name} @click=${() => head.speak(one.code)}>
        ${one[label]}
      </button>`,
  );
}
