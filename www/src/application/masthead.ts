// The page's head. In: what it shows and what its buttons do. Out: name, promise of privacy, the way to many files and to
// the settings, the switch of languages, and a line for trouble, drawn into the header.

import { html, nothing, render } from "lit";
import { languages, stringsOf, type Language } from "../language/language.js";

export interface Masthead {
  language: Language;
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
      <div class="ways">
        ${head.files > 0 ? html`<button type="button" @click=${head.showFiles}>${strings.filesButton(head.files)}</button>` : nothing}
        <button type="button" class="folder" @click=${head.openFolder}>${strings.batch.openFolder}</button>
        <button type="button" @click=${head.openSettings}>${strings.settingsButton}</button>
      </div>
      <div class="languages" role="group" aria-label=${strings.language}>
        ${languages.map(
          ({ code, name, short }) =>
            html`<button type="button" lang=${code} aria-pressed=${code === head.language} title=${name} @click=${() => head.speak(code)}>${short}</button>`,
        )}
      </div>
      ${head.trouble
        ? html`<div class="trouble" role="alert">
            <p>${head.trouble}</p>
            <button type="button" @click=${head.dismiss}>${strings.dismiss}</button>
          </div>`
        : nothing}`,
    header,
  );
}
