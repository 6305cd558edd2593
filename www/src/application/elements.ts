// The names of all elements. In: nothing. Out: they are defined, once; importing this file alone defines none.

import { FilesPanel } from "../files/files-panel.js";
import { FindingsPanel } from "../findings/findings-panel.js";
import { OutlinePanel } from "../outline/outline-panel.js";
import { SettingsDialog } from "../settings/settings-dialog.js";

const parts = { "speech-outline": OutlinePanel, "speech-findings": FindingsPanel };
const surroundings = { "speech-files": FilesPanel, "speech-settings": SettingsDialog };

export function defineElements(elements: Record<string, CustomElementConstructor>): void {
  for (const [name, element] of Object.entries(elements)) if (!customElements.get(name)) customElements.define(name, element);
}

/** What the checker is made of, wherever it stands. */
export function defineParts(): void {
  defineElements(parts);
}

/** What only the page has. */
export function defineSurroundings(): void {
  defineElements(surroundings);
}
