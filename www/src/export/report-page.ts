// The report as one page to send on or to print. In: a report. Out: a document of its own, built from nodes, so that
// whatever stands in the text can only be text there; it holds no script, asks for nothing, and says so by its policy.

import type { Diagnostic, OutlineNode, Report, Severity, Speech } from "../core/types.js";
import type { Language, PageStrings } from "../language/language.js";
import reportStyles from "./report-page.css";

export interface ReportPage {
  report: Report;
  /** The text that the report is of. */
  text: string;
  name: string;
  /** When it is made. */
  date: Date;
  language: Language;
  strings: PageStrings;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const LONGEST_EXCERPT = 40;

/** The whole file. */
export function reportFile(page: ReportPage): string {
  const made = document.implementation.createHTMLDocument(page.strings.report.title(page.name));
  made.documentElement.lang = page.language;
  const meta = (attributes: Record<string, string>) => {
    const element = made.createElement("meta");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  made.head.prepend(meta({ charset: "utf-8" }), meta({ "http-equiv": "Content-Security-Policy", content: POLICY }));
  made.head.append(meta({ name: "viewport", content: "width=device-width, initial-scale=1" }));
  made.body.append(made.adoptNode(reportBody(page)));
  // The page's policy forbids the element of a style sheet, even in a document that is never shown.
  const filled = made.documentElement.outerHTML.replace("</head>", () => `<style>${reportStyles}</style></head>`);
  return `<!doctype html>\n${filled}\n`;
}

/** What stands in it, also for printing from the page itself. */
export function reportBody(page: ReportPage): HTMLElement {
  const { report, strings, date, language, name } = page;
  const when = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(date);
  return element("main", "report", [
    element("h1", "", [strings.report.title(name)]),
    element("p", "made", [strings.report.madeBy(when)]),
    element("h2", "", [strings.report.summary]),
    summary(report, strings),
    element("h2", "", [strings.outline]),
    ...report.speeches.flatMap((speech) => outlineOf(speech, strings)),
    element("h2", "", [strings.findings]),
    report.diagnostics.length > 0 ? findingsTable(page) : element("p", "", [strings.report.none]),
  ]);
}

function summary({ source, speeches, diagnostics }: Report, strings: PageStrings): HTMLElement {
  const minutes = speeches.reduce((sum, speech) => sum + speech.minutes, 0);
  const count = (severity: Severity) => strings.severityCount[severity](diagnostics.filter((diagnostic) => diagnostic.severity === severity).length);
  const facts = [strings.speeches(speeches.length), strings.characters(source.characters), strings.minutes(minutes), count("error"), count("warning"), count("info")];
  return element("ul", "summary", facts.map((fact) => element("li", "", [fact])));
}

function outlineOf({ title, characters, minutes, outline }: Speech, strings: PageStrings): HTMLElement[] {
  const figures = element("span", "time", [`${strings.characters(characters)} · ${strings.minutes(minutes)}`]);
  return [element("h3", "", [title || strings.untitledSpeech, " ", figures]), nodesOf(outline, strings)];
}

function nodesOf(nodes: OutlineNode[], strings: PageStrings): HTMLElement {
  const items = nodes.map(({ marker, title, minutes, children }) =>
    element("li", "", [
      (marker?.text ?? "") + title,
      " ",
      element("span", "time", [strings.minutesShort(minutes)]),
      ...(children?.length ? [nodesOf(children, strings)] : []),
    ]),
  );
  return element("ul", "outline", items);
}

function findingsTable({ report, text, strings }: ReportPage): HTMLElement {
  const words = strings.report;
  const head = element("tr", "", [words.place, words.finding, words.suggestion].map((label) => element("th", "", [label])));
  const rows = report.diagnostics.map((diagnostic) => findingRow(diagnostic, text, strings));
  return element("table", "", [element("thead", "", [head]), element("tbody", "", rows)]);
}

function findingRow({ severity, span, message, fixes, occurrences }: Diagnostic, text: string, strings: PageStrings): HTMLElement {
  const words = text.slice(span.start, Math.min(span.end, span.start + LONGEST_EXCERPT)).split("\n", 1)[0] ?? "";
  const places = (occurrences?.length ?? 0) / 2;
  return element("tr", severity, [
    element("td", "place", [strings.line(span.line) + (places > 1 ? `，${strings.places(places)}` : "")]),
    element("td", "", [
      element("strong", "severity", [strings.severity[severity]]),
      " ",
      message,
      ...(words ? [element("q", "", [words.length < span.end - span.start ? `${words}…` : words])] : []),
    ]),
    element("td", "", [fixes?.[0]?.title ?? ""]),
  ]);
}

function element(name: string, className: string, content: Array<string | Node>): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}
