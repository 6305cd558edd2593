// What is said where the pointer rests on an underline: the findings there, and their fixes as buttons. The same is to
// be had by keyboard in the list of findings.

import type { Extension } from "@codemirror/state";
import { hoverTooltip, type Tooltip } from "@codemirror/view";
import type { Diagnostic, Fix } from "../core/types.js";
import { stopsOf, type Stop } from "../findings/steps.js";
import type { PageStrings } from "../language/language.js";
import { nowAt, reading, thenAt } from "./reading.js";

export type FixChosen = (diagnostic: Diagnostic, fix: Fix) => void;

/** More findings than this at one place would hide the text. */
const MOST_FINDINGS = 4;

export function hovering(strings: () => PageStrings, fixChosen: FixChosen): Extension {
  let known: { diagnostics: Diagnostic[]; stops: Stop[] } | undefined;

  return hoverTooltip((view, position): Tooltip | null => {
    const diagnostics = view.state.field(reading).report?.diagnostics;
    if (!diagnostics) return null;
    if (known?.diagnostics !== diagnostics) known = { diagnostics, stops: stopsOf(diagnostics) };
    const then = thenAt(view.state, position);
    const line = view.state.doc.lineAt(position);
    const here = known.stops.filter(({ start, end }) => start <= then && then <= Math.max(end, start + 1));
    const near = here.filter(({ start }) => start >= thenAt(view.state, line.from)).slice(0, MOST_FINDINGS);
    const first = near[0];
    if (!first) return null;
    return {
      pos: Math.max(line.from, nowAt(view.state, first.start)),
      above: true,
      create: () => ({ dom: tooltipDom(near, strings(), fixChosen) }),
    };
  });
}

function tooltipDom(stops: Stop[], strings: PageStrings, fixChosen: FixChosen): HTMLElement {
  const box = element("div", "finding-tooltip");
  for (const diagnostic of new Set(stops.map((stop) => stop.diagnostic))) {
    const item = element("div", `finding-tooltip-item ${diagnostic.severity}`);
    const message = element("p", "finding-tooltip-message");
    message.append(element("strong", "", strings.severity[diagnostic.severity]), " ", diagnostic.message);
    item.append(message);
    for (const fix of diagnostic.fixes ?? []) {
      if (fix.editCount === 0) {
        item.append(element("p", "finding-tooltip-message", fix.title));
        continue;
      }
      const button = element("button", "finding-tooltip-fix", fix.title);
      button.type = "button";
      button.addEventListener("click", () => fixChosen(diagnostic, fix));
      item.append(button);
    }
    box.append(item);
  }
  return box;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = ""): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
