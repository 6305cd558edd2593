// The page's head. In: the language. Out: name, promise of privacy, and the switch of languages, drawn into the header.

import { html, render } from "lit";
import { languages, stringsOf, type Language } from "../language/language.js";

export function masthead(header: HTMLElement, language: Language, speak: (language: Language) => void): void {
  const strings = stringsOf(language);
  render(
    html`<h1>${strings.pageTitle}</h1>
      <p class="tagline">${strings.tagline}</p>
      <p class="privacy" title=${strings.privacyDetail}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3 7h10v7H3z" /></svg>
        <strong>${strings.privacy}</strong><span class="detail">${strings.privacyDetail}</span>
      </p>
      <div class="languages" role="group" aria-label=${strings.language}>
        ${languages.map(
          ({ code, name, short }) =>
            html`<button type="button" lang=${code} aria-pressed=${code === language} title=${name} @click=${() => speak(code)}>${short}</button>`,
        )}
      </div>`,
    header,
  );
}
