import { Decimal } from 'decimal.js';
import {
  evaluateRule,
  ruleDecimal,
  ruleHolds,
  ruleNumber,
  type RuleVariable,
  type RuleVariables,
} from '../../kernel/rules/index.js';
import { FormControlKind as K, FormRelationKind as R } from './form.enums.js';
import type { FormControl } from './form-control.js';
import type { FormKitRelation } from './form-kit.js';

/** The controls of a template under the alias that it has in a kit; of a template alone the alias is empty. */
export interface FilledPart {
  alias: string;
  controls: readonly Pick<FormControl, 'code' | 'label' | 'kind' | 'required' | 'options' | 'check' | 'formula'>[];
}
export type Relation = Pick<FormKitRelation, 'kind' | 'from' | 'to' | 'formula'>;
export type Values = Record<string, unknown>;

/** A value that contradicts the form, with why. */
export interface Contradiction {
  field: string;
  code: 'BAD_VALUE' | 'CHECK_FAILED' | 'DIFFERENT' | 'NOT_APPLICABLE';
}
export interface Filled {
  /** All values that are known, by field. */
  values: Values;
  /** Fields whose value came from a relation or formula. */
  derived: string[];
  missing: string[];
  contradictions: Contradiction[];
}

/** A formula that gives the value of a field, with the fields that it reads. */
export interface Source {
  to: string;
  text: string;
  /** Alias of the template whose values it names by their codes; null when it names them by alias and code. */
  within: string | null;
  reads: string[];
}

export const keyOf = (alias: string, code: string): string => (alias ? `${alias}.${code}` : code);

const TYPES: Record<K, RuleVariable['type']> = {
  ...{ TEXT: 'string', NUMBER: 'number', DATE: 'string', CHOICE: 'string', CHECKBOX: 'boolean', TABLE: 'list' },
};

/** What formulas may name: the codes of one template, or the aliases of a kit with their codes. */
export function variablesOf(parts: readonly FilledPart[], within: string | null): RuleVariables {
  const own = ({ controls }: FilledPart): RuleVariables =>
    Object.fromEntries(controls.map(({ code, kind, label }) => [code, { type: TYPES[kind], description: label }]));
  if (within !== null) return own(parts.find(({ alias }) => alias === within)!);
  return Object.fromEntries(
    parts.map((part) => [part.alias, { type: 'context', description: 'A template.', fields: own(part) }]),
  );
}

/** Fields that a formula reads; texts in it name none. */
function readsOf(text: string, parts: readonly FilledPart[], within: string | null): string[] {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return parts.flatMap(({ alias, controls }) => {
    if (within !== null && within !== alias) return [];
    return controls
      .filter(({ code }) =>
        new RegExp(within === null ? `\\b${alias}\\s*\\.\\s*${code}\\b` : `(?<![\\w.])${code}\\b`).test(bare),
      )
      .map(({ code }) => keyOf(alias, code));
  });
}

/** Every formula of templates and relations that gives a value. */
export function sourcesOf(parts: readonly FilledPart[], relations: readonly Relation[]): Source[] {
  const inside = parts.flatMap(({ alias, controls }) =>
    controls.flatMap(({ code, formula }) =>
      formula ? [{ to: keyOf(alias, code), text: formula, within: alias, reads: readsOf(formula, parts, alias) }] : [],
    ),
  );
  const between = relations.flatMap(({ kind, to, formula }) =>
    (kind === R.DERIVE || kind === R.CALCULATE) && formula
      ? [{ to, text: formula, within: null, reads: readsOf(formula, parts, null) }]
      : [],
  );
  return [...inside, ...between];
}

/** Fields that depend on themselves; empty when there is none (OPS-09). */
export function cycleIn(parts: readonly FilledPart[], relations: readonly Relation[]): string[] {
  const after = new Map<string, Set<string>>();
  const arrow = (from: string, to: string) => after.set(from, (after.get(from) ?? new Set()).add(to));
  for (const { to, reads } of sourcesOf(parts, relations)) for (const from of reads) arrow(from, to);
  for (const { kind, from, to } of relations) if (kind === R.REDUNDANT && from) arrow(from, to);
  const leadsBack = (start: string): boolean => {
    const seen = new Set<string>();
    const next = [...(after.get(start) ?? [])];
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      if (at === start) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      next.push(...(after.get(at) ?? []));
    }
    return false;
  };
  return [...after.keys()].filter(leadsBack).sort();
}

const given = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** A value as it is kept: numbers as decimal text; undefined for what the control does not take. */
function taken(kind: K, options: readonly string[], value: unknown): unknown {
  const text = String(value);
  if (kind === K.NUMBER) return NUMBER.test(text) ? text : undefined;
  if (kind === K.DATE) return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
  if (kind === K.CHOICE) return options.includes(text) ? text : undefined;
  if (kind === K.CHECKBOX) return typeof value === 'boolean' ? value : undefined;
  if (kind === K.TABLE) return Array.isArray(value) && value.every((row) => Array.isArray(row)) ? value : undefined;
  return typeof value === 'string' ? value : undefined;
}

