// The page around the checker: its name, the promise that the text stays here, and the language. In: index.html. Out: a
// running checker with the sample in it.

import { SpeechStructureChecker } from "./application/checker.js";
import { masthead } from "./application/masthead.js";
import { createClient } from "./core/client.js";
import { ExportDialog } from "./export/export-dialog.js";
import { ChangesDialog } from "./findings/changes-dialog.js";
import { FindingsPanel } from "./findings/findings-panel.js";
import { preferredLanguage, stringsOf, type Language } from "./language/language.js";
import { RuleDialog } from "./findings/rule-dialog.js";
import { StructureMap } from "./map/structure-map.js";
import { Menu } from "./panels/menu.js";
import { OutlinePanel } from "./outline/outline-panel.js";
import { sampleText } from "./sample/sample.js";
import { coreAddress, startWorker } from "./application/assets.js";

customElements.define("speech-outline", OutlinePanel);
customElements.define("speech-findings", FindingsPanel);
customElements.define("speech-map", StructureMap);
customElements.define("speech-menu", Menu);
customElements.define("speech-changes", ChangesDialog);
customElements.define("speech-rule", RuleDialog);
customElements.define("speech-export", ExportDialog);
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
