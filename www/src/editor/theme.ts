// How the editor looks, in the tokens of styles/tokens.css. CodeMirror puts these rules into a constructed sheet of the
// shadow root, so they pass a Content-Security-Policy without 'unsafe-inline'.

import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--text-face)", fontSize: "var(--text-size)", lineHeight: "1.9", overflowX: "hidden" },
  ".cm-content": { padding: "18px 0 40vh", caretColor: "var(--accent)", maxWidth: "var(--measure)", lineBreak: "strict" },
  ".cm-line": { padding: "3px var(--text-margin) 3px 10px" },
  ".cm-placeholder": { color: "var(--ink-soft)" },
  "&.cm-focused .cm-cursor": { borderLeftColor: "var(--accent)" },
  "& ::selection": { backgroundColor: "var(--selection)" },

  ".cm-gutters": { backgroundColor: "transparent", color: "var(--ink-faint)", border: "none", fontSize: "12px" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "var(--number-width)", padding: "3px 0 0", lineHeight: "calc(var(--text-size) * 1.9)", fontVariantNumeric: "tabular-nums" },
  ".cm-foldGutter .cm-gutterElement": { width: "18px", textAlign: "center", cursor: "pointer", paddingTop: "3px", lineHeight: "calc(var(--text-size) * 1.9)" },
  ".fold-open, .fold-closed": { display: "inline-block", fontSize: "17px", color: "var(--ink-soft)" },
  ".fold-open": { transform: "rotate(90deg)", opacity: "0.55" },
  ".cm-gutters:hover .fold-open": { opacity: "1" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--accent-wash)", border: "none", color: "var(--accent)", padding: "0 8px", margin: "0 6px", borderRadius: "4px" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--active-line)" },
  ".cm-specialChar": { color: "var(--error)" },

  ".line-title": { fontFamily: "var(--title-face)", fontSize: "1.32em", fontWeight: "700", lineHeight: "1.6" },
  ".heading": { fontWeight: "600" },
  ".heading-first": { fontWeight: "700", color: "var(--heading)" },
  ".heading-second": { color: "var(--heading)" },
  ".line-chrome": { color: "var(--ink-soft)", fontStyle: "italic" },

  ".residue-pinyin": { fontSize: "0.72em", color: "var(--ink-faint)", backgroundColor: "var(--active-line)", borderRadius: "3px" },
  ".residue-garble": { backgroundColor: "var(--error-wash)", outline: "1px dashed var(--error)", outlineOffset: "1px", borderRadius: "2px" },
  ".residue-other": { color: "var(--ink-faint)" },

  ".finding-error, .finding-warning, .finding-info": { textDecorationLine: "underline", textDecorationSkipInk: "none", textUnderlineOffset: "5px", textDecorationThickness: "1.5px" },
  ".finding-error": { textDecorationStyle: "wavy", textDecorationColor: "var(--error)" },
  ".finding-warning": { textDecorationStyle: "dashed", textDecorationColor: "var(--warning)" },
  ".finding-info": { textDecorationStyle: "dotted", textDecorationColor: "var(--info)" },

  ".cm-tooltip": { backgroundColor: "var(--raised)", border: "1px solid var(--line)", borderRadius: "8px", boxShadow: "var(--shadow)", maxWidth: "min(420px, 86vw)", overflow: "hidden" },
  ".finding-tooltip": { fontFamily: "var(--face)", fontSize: "14px", lineHeight: "1.6" },
  ".finding-tooltip-item": { padding: "10px 14px" },
  ".finding-tooltip-item + .finding-tooltip-item": { borderTop: "1px solid var(--line)" },
  ".finding-tooltip-message": { margin: "0" },
  ".finding-tooltip-item.error strong": { color: "var(--error)" },
  ".finding-tooltip-item.warning strong": { color: "var(--warning)" },
  ".finding-tooltip-item.info strong": { color: "var(--info)" },
  ".finding-tooltip-fix": { font: "inherit", fontSize: "13px", color: "var(--accent)", backgroundColor: "var(--accent-wash)", border: "none", borderRadius: "5px", padding: "3px 10px", margin: "8px 8px 0 0", cursor: "pointer" },

  ".finding-tooltip-why, .finding-tooltip-hint": { margin: "4px 0 0", fontSize: "13px", color: "var(--ink-soft)" },
  ".finding-tooltip-hint": { margin: "0", padding: "4px 14px 8px", fontSize: "12px" },
  ".finding-tooltip-fix.quieter": { color: "var(--ink-soft)", backgroundColor: "transparent" },
  ".finding-tooltip-fix:focus-visible": { outline: "2px solid var(--accent)", outlineOffset: "1px" },

  ".cm-panels": { backgroundColor: "var(--desk)", color: "var(--ink)", fontFamily: "var(--face)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "10px 40px 10px 16px", fontSize: "14px" },
  ".cm-panel.cm-search label": { fontSize: "13px" },
  ".cm-panel.cm-search [name=close]": { fontSize: "20px", padding: "4px 12px", cursor: "pointer" },
  ".cm-textfield": { font: "inherit", fontSize: "14px", backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "5px", padding: "3px 8px" },
  ".cm-button": { font: "inherit", fontSize: "13px", backgroundImage: "none", backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "5px", padding: "3px 10px" },
  ".cm-searchMatch": { backgroundColor: "var(--match)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--selection)" },
});
