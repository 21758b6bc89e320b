import { columnName, constant } from '../model/naming.js';
import {
  type ColumnField,
  type EmbeddedField,
  type FieldMeta,
  type ManyField,
  type NounMeta,
  type OneField,
  concreteNouns,
  nounFields,
  nounOf,
} from '../model/registry.js';
import type { CallerKind } from './caller.js';
import { type FieldRule, fieldRule } from './field-policy.js';
import { everyRow, type RowRule, rowRule } from './policy.js';
import { type CallerPlaceholder, rowPredicate, rulePredicate } from './row-predicate.js';

/** A reference, a connection or a value of a noun that a caller may be denied. */
export interface WithheldPart {
  /** Its value in the closed list of parts, such as `CREDIT_PROFILES`. */
  name: string;
  /** SQL that holds for rows of which the caller does not see the part, or not all of it; `true` when they never see it. */
  condition: string;
}

type Reference = OneField | ManyField;
type Own = ColumnField | EmbeddedField;
type Part = Reference | Own;

/** Parts of a noun that have a policy of their own, by name: references, connections, and values that are null for some. */
export function partsOf(noun: NounMeta): Part[] {
  const own = (field: FieldMeta): field is Part =>
    field.kind === 'one' ||
    field.kind === 'many' ||
    ((field.kind === 'column' || field.kind === 'embedded') &&
      fieldRule(noun.target, field.name)?.otherwise === 'NULL');
  return [...nounFields(noun).values()].filter(own).sort((one, two) => (one.name < two.name ? -1 : 1));
}

/** Hands out the placeholders of what the statement compares: values of the caller, and whether it sees a field in full. */
export interface CallerPlaceholders {
  value: CallerPlaceholder;
  shown: (rule: FieldRule) => string;
}

/** The value that stands for a part in the closed list of parts. */
export const partName = ({ name }: Part): string => constant(name);

/**
 * Which parts of a row that is seen already a caller of this kind may be denied, from the policies of the nouns behind them. What the
 * row's own visibility implies is left out; what no row of that kind can ever be seen of is said without a look at the rows; and only
 * where it depends on the rows behind (an order of another region) are these asked.
 * @param alias quoted alias of the row's table
 */
export function withheldParts(
  noun: NounMeta,
  kind: CallerKind,
  alias: string,
  { value, shown }: CallerPlaceholders,
): WithheldPart[] {
  return partsOf(noun).flatMap((part) => {
    if (part.kind === 'column' || part.kind === 'embedded') {
      const rule = fieldRule(noun.target, part.name)!;
      if (rule.openTo.includes(kind)) return [];
      const condition = rule.where
        ? denied(rulePredicate(noun, rule.where, kind, alias, value))
        : `not ${shown(rule)}::boolean`;
      return condition === undefined ? [] : [{ name: partName(part), condition }];
    }
    const condition = withheld(noun, part, kind, alias, value);
    return condition === undefined ? [] : [{ name: partName(part), condition }];
  });
}

const ROW = '"w"';

function withheld(
  noun: NounMeta,
  part: Reference,
  kind: CallerKind,
  alias: string,
  placeholder: CallerPlaceholder,
): string | undefined {
  const target = nounOf(part.target());
  const rules = [...new Set(concreteNouns(target).map((concrete) => rowRule(concrete.target, kind)))];
  if (rules.every((rule) => follows(noun, part, rule, kind))) return undefined;
  const [only] = rules;
  if (rules.length === 1 && part.kind === 'many') {
    // The right hangs on this row alone, so the rows behind need not be there to tell.
    const own = ownRule(noun, part, only!, kind);
    if (own) return denied(rulePredicate(noun, own, kind, alias, placeholder));
  }
  // Tried without binding anything first: a value that is not used would shift the others.
  const trial = rowPredicate(target.target, kind, ROW, () => '');
  if (trial === undefined) return undefined;
  if (trial === 'false') return 'true';
  const visible = rowPredicate(target.target, kind, ROW, placeholder);
  const link =
    part.kind === 'one'
      ? `${ROW}."id" = ${alias}."${columnName(part.name)}_id"`
      : `${ROW}."${columnName(part.by)}${part.raw ? '' : '_id'}" = ${alias}."id"`;
  return `exists (select 1 from "${target.table}" ${ROW} where ${link}${ofType(target)} and (${visible}) is not true)`;
}

const denied = (predicate: string | undefined): string | undefined =>
  predicate === undefined ? undefined : predicate === 'false' ? 'true' : `(${predicate}) is not true`;

/** Whether whoever sees the row sees all of its part: by the part's policy, whoever sees the row does, or both compare the same. */
function follows(noun: NounMeta, part: Reference, rule: RowRule, kind: CallerKind): boolean {
  if (rule.rule === 'all') return true;
  if (rule.rule === 'any') return rule.of.some((each) => follows(noun, part, each, kind));
  if (part.kind === 'one') return rule.rule === 'referrer' && rule.noun === noun.target && rule.field === part.name;
  if (rule.rule === 'via') return rule.field === part.by;
  const above = rowRule(noun.target, kind);
  if (rule.rule !== 'match' || above.rule !== 'match' || rule.value !== above.value) return false;
  const own = above.path.join() === 'id' ? [] : above.path;
  return rule.path.join() === [part.by, ...own].join();
}

/** The rule over this row that a rule over the rows of the connection comes down to, where it looks at nothing else. */
function ownRule(noun: NounMeta, part: ManyField, rule: RowRule, kind: CallerKind): RowRule | undefined {
  if (rule.rule === 'through' && rule.field === part.by) return rule.of;
  if (rule.rule === 'confided' && rule.field === part.by && follows(noun, part, rule.of, kind))
    return { ...rule, field: 'id', of: everyRow };
  if (rule.rule !== 'match' || rule.path[0] !== part.by || rule.path.length === 1) return undefined;
  return { ...rule, path: rule.path.slice(1) };
}

function ofType(target: NounMeta): string {
  if (!target.parent) return '';
  const kinds = concreteNouns(target).map(({ discriminator }) => `'${discriminator}'`);
  return ` and ${ROW}."kind" in (${kinds.join(',')})`;
}
