import { raw } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../kernel/access/caller.js';
import { type CallerValue, type RowRule, rowRule, type Secret } from '../../kernel/access/policy.js';
import { type NounMeta, type OneField, concreteNouns, nounFields, nounOf } from '../../kernel/model/registry.js';
import { type Condition, always, equals, never, present, toWhere } from './condition.js';

/** The condition under which a caller sees a row at the end of the path; a shared table's rows follow the policies of their types. */
export function visible(em: EntityManager, caller: Caller, noun: NounMeta, path: readonly string[] = []): Condition {
  const concretes = concreteNouns(noun);
  const rules = new Set(concretes.map((concrete) => rowRule(concrete.target, caller.kind)));
  if (rules.size === 1) return admitted(em, caller, noun, [...rules][0]!, path);
  const ofKind = (concrete: NounMeta): Condition => ({
    all: [
      equals([...path, 'kind'], concrete.discriminator),
      admitted(em, caller, concrete, rowRule(concrete.target, caller.kind), path),
    ],
  });
  return { some: concretes.map(ofKind) };
}

/** The rows of a noun among those of its table. */
export function ofNoun(noun: NounMeta): Condition {
  return noun.parent
    ? { path: ['kind'], operator: '$in', value: concreteNouns(noun).map((concrete) => concrete.discriminator) }
    : always;
}

function admitted(
  em: EntityManager,
  caller: Caller,
  noun: NounMeta,
  rule: RowRule,
  path: readonly string[],
): Condition {
  switch (rule.rule) {
    case 'all':
      return always;
    case 'none':
      return never;
    case 'match':
      return owned(caller, rule.value, [...path, ...rule.path]);
    case 'values':
      return { path: [...path, rule.field], operator: '$in', value: rule.values };
    case 'any':
      return { some: rule.of.map((part) => admitted(em, caller, noun, part, path)) };
    case 'via': {
      const reference = nounFields(noun).get(rule.field);
      if (reference?.kind !== 'one') throw new Error(`${noun.name}.${rule.field} is not a reference.`);
      return visible(em, caller, nounOf(reference.target()), [...path, rule.field]);
    }
    case 'confided': {
      const inner = admitted(em, caller, noun, rule.of, path);
      const { verifiedCustomerIds } = caller;
      if (verifiedCustomerIds === undefined) return inner;
      const owner = [...path, rule.field];
      const shown = nounFields(noun).get(rule.field)?.kind === 'one' ? ofShown : ofShownOrHeir;
      return { all: [inner, { some: [equals(owner, null), shown(em, rule.secret, owner, verifiedCustomerIds)] }] };
    }
    case 'through': {
      const reference = nounFields(noun).get(rule.field);
      if (reference?.kind !== 'one') throw new Error(`${noun.name}.${rule.field} is not a reference.`);
      const there = { not: equals([...path, rule.field], null) };
      return {
        all: [there, admitted(em, caller, nounOf(reference.target()), rule.of, [...path, rule.field])],
      };
    }
    case 'among': {
      const rows = em.createQueryBuilder(rule.noun as never, 'given').select(rule.field as never);
      const source = nounOf(rule.noun);
      const of = (part: RowRule) => admitted(em, caller, source, part, []);
      const { sql, params } = rows.where(toWhere({ all: [of(rule.of), { not: of(rule.besides) }] }) as never).toRaw();
      return { path: [...path, 'id'], operator: '$in', value: raw(sql, params as unknown[]) };
    }
    case 'acting': {
      const named = (kind: string, codes: readonly string[]): Condition => ({
        all: [equals([...path, rule.kind], kind), { path: [...path, rule.code], operator: '$in', value: codes }],
      });
      const units = (caller.organisationPath ?? '').split('/').filter(Boolean);
      return { some: [named('EMPLOYEE', [caller.subject]), named('ORGANIZATION', units)] };
    }
    case 'referrer':
      return referred(em, caller, nounOf(rule.noun), rule.field, path);
  }
}

function owned(caller: Caller, value: CallerValue, path: readonly string[]): Condition {
  const own = caller[value];
  if (own === undefined) return never;
  return { path, operator: '$in', value: typeof own === 'string' ? [own] : own };
}

/** Who is at the end of the path has shown their secret, or has none. */
const ofShown = (em: EntityManager, secret: Secret, path: readonly string[], shown: readonly string[]): Condition => ({
  some: [{ path, operator: '$in', value: shown }, { not: ofSecret(em, secret, path) }],
});

/** The same of what stands for who it was merged into: a plain key, which no merge has moved. */
function ofShownOrHeir(
  em: EntityManager,
  secret: Secret,
  path: readonly string[],
  shown: readonly string[],
): Condition {
  const by = nounFields(nounOf(secret.noun)).get(secret.by);
  const { target, forwardedBy } = nounOf((by as OneField).target());
  if (!forwardedBy) return ofShown(em, secret, path, shown);
  const rows = em.createQueryBuilder(target as never, 'owner').select('id' as never);
  const own = { all: [equals([forwardedBy], null), ofShown(em, secret, ['id'], shown)] };
  const heirs = { all: [present([forwardedBy]), ofShown(em, secret, [forwardedBy], shown)] };
  const { sql, params } = rows.where(toWhere({ some: [own, heirs] }) as never).toRaw();
  return { path, operator: '$in', value: raw(sql, params as unknown[]) };
}

/** What is at the end of the path is among those who have such a secret. */
function ofSecret(em: EntityManager, { noun, by, field, values }: Secret, path: readonly string[]): Condition {
  const rows = em.createQueryBuilder(noun as never, 'secret').select(by as never);
  const { sql, params } = rows.where({ [field]: { $in: values } } as never).toRaw();
  return { path, operator: '$in', value: raw(sql, params as unknown[]) };
}

/** The row is among those that visible rows of the source point to. */
function referred(
  em: EntityManager,
  caller: Caller,
  source: NounMeta,
  field: string,
  path: readonly string[],
): Condition {
  const rows = em.createQueryBuilder(source.target as never, 'referrer').select(field as never);
  const sub = rows.where(toWhere(visible(em, caller, source)) as never).andWhere({ [field]: { $ne: null } } as never);
  const { sql, params } = sub.toRaw();
  return { path: [...path, 'id'], operator: '$in', value: raw(sql, params as unknown[]) };
}
