// Files that are dropped or chosen. In: a drop, or the browser's file dialog. Out: the file, or a sentence why not. The
// bytes are read and decoded by the core, so that the page and the command line agree on every charset.

import type { PageStrings } from "../language/language.js";

/** More than any draft; reading it would only freeze the computer. */
export const LARGEST_FILE = 64 * 1024 * 1024;

export function refusal(file: File, strings: PageStrings): string | undefined {
  return file.size > LARGEST_FILE ? strings.fileTooLarge : undefined;
}

export function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/**
 * Tells when files hover over an element, and hands over the first that is dropped on it. Listens before the editor does,
 * which would insert the file's text.
 */
export function acceptDrops(element: HTMLElement, hovering: (over: boolean) => void, dropped: (file: File) => void): void {
  const over = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    hovering(true);
  };
  element.addEventListener("dragenter", over, true);
  element.addEventListener("dragover", over, true);
  element.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) hovering(false);
  });
  element.addEventListener(
    "drop",
    (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      hovering(false);
      const file = event.dataTransfer?.files[0];
      if (file) dropped(file);
    },
    true,
  );
}

/** The browser's own dialog; resolves with nothing only if it never answers, as some do when it is dismissed. */
export function chooseFile(): Promise<File | undefined> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".txt,.md,.docx,.html,.htm,text/plain,text/markdown,text/html";
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0]));
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}
