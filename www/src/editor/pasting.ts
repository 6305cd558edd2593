// Which flavour of what is pasted is taken. Plain text is, as ever, unless the other flavour says what it does not: the numbers of
// lists, which many programs leave out of the plain text, and which characters are readings of others. Then the core reads it.

import { isolateHistory } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";

/** Word's and WPS's own numbers, lists of browsers and of Word in the browser, and ruby. */
const SAYS_MORE = /mso-list:\s*ignore|<(?:li|ruby)[\s>]/i;
/** More than any draft, with all that Word writes around it. */
const LONGEST_PAGE = 16 * 1024 * 1024;

/** What is pasted is never lost, nor long awaited: after this many milliseconds the plain flavour is taken. */
const LONGEST_READING = 3000;

export interface PasteOwner {
  /** The text of a web page; nothing where the core cannot read it. */
  readPage(html: string): Promise<string | undefined>;
  /** Text is pasted; true where the owner has dealt with it. */
  pasted(text: string): boolean;
}

function tellingPage(data: DataTransfer, plain: string): string | undefined {
  const html = data.getData("text/html");
  if (html === "" || html.length > LONGEST_PAGE) return undefined;
  return plain === "" || SAYS_MORE.test(html) ? html : undefined;
}

/** A draft that takes the place of everything is read from its beginning; what is put into a text is written on from its end. */
function isDraftOverAll({ state }: EditorView, text: string): boolean {
  const { from, to } = state.selection.main;
  return from === 0 && to === state.doc.length && /[\r\n]/.test(text.trim());
}

/** One step of the history, whatever was typed before and after it. */
function insert(view: EditorView, text: string): void {
  const { state } = view;
  const replacement = state.replaceSelection(state.toText(text));
  view.dispatch(isDraftOverAll(view, text) ? { ...replacement, selection: { anchor: 0 } } : replacement, {
    annotations: isolateHistory.of("full"),
    userEvent: "input.paste",
    scrollIntoView: true,
  });
}

function soon<Result>(work: Promise<Result>): Promise<Result | undefined> {
  return Promise.race([work, new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_READING, undefined))]);
}

export function pasting(owner: PasteOwner): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      if (view.state.readOnly) return false;
      const data = event.clipboardData;
      const plain = data?.getData("text/plain") ?? "";
      const html = data ? tellingPage(data, plain) : undefined;
      if (html === undefined) {
        if (owner.pasted(plain)) return true;
        if (!isDraftOverAll(view, plain)) return false;
        insert(view, plain);
        return true;
      }
      void soon(owner.readPage(html)).then((read) => {
        const text = read?.trim() ? read : plain;
        if (!owner.pasted(text)) insert(view, text);
      });
      return true;
    },
  });
}
