// The names of all elements. In: nothing. Out: they are defined, once; importing this file alone defines none.

import { ExportDialog } from "../export/export-dialog.js";
import { FilesPanel } from "../files/files-panel.js";
import { ChangesDialog } from "../findings/changes-dialog.js";
import { FindingsPanel } from "../findings/findings-panel.js";
import { RuleDialog } from "../findings/rule-dialog.js";
import { StructureMap } from "../map/structure-map.js";
import { OutlinePanel } from "../outline/outline-panel.js";
import { Menu } from "../panels/menu.js";
import { SettingsDialog } from "../settings/settings-dialog.js";

const parts = {
  "speech-outline": OutlinePanel,
  "speech-findings": FindingsPanel,
  "speech-map": StructureMap,
  "speech-menu": Menu,
  "speech-changes": ChangesDialog,
  "speech-rule": RuleDialog,
  "speech-export": ExportDialog,
};
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
