// The outline as plain text and as JSON, to be copied or saved. In: the report. Out: a string. Markdown comes from the
// core, which the command line asks for the same.

import type { OutlineNode, Report } from "../core/types.js";

/** One line a heading, each level two full-width spaces further in, as it is typed in a document. */
export function outlineText({ speeches }: Report, untitled: string): string {
  const lines: string[] = [];
  const descend = (nodes: OutlineNode[], depth: number) => {
    for (const { marker, title, children } of nodes) {
      lines.push("　　".repeat(depth) + (marker?.text ?? "") + title);
      if (children) descend(children, depth + 1);
    }
  };
  for (const { title, outline } of speeches) {
    if (lines.length > 0) lines.push("");
    lines.push(title ?? untitled);
    descend(outline, 1);
  }
  return `${lines.join("\n")}\n`;
}

export function outlineJson({ speeches }: Report): string {
  const nodes = (outline: OutlineNode[]): object[] =>
    outline.map(({ marker, title, characters, minutes, children }) => ({
      ...(marker && { marker: marker.text }),
      title,
      characters,
      minutes,
      children: nodes(children ?? []),
    }));
  const told = speeches.map(({ title, characters, minutes, outline }) => ({ title, characters, minutes, outline: nodes(outline) }));
  return `${JSON.stringify(told, null, 2)}\n`;
}
