// The clipboard. In: a text, and a place in the page near which a field may stand. Out: word whether copying worked.

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
