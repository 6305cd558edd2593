// The findings as they are listed. In: findings, a severity to keep, and an order. Out: a flat list of entries, in which a
// group's head stands before its findings, so that any window of it can be drawn.

import type { Diagnostic, Severity, Speech } from "../core/types.js";

export type Order = "speech" | "rule";

export interface Group {
  kind: "group";
  key: string;
  /** Place in the report's speeches, where findings are grouped by speech; -1 for what lies outside them. */
  speech?: number;
  /** The code, where they are grouped by rule. */
  code?: string;
  findings: Diagnostic[];
}

export interface Listed {
  kind: "finding";
  key: string;
  diagnostic: Diagnostic;
}

export type Entry = Group | Listed;

export function countsOf(diagnostics: Diagnostic[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** One speech alone needs no heads; rules always have them, the gravest first. */
export function entriesOf(diagnostics: Diagnostic[], severity: Severity | undefined, order: Order, speeches: Speech[]): Entry[] {
  const kept = severity ? diagnostics.filter((diagnostic) => diagnostic.severity === severity) : diagnostics;
  if (order === "speech" && speeches.length < 2) return kept.map(listed);
  const groups = order === "rule" ? byRule(kept) : bySpeech(kept);
  return groups.flatMap((group): Entry[] => [group, ...group.findings.map(listed)]);
}

function listed(diagnostic: Diagnostic): Listed {
  return { kind: "finding", key: diagnostic.id, diagnostic };
}

function bySpeech(diagnostics: Diagnostic[]): Group[] {
  const groups = gathered(diagnostics, ({ speech = -1 }) => `speech-${speech}`, ({ speech = -1 }) => ({ speech }));
  return groups.sort((a, b) => (a.speech ?? 0) - (b.speech ?? 0));
}

const gravity: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

function byRule(diagnostics: Diagnostic[]): Group[] {
  const groups = gathered(diagnostics, ({ code }) => `rule-${code}`, ({ code }) => ({ code }));
  const rank = ({ findings }: Group) => gravity[findings[0]?.severity ?? "info"];
  return groups.sort((a, b) => rank(a) - rank(b) || b.findings.length - a.findings.length);
}

function gathered(
  diagnostics: Diagnostic[],
  keyOf: (diagnostic: Diagnostic) => string,
  of: (diagnostic: Diagnostic) => Pick<Group, "speech" | "code">,
): Group[] {
  const groups = new Map<string, Group>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    const group = groups.get(key);
    if (group) group.findings.push(diagnostic);
    else groups.set(key, { kind: "group", key, ...of(diagnostic), findings: [diagnostic] });
  }
  return [...groups.values()];
}
