// Files that are saved, all over the page. In: a name and what the file holds. Out: a download. Nothing leaves the computer:
// a download from an object's address makes no request.

/** What no file system takes in a name, and what hides or turns the rest of it around. */
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const LONGEST_NAME = 80;

/** A name for a file, made from any words; the core does the same for speeches. */
export function safeName(words: string, instead: string): string {
  const name = [...words.replace(FORBIDDEN, " ")].slice(0, LONGEST_NAME).join("").replace(/\s+/g, " ").replace(/^[\s.~-]+|[\s.]+$/g, "");
  return name || instead;
}

export function saveFile(name: string, content: string | Uint8Array | Blob, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes its copy when the download starts, which is after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * A text as Notepad writes it: Windows' line breaks, and a byte order mark, without which old programs take it for the
 * local charset.
 */
export function fileText(text: string): string {
  return `\ufeff${text.replace(/\r?\n/g, "\r\n")}`;
}

export function saveText(name: string, text: string): void {
  saveFile(name, fileText(text), "text/plain;charset=utf-8");
}
