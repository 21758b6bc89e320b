import { columnName } from '../model/naming.js';
import { type Class, type NounMeta, concreteNouns, nounFields, nounOf } from '../model/registry.js';
import type { CallerKind } from './caller.js';
import { type CallerValue, type RowRule, rowRule, type Secret } from './policy.js';

/** Hands out the placeholder of a caller's value in the statement being built. */
export type CallerPlaceholder = (value: CallerValue) => string;

/** The column behind a field that a rule compares: the key column of a reference, else the field's own. */
export function comparedColumn(noun: NounMeta, field: string): string {
  return nounFields(noun).get(field)?.kind === 'one' ? `${columnName(field)}_id` : columnName(field);
}

/**
 * The SQL condition under which a caller of this kind sees a row, or undefined when they see every row.
 * @param alias quoted alias of the row's table
 */
export function rowPredicate(
  target: Class,
  kind: CallerKind,
  alias: string,
  placeholder: CallerPlaceholder,
): string | undefined {
  return admitted(nounOf(target), kind, alias, placeholder, 0);
}

/** The same for one rule over rows of a noun. */
export function rulePredicate(
  noun: NounMeta,
  rule: RowRule,
  kind: CallerKind,
  alias: string,
  placeholder: CallerPlaceholder,
): string | undefined {
  return compile(noun, rule, kind, alias, placeholder, 0);
}

/** Rows of a shared table follow the policies of their types, which may differ from that of the interface. */
function admitted(
  noun: NounMeta,
  kind: CallerKind,
  alias: string,
  placeholder: CallerPlaceholder,
  depth: number,
): string | undefined {
  const byRule = Map.groupBy(concreteNouns(noun), (concrete) => rowRule(concrete.target, kind));
  if (byRule.size <= 1)
    return compile(noun, [...byRule.keys()][0] ?? rowRule(noun.target, kind), kind, alias, placeholder, depth);
  const parts = [...byRule].flatMap(([rule, [first, ...others]]) => {
    const condition = compile(first!, rule, kind, alias, placeholder, depth);
    const kinds = [first!, ...others].map((concrete) => `'${concrete.discriminator}'`).join(', ');
    return condition === 'false' ? [] : [`${alias}."kind" in (${kinds})${condition ? ` and ${condition}` : ''}`];
  });
  return parts.length ? `(${parts.join(' or ')})` : 'false';
}

function compile(
  noun: NounMeta,
  rule: RowRule,
  kind: CallerKind,
  alias: string,
  placeholder: CallerPlaceholder,
  depth: number,
): string | undefined {
  switch (rule.rule) {
    case 'all':
      return undefined;
    case 'none':
      return 'false';
    case 'match':
      return match(noun, rule.path, rule.value, alias, placeholder, depth);
    case 'values': {
      return `${alias}."${comparedColumn(noun, rule.field)}" in (${constants(rule.values)})`;
    }
    case 'confided': {
      const inner = compile(noun, rule.of, kind, alias, placeholder, depth);
      if (inner === 'false') return 'false';
      const key = secretKey(noun, rule.field, rule.secret, alias, depth);
      const shown = `(${placeholder('verifiedCustomerIds')}::uuid[] is null or ${key} = any(${placeholder('verifiedCustomerIds')}::uuid[]) or not ${secretOf(rule.secret, key, `"policy${depth}"`)})`;
      return inner === undefined ? shown : `(${inner} and ${shown})`;
    }
    case 'through': {
      const target = referenced(noun, rule.field);
      const inner = `"policy${depth}"`;
      const condition = compile(target, rule.of, kind, inner, placeholder, depth + 1);
      if (condition === undefined) return undefined;
      if (condition === 'false') return 'false';
      return exists(target, inner, `${alias}."${columnName(rule.field)}_id"`, condition);
    }
    case 'any': {
      // Tried without binding anything first: values of a condition that is not used would shift those of others.
      if (rule.of.some((part) => compile(noun, part, kind, alias, () => '', depth) === undefined)) return undefined;
      return `(${rule.of.map((part) => compile(noun, part, kind, alias, placeholder, depth)).join(' or ')})`;
    }
    case 'via': {
      const target = referenced(noun, rule.field);
      const inner = `"policy${depth}"`;
      const condition = admitted(target, kind, inner, placeholder, depth + 1);
      if (condition === undefined) return undefined;
      if (condition === 'false') return 'false';
      return exists(target, inner, `${alias}."${columnName(rule.field)}_id"`, condition);
    }
    case 'among': {
      const source = nounOf(rule.noun);
      referenced(source, rule.field);
      const inner = `"policy${depth}"`;
      const condition = compile(source, rule.of, kind, inner, placeholder, depth + 1) ?? 'true';
      const besides = compile(source, rule.besides, kind, inner, placeholder, depth + 1) ?? 'true';
      const key = `${inner}."${columnName(rule.field)}_id"`;
      // An array is worked out once, and the rows in it are found by their key.
      return `${alias}."id" = any(array(select ${key} from "${source.table}" ${inner} where ${condition} and (${besides}) is not true))`;
    }
    case 'acting': {
      const named = `${alias}."${comparedColumn(noun, rule.kind)}"`;
      const code = `${alias}."${comparedColumn(noun, rule.code)}"`;
      // Bound in the order in which they stand.
      const employee = `${named} = 'EMPLOYEE' and ${code} = ${placeholder('subject')}::text`;
      const units = `string_to_array(${placeholder('organisationPath')}::text, '/')`;
      return `(${employee} or ${named} = 'ORGANIZATION' and ${code} = any(${units}))`;
    }
    case 'referrer':
      return referrer(nounOf(rule.noun), rule.field, kind, alias, placeholder, depth);
  }
}

