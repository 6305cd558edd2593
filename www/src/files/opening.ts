// Files that are dropped or chosen. In: a drop, or the browser's file dialog. Out: the files, or a sentence why not. The
// bytes are read and decoded by the core, so that the page and the command line agree on every charset.

import type { PageStrings } from "../language/language.js";
import { chosen, dropped, type Found } from "./gathering.js";

/** More than any draft; reading it would only freeze the computer. */
export const LARGEST_FILE = 64 * 1024 * 1024;

export function refusal(file: File, strings: PageStrings): string | undefined {
  return file.size > LARGEST_FILE ? strings.fileTooLarge : undefined;
}

export function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/**
 * Tells when files hover over an element, and hands over all that are dropped on it. Listens before the editor does,
 * which would insert the file's text.
 */
export function acceptDrops(element: HTMLElement, hovering: (over: boolean) => void, take: (found: Found[]) => void): void {
  const over = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    hovering(true);
  };
  element.addEventListener("dragenter", over, true);
  element.addEventListener("dragover", over, true);
  element.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) hovering(false);
  });
  element.addEventListener(
    "drop",
    (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      hovering(false);
      if (event.dataTransfer) void dropped(event.dataTransfer).then(take);
    },
    true,
  );
}

interface Choice {
  folder?: boolean;
  accept?: string;
}

/**
 * The browser's own dialog, for files or for a whole folder. Resolves with nothing when it is dismissed, if the browser
 * tells, which some do not.
 */
export function chooseFiles({ folder = false, accept = ".txt,.md,.docx,.html,.htm,text/plain,text/markdown,text/html" }: Choice = {}): Promise<Found[] | undefined> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = folder;
  if (!folder) input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files ? chosen(input.files) : []));
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}
