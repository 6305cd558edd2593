// The text and its editor. In: what to show. Out: word of changes, of a composing input method, and of the caret. Nothing
// outside this folder knows CodeMirror.

import { defaultKeymap, history, historyKeymap, isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { foldKeymap } from "@codemirror/language";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { ChangeSet, Compartment, EditorSelection, EditorState, Prec, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers, placeholder } from "@codemirror/view";
import type { Diagnostic, Edit, Fix, Report, Rule } from "../core/types.js";
import type { PageStrings } from "../language/language.js";
import { folding } from "./folding.js";
import { hovering, sayAtCaret, type Saying } from "./hovering.js";
import { pasting, type PasteOwner } from "./pasting.js";
import { marks } from "./marks.js";
import { origin, setOrigin, type Origin, type OriginOwner } from "./origin.js";
import { synthesised, undecodable, withLineFeeds, type Provenance, type Stretches } from "./provenance.js";
import { nowAt, reading, showReport, thenAt } from "./reading.js";
import { theme } from "./theme.js";

export interface EditorOwner extends PasteOwner, OriginOwner {
  strings: PageStrings;
  textChanged(): void;
  composing(composing: boolean): void;
  caretMoved(): void;
  stepFinding(forward: boolean): void;
  fixChosen(diagnostic: Diagnostic, fix: Fix): void;
  silenced(diagnostic: Diagnostic): void;
  ruleOf(code: string): Rule | undefined;
}

export class Editor {
  private readonly view: EditorView;
  private readonly language = new Compartment();
  private readonly access = new Compartment();

  constructor(
    parent: HTMLElement,
    root: ShadowRoot,
    private readonly owner: EditorOwner,
    text: string,
  ) {
    this.view = new EditorView({ parent, root, state: EditorState.create({ doc: text, extensions: this.extensions() }) });
  }

  destroy(): void {
    this.view.destroy();
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  get length(): number {
    return this.view.state.doc.length;
  }

  /** The caret, as a position of the report's text. */
  get caret(): number {
    return thenAt(this.view.state, this.view.state.selection.main.head);
  }

  get canUndo(): boolean {
    return undoDepth(this.view.state) > 0;
  }

  get canRedo(): boolean {
    return redoDepth(this.view.state) > 0;
  }

  undo(): void {
    undo(this.view);
  }

  redo(): void {
    redo(this.view);
  }

  focus(): void {
    this.view.focus();
  }

  setStrings(strings: PageStrings): void {
    // CodeMirror draws everything anew for other phrases, and would lose the place.
    const place = this.view.scrollSnapshot();
    this.view.dispatch({ effects: this.language.reconfigure(languageExtensions(strings)) });
    this.view.dispatch({ effects: place });
  }

  setReadonly(readonly: boolean): void {
    const access = readonly ? [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ "aria-readonly": "true" })] : [];
    this.view.dispatch({ effects: this.access.reconfigure(access) });
  }

  show(report: Report): void {
    this.view.dispatch({ effects: showReport.of(report) });
  }

  /** What of the opened file still stands as it came. */
  get provenance(): Provenance {
    const { state } = this.view;
    return { synthesised: state.field(synthesised.field), undecodable: state.field(undecodable.field) };
  }

  /** Another text in place of this one, undoable in one step; where it came from, and what of it stands as its file gave it. */
  replaceAll(text: string, from: Origin, given: Provenance = { synthesised: [], undecodable: [] }): void {
    const placed = (stretches: Stretches) => withLineFeeds(text, stretches);
    this.view.dispatch({
      changes: { from: 0, to: this.length, insert: text },
      selection: { anchor: 0 },
      effects: [
        EditorView.scrollIntoView(0),
        synthesised.set.of(placed(given.synthesised)),
        undecodable.set.of(placed(given.undecodable)),
        setOrigin.of(from),
      ],
      annotations: isolateHistory.of("full"),
      userEvent: "input.replace",
    });
  }

  /** All edits of a fix as one step of the history. */
  apply(edits: Edit[]): void {
    const changes = ChangeSet.of(
      edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
      this.length,
    );
    this.view.dispatch({ changes, annotations: isolateHistory.of("full"), userEvent: "input.fix" });
  }

  /** Selects a stretch of the report's text, in the middle of the pane. */
  reveal(start: number, end: number, focus: boolean): void {
    const { state } = this.view;
    const from = nowAt(state, start);
    const to = Math.max(from, nowAt(state, end));
    this.view.dispatch({
      selection: EditorSelection.single(to, from),
      effects: EditorView.scrollIntoView(from, { y: "center" }),
      userEvent: "select.reveal",
    });
    if (focus) this.view.focus();
  }

  /** Shows at the caret what is found there, with the fixes. */
  sayAtCaret(): void {
    sayAtCaret(this.view, this.owner);
  }

  find(): void {
    openSearchPanel(this.view);
  }

  private extensions(): Extension {
    const { owner } = this;
    return [
      reading,
      marks,
      hovering(this.owner satisfies Saying),
      history(),
      synthesised.extension,
      undecodable.extension,
      origin(owner),
      pasting(owner),
      lineNumbers(),
      this.access.of([]),
      this.language.of(languageExtensions(owner.strings)),
      highlightSpecialChars(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      search({ top: true }),
      Prec.high(
        keymap.of([
          { key: "F8", run: () => (owner.stepFinding(true), true), shift: () => (owner.stepFinding(false), true) },
        ]),
      ),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...foldKeymap]),
      EditorView.domEventHandlers({
        compositionstart: () => owner.composing(true),
        compositionend: () => owner.composing(false),
        blur: () => owner.composing(false),
        // Files dropped on the text are opened by the checker, not inserted here.
        drop: (event) => Boolean(event.dataTransfer?.files.length),
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) owner.textChanged();
        if (update.docChanged || update.selectionSet) owner.caretMoved();
      }),
      theme,
    ];
  }
}

function languageExtensions(strings: PageStrings): Extension {
  return [
    folding(strings),
    placeholder(strings.emptyHint),
    EditorState.phrases.of(strings.editorPhrases),
    EditorView.contentAttributes.of({ "aria-label": strings.editorLabel, lang: "zh", spellcheck: "false", tabindex: "0" }),
  ];
}