const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;

/** A number without needless zeros, so that equal ones look the same; anything else as it is. */
const plainNumber = (value: unknown): string => {
  const text = String(value);
  return NUMBER.test(text) ? new Decimal(text).toFixed() : text;
};

const same = (kind: K, a: unknown, b: unknown): boolean =>
  kind === K.NUMBER ? plainNumber(a) === plainNumber(b) : JSON.stringify(a) === JSON.stringify(b);

/**
 * What follows from the values that are filled so far: what relations and formulas give, what is still missing, and what contradicts
 * (OPS-11, OPS-12, OPS-13).
 */
export function fill(parts: readonly FilledPart[], relations: readonly Relation[], filled: Values): Filled {
  const fields = new Map(
    parts.flatMap((part) => part.controls.map((control) => [keyOf(part.alias, control.code), control] as const)),
  );
  const contradictions: Contradiction[] = [];
  const values: Values = {};
  const derived = new Set<string>();
  const set = (field: string, value: unknown): void => {
    values[field] = value;
    derived.add(field);
  };
  for (const [field, { kind, options }] of fields) {
    if (!given(filled[field])) continue;
    const value = taken(kind, options, filled[field]);
    if (value === undefined) contradictions.push({ field, code: 'BAD_VALUE' });
    else values[field] = value;
  }
  for (const field of Object.keys(filled)) if (!fields.has(field)) contradictions.push({ field, code: 'BAD_VALUE' });
  const seenBy = (within: string | null): Values => {
    const of = ({ alias, controls }: FilledPart): Values =>
      Object.fromEntries(
        controls.map(({ code, kind }) => {
          const value = values[keyOf(alias, code)] ?? null;
          return [code, kind === K.NUMBER && value !== null ? ruleNumber(String(value)) : value];
        }),
      );
    if (within !== null) return of(parts.find(({ alias }) => alias === within)!);
    return Object.fromEntries(parts.map((part) => [part.alias, of(part)]));
  };
  const sources = sourcesOf(parts, relations);
  const result = ({ to, text, within, reads }: Source): unknown => {
    if (!reads.every((field) => given(values[field]))) return undefined;
    const outcome = evaluateRule(text, seenBy(within));
    const { kind, options } = fields.get(to)!;
    const value = kind === K.NUMBER ? ruleDecimal(outcome)?.toFixed() : outcome.value;
    return given(value) ? taken(kind, options, value) : undefined;
  };
  for (let before = -1; before !== derived.size;) {
    before = derived.size;
    for (const { kind, from, to } of relations) {
      if (kind !== R.REDUNDANT || !from) continue;
      if (given(values[from]) && !given(values[to])) set(to, values[from]);
      else if (given(values[to]) && !given(values[from])) set(from, values[to]);
    }
    for (const source of sources) {
      if (given(values[source.to])) continue;
      const value = result(source);
      if (value !== undefined) set(source.to, value);
    }
  }
  const wanted = new Set([...fields].filter(([, { required }]) => required).map(([field]) => field));
  for (const source of sources) {
    const value = result(source);
    if (value !== undefined && !same(fields.get(source.to)!.kind, value, values[source.to]))
      contradictions.push({ field: source.to, code: 'DIFFERENT' });
  }
  for (const { kind, from, to, formula } of relations) {
    const both = from ? given(values[from]) && given(values[to]) : given(values[to]);
    if (kind === R.REDUNDANT || (kind === R.MATCH && !formula)) {
      if (from && both && !same(fields.get(to)!.kind, values[from], values[to]))
        contradictions.push({ field: to, code: 'DIFFERENT' });
    } else if (kind === R.MATCH) {
      if (both && !ruleHolds(formula!, seenBy(null))) contradictions.push({ field: to, code: 'DIFFERENT' });
    } else if (kind === R.CONDITION) {
      if (ruleHolds(formula!, seenBy(null))) wanted.add(to);
      else {
        wanted.delete(to);
        if (given(values[to])) contradictions.push({ field: to, code: 'NOT_APPLICABLE' });
      }
    }
  }
  for (const { alias, controls } of parts)
    for (const { code, check } of controls) {
      const field = keyOf(alias, code);
      if (check && given(values[field]) && !ruleHolds(check, seenBy(alias)))
        contradictions.push({ field, code: 'CHECK_FAILED' });
    }
  const missing = [...fields.keys()].filter((field) => wanted.has(field) && !given(values[field]));
  return { values, derived: [...derived], missing, contradictions };
}
