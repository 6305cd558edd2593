// Files and the clipboard. In: a name and what the file holds, or a text to copy. Out: a download, or word whether copying
// worked. Nothing leaves the computer: a download from an object's address makes no request.

/** What no file system takes in a name, and what hides or turns the rest of it around. */
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const LONGEST_NAME = 80;

/** A name for a file, made from any words; the core does the same for speeches. */
export function safeName(words: string, instead: string): string {
  const name = [...words.replace(FORBIDDEN, " ")].slice(0, LONGEST_NAME).join("").replace(/\s+/g, " ").replace(/^[\s.~-]+|[\s.]+$/g, "");
  return name || instead;
}

export function saveFile(name: string, content: string | Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
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

/** Over plain http a browser has no clipboard of its own for pages; the older way works there. */
export async function copyText(text: string, near: ParentNode & Node): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, near);
  }
}

function copyBySelection(text: string, near: Node): boolean {
  const before = (near.getRootNode() as Document | ShadowRoot).activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.style.position = "fixed";
  field.style.opacity = "0";
  near.appendChild(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
