// The page around the checker: its name, the promise that the text stays here, and the language. In: index.html. Out: a
// running checker with the sample in it.

import { SpeechStructureChecker } from "./application/checker.js";
import { masthead } from "./application/masthead.js";
import { createClient } from "./core/client.js";
import { FindingsPanel } from "./findings/findings-panel.js";
import { preferredLanguage, stringsOf, type Language } from "./language/language.js";
import { OutlinePanel } from "./outline/outline-panel.js";
import { sampleText } from "./sample/sample.js";
import { coreAddress, startWorker } from "./application/assets.js";

customElements.define("speech-outline", OutlinePanel);
customElements.define("speech-findings", FindingsPanel);
customElements.define("speech-structure-checker", SpeechStructureChecker);

const header = document.querySelector("header") as HTMLElement;
const main = document.querySelector("main") as HTMLElement;
const checker = new SpeechStructureChecker();

function speak(language: Language): void {
  const strings = stringsOf(language);
  document.documentElement.lang = language;
  document.title = strings.pageTitle;
  checker.lang = language;
  masthead(header, language, speak);
}

const language = preferredLanguage();
checker.value = sampleText(language);
checker.name = stringsOf(language).sampleName;
checker.client = createClient({ wasm: coreAddress, worker: startWorker });
speak(language);
main.replaceChildren(checker);
