// Keys that work anywhere in the checker, not only in the text. In: a key that nothing else has taken. Out: what it means.

export type Command = "next" | "previous" | "undo" | "redo" | "save";

export function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.defaultPrevented) return undefined;
  if (event.key === "F8") return event.shiftKey ? "previous" : "next";
  const key = event.key.toLowerCase();
  const withControl = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (withControl && !event.shiftKey && key === "s") return "save";
  const inField = event.composedPath().some((target) => target instanceof HTMLInputElement);
  if (!withControl || inField || (key !== "z" && key !== "y")) return undefined;
  return key === "y" || event.shiftKey ? "redo" : "undo";
}
