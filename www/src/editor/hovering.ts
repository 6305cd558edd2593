// What is said at a place of the text: the findings there, why, and their fixes as buttons. In: the report, and where the
// pointer rests, or the caret after a step to a finding. Out: a tooltip. By keyboard: F8 shows it, Alt+Enter goes into it
// (or shows it at the caret), Escape leaves it.

import { StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { hoverTooltip, keymap, showTooltip, type EditorView, type Tooltip, type TooltipView } from "@codemirror/view";
import type { Diagnostic, Fix, Rule } from "../core/types.js";
import { stopsOf, type Stop } from "../findings/steps.js";
import type { PageStrings } from "../language/language.js";
import { nowAt, reading, thenAt } from "./reading.js";

export interface Saying {
  strings: PageStrings;
  ruleOf(code: string): Rule | undefined;
  fixChosen(diagnostic: Diagnostic, fix: Fix): void;
  silenced(diagnostic: Diagnostic): void;
}

/** More findings than this at one place would hide the text. */
const MOST_FINDINGS = 4;
const MOST_FIXES = 4;

const stopsByDiagnostics = new WeakMap<Diagnostic[], Stop[]>();

/** The findings around a position, those that begin on its line. */
function findingsAt(state: EditorState, position: number): Stop[] {
  const diagnostics = state.field(reading).report?.diagnostics;
  if (!diagnostics) return [];
  const stops = stopsByDiagnostics.get(diagnostics) ?? stopsOf(diagnostics);
  stopsByDiagnostics.set(diagnostics, stops);
  const then = thenAt(state, position);
  const lineStart = thenAt(state, state.doc.lineAt(position).from);
  const here = stops.filter(({ start, end }) => start >= lineStart && start <= then && then <= Math.max(end, start + 1));
  return here.slice(0, MOST_FINDINGS);
}

function tooltipAt(state: EditorState, position: number, saying: Saying, byKeyboard: boolean): Tooltip | null {
  const near = findingsAt(state, position);
  const first = near[0];
  if (!first) return null;
  const line = state.doc.lineAt(position);
  return {
    pos: Math.max(line.from, nowAt(state, first.start)),
    above: true,
    create: (view) => tooltipView(view, new Set(near.map(({ diagnostic }) => diagnostic)), saying, byKeyboard),
  };
}

const setAtCaret = StateEffect.define<Tooltip | null>();

const atCaret = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) if (effect.is(setAtCaret)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

/** Shows what is said at the caret, if anything is. */
export function sayAtCaret(view: EditorView, saying: Saying): boolean {
  const tooltip = tooltipAt(view.state, view.state.selection.main.head, saying, true);
  view.dispatch({ effects: setAtCaret.of(tooltip) });
  return tooltip !== null;
}

function enterTooltip(view: EditorView, saying: Saying): boolean {
  if (!view.state.field(atCaret) && !sayAtCaret(view, saying)) return false;
  view.dom.querySelector<HTMLElement>(".finding-tooltip.by-keyboard button")?.focus();
  return true;
}

function leaveTooltip(view: EditorView): boolean {
  if (!view.state.field(atCaret)) return false;
  view.dispatch({ effects: setAtCaret.of(null) });
  view.focus();
  return true;
}

export function hovering(saying: Saying): Extension {
  return [
    hoverTooltip((view, position) => tooltipAt(view.state, position, saying, false)),
    atCaret,
    keymap.of([
      { key: "Alt-Enter", run: (view) => enterTooltip(view, saying) },
      { key: "Escape", run: leaveTooltip },
    ]),
  ];
}

function tooltipView(view: EditorView, diagnostics: Set<Diagnostic>, saying: Saying, byKeyboard: boolean): TooltipView {
  const dom = element("div", `finding-tooltip ${byKeyboard ? "by-keyboard" : ""}`);
  for (const diagnostic of diagnostics) dom.append(tooltipItem(diagnostic, saying, () => view.focus()));
  if (byKeyboard) dom.append(element("p", "finding-tooltip-hint", saying.strings.list.inTooltip));
  dom.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leaveTooltip(view);
  });
  return { dom };
}

function tooltipItem(diagnostic: Diagnostic, { strings, ruleOf, fixChosen, silenced }: Saying, done: () => void): HTMLElement {
  const item = element("div", `finding-tooltip-item ${diagnostic.severity}`);
  const message = element("p", "finding-tooltip-message");
  message.append(element("strong", "", strings.severity[diagnostic.severity]), " ", diagnostic.message);
  item.append(message);
  const why = ruleOf(diagnostic.code)?.why;
  if (why) item.append(element("p", "finding-tooltip-why", why));
  const act = (label: string, className: string, run: () => void) => {
    const button = element("button", className, label);
    button.type = "button";
    button.addEventListener("click", () => (done(), run()));
    item.append(button);
  };
  for (const fix of (diagnostic.fixes ?? []).slice(0, MOST_FIXES)) {
    if (fix.editCount === 0) item.append(element("p", "finding-tooltip-message", fix.title));
    else act(fix.title, "finding-tooltip-fix", () => fixChosen(diagnostic, fix));
  }
  act(strings.list.silence, "finding-tooltip-fix quieter", () => silenced(diagnostic));
  return item;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = ""): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
