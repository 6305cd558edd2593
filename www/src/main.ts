// The page. In: index.html. Out: a running checker with the sample in it, and what surrounds it.

import { core, house } from "./application/assets.js";
import { SpeechStructureChecker } from "./application/checker.js";
import { defineElements, defineParts, defineSurroundings } from "./application/elements.js";
import { Shell } from "./application/shell.js";

defineParts();
defineSurroundings();
defineElements({ "speech-structure-checker": SpeechStructureChecker });

void house().then((rules) => new Shell(document.querySelector("header") as HTMLElement, document.querySelector("main") as HTMLElement, core, rules).start());