/** Constants of the code, never of a caller. */
const constants = (values: readonly string[]): string =>
  values.map((constant) => `'${constant.replaceAll("'", "''")}'`).join(', ');

/** SQL for the key of the one whose secret counts for a row. */
function secretKey(noun: NounMeta, field: string, { noun: source, by }: Secret, alias: string, depth: number): string {
  const key = `${alias}."${comparedColumn(noun, field)}"`;
  const owner = referenced(nounOf(source), by);
  if (nounFields(noun).get(field)?.kind === 'one' || !owner.forwardedBy) return key;
  const heir = `"heir${depth}"`;
  return `coalesce((select ${heir}."${columnName(owner.forwardedBy)}_id" from "${owner.table}" ${heir} where ${heir}."id" = ${key}), ${key})`;
}

/**
 * For rows under a rule of secrets: SQL for the key of the one whose secret counts for the row, null for nobody, and for whether they have
 * one. Undefined under other rules.
 */
export function secretOfRow(noun: NounMeta, rule: RowRule, alias: string): { key: string; holds: string } | undefined {
  if (rule.rule !== 'confided') return undefined;
  const key = secretKey(noun, rule.field, rule.secret, alias, 0);
  return { key, holds: secretOf(rule.secret, key, '"secret"') };
}

function secretOf({ noun, by, field, values }: Secret, key: string, inner: string): string {
  const source = nounOf(noun);
  referenced(source, by);
  const link = `${inner}."${columnName(by)}_id" = ${key}`;
  const holds = `${inner}."${comparedColumn(source, field)}" in (${constants(values)})`;
  return `exists (select 1 from "${source.table}" ${inner} where ${link} and ${holds})`;
}

function match(
  noun: NounMeta,
  path: readonly string[],
  value: CallerValue,
  alias: string,
  placeholder: CallerPlaceholder,
  depth: number,
): string {
  const [field, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    const column = `${alias}."${comparedColumn(noun, field)}"`;
    return value.endsWith('Ids')
      ? `${column} = any(${placeholder(value)}::uuid[])`
      : `${column} = ${placeholder(value)}::uuid`;
  }
  const target = referenced(noun, field);
  const inner = `"policy${depth}"`;
  return exists(
    target,
    inner,
    `${alias}."${columnName(field)}_id"`,
    match(target, rest, value, inner, placeholder, depth + 1),
  );
}

function referrer(
  source: NounMeta,
  field: string,
  kind: CallerKind,
  alias: string,
  placeholder: CallerPlaceholder,
  depth: number,
): string {
  referenced(source, field);
  const inner = `"policy${depth}"`;
  const condition = admitted(source, kind, inner, placeholder, depth + 1);
  if (condition === 'false') return 'false';
  const link = `${inner}."${columnName(field)}_id" = ${alias}."id"`;
  return `exists (select 1 from "${source.table}" ${inner} where ${link}${condition ? ` and ${condition}` : ''})`;
}

function referenced(noun: NounMeta, field: string): NounMeta {
  const meta = nounFields(noun).get(field);
  if (meta?.kind !== 'one') throw new Error(`The policy of ${noun.name} names ${field}, which is not a reference.`);
  return nounOf(meta.target());
}

function exists(target: NounMeta, alias: string, key: string, condition: string): string {
  return `exists (select 1 from "${target.table}" ${alias} where ${alias}."id" = ${key} and ${condition})`;
}
