// The columns of the table of many files: what each shows, how it is sorted, what stands in the CSV.

import type { PageStrings } from "../language/language.js";
import type { Row } from "./batch.js";

export interface Column {
  key: string;
  title: string;
  /** Nothing while the file has not been checked. */
  value(row: Row): string | number | undefined;
  /** As it is shown, where that differs. */
  shown?(value: string | number): string;
  isFigure: boolean;
}

export function columnsOf(strings: PageStrings): Column[] {
  const { batch, severity } = strings;
  const figure = (key: string, title: string, value: Column["value"], shown?: Column["shown"]): Column => ({ key, title, value, isFigure: true, ...(shown && { shown }) });
  return [
    { key: "file", title: batch.file, value: ({ path }) => path, isFigure: false },
    figure("error", severity.error, ({ survey }) => survey?.findings.error),
    figure("warning", severity.warning, ({ survey }) => survey?.findings.warning),
    figure("info", severity.info, ({ survey }) => survey?.findings.info),
    figure("speeches", batch.speeches, ({ survey }) => survey?.speeches),
    figure("characters", batch.characters, ({ survey }) => survey?.characters),
    figure("minutes", batch.minutes, ({ survey }) => survey && Math.round(survey.minutes * 10) / 10, (minutes) => Number(minutes).toFixed(1)),
    { key: "encoding", title: batch.encoding, value: ({ survey }) => survey?.encoding, isFigure: false },
  ];
}

/** The rows in the order of a column; files that have no value come last, equal ones stay in order. */
export function sorted(rows: Row[], column: Column, descending: boolean): Row[] {
  const order = new Intl.Collator("zh-Hans", { numeric: true });
  const compare = (one: string | number, other: string | number) =>
    typeof one === "number" && typeof other === "number" ? one - other : order.compare(String(one), String(other));
  return [...rows].sort((one, other) => {
    const [first, second] = [column.value(one), column.value(other)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    return descending ? compare(second, first) : compare(first, second);
  });
}
