import { nounFields, nounOf, type Class } from '../model/registry.js';
import type { CallerKind } from './caller.js';
import { type CallerValue, type RowRule, rowRule } from './policy.js';

/**
 * Names of fields, one behind the other, that lead from a noun to what its policy compares with a value of the caller, such as to the
 * region whose staff see a row; undefined when it compares nothing with that. Of several ways the one that is named first.
 */
export function comparedPath(noun: Class, kind: CallerKind, value: CallerValue): readonly string[] | undefined {
  return pathOf(noun, rowRule(noun, kind), { kind, value, passed: [noun] });
}

interface Sought {
  kind: CallerKind;
  value: CallerValue;
  /** Nouns whose policies led here: none leads back. */
  passed: readonly Class[];
}

function pathOf(noun: Class, rule: RowRule, sought: Sought): readonly string[] | undefined {
  const behind = (field: string, next: (target: Class) => RowRule): readonly string[] | undefined => {
    const meta = nounFields(nounOf(noun)).get(field);
    const target = meta?.kind === 'one' ? meta.target() : undefined;
    if (!target || sought.passed.includes(target)) return undefined;
    const rest = pathOf(target, next(target), { ...sought, passed: [...sought.passed, target] });
    return rest && [field, ...rest];
  };
  switch (rule.rule) {
    case 'match':
      return rule.value === sought.value ? rule.path : undefined;
    case 'any':
      for (const each of rule.of) {
        const path = pathOf(noun, each, sought);
        if (path) return path;
      }
      return undefined;
    case 'confided':
      return pathOf(noun, rule.of, sought);
    case 'via':
      return behind(rule.field, (target) => rowRule(target, sought.kind));
    case 'through':
      return behind(rule.field, () => rule.of);
    default:
      return undefined;
  }
}
