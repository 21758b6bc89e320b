import { rowPredicate } from '../../kernel/access/row-predicate.js';
import { type RowRule, rowRule } from '../../kernel/access/policy.js';
import { type NounMeta, concreteNouns } from '../../kernel/model/registry.js';
import type { Compilation } from './compilation.js';

/** The condition under which the caller sees a row, or undefined when all are seen. */
export function visibleIn(compilation: Compilation, noun: NounMeta, alias: string): string | undefined {
  return rowPredicate(noun.target, compilation.caller.kind, alias, (value) => compilation.parameters.caller(value));
}

/**
 * The same for rows reached from a row that has been checked already. Where the policy is "whoever sees the parent", or both
 * compare the same value with the parent's key, the parent's check stands for the child's.
 */
export function visibleFrom(
  compilation: Compilation,
  parent: NounMeta,
  noun: NounMeta,
  alias: string,
  by: string,
): string | undefined {
  const rule = soleRule(compilation, noun);
  if (rule?.rule === 'via' && rule.field === by) return undefined;
  const above = soleRule(compilation, parent);
  const sameOwner =
    above?.rule === 'match' &&
    above.path.join() === 'id' &&
    rule?.rule === 'match' &&
    rule.path.join() === by &&
    rule.value === above.value;
  return sameOwner ? undefined : visibleIn(compilation, noun, alias);
}

/** The rule of a noun, or the one that all types of a shared table have in common. */
function soleRule(compilation: Compilation, noun: NounMeta): RowRule | undefined {
  const rules = new Set(concreteNouns(noun).map((concrete) => rowRule(concrete.target, compilation.caller.kind)));
  return rules.size === 1 ? [...rules][0] : undefined;
}

/** Whether the row that a reference points to is seen because the row that holds the reference is: its policy says so by `whoSees`. */
export function seenThrough(compilation: Compilation, parent: NounMeta, field: string, target: NounMeta): boolean {
  const grants = (rule: RowRule): boolean => {
    if (rule.rule === 'all') return true;
    if (rule.rule === 'any') return rule.of.some(grants);
    return rule.rule === 'referrer' && rule.noun === parent.target && rule.field === field;
  };
  return concreteNouns(target).every((concrete) => grants(rowRule(concrete.target, compilation.caller.kind)));
}
