import type { CallContext } from '../../kernel/database/context.js';
import { admittedTexts } from '../../kernel/rules/index.js';

/**
 * By the keys of kinds of rules of which all that they ask is that a rule names one of some values: those that admit the sale; null where they
 * are not known, so that neither a rule nor its contrary holds.
 */
export type AdmittedValues = Readonly<Record<string, readonly string[] | null>>;

const CONDITIONS = `select "id", "condition" from "sales_rule_kind"`;

/** Which values of rules admit a sale, as far as the conditions of their kinds tell that by themselves. @param values what is known of the sale */
export async function readAdmittedValues(
  { database }: Pick<CallContext, 'database'>,
  values: Readonly<Record<string, unknown>>,
): Promise<AdmittedValues> {
  const { rows } = await database.pool.query<{ id: string; condition: string }>({
    name: 'qualification_conditions',
    text: CONDITIONS,
  });
  return Object.fromEntries(
    rows.flatMap(({ id, condition }) => {
      const admitted = admittedTexts(condition, 'values', values);
      return admitted ? [[id, admitted.texts] as const] : [];
    }),
  );
}

/**
 * SQL that holds for an offering "f" whose rules at the top leave it open, as far as admitted values tell; nothing is said by other rules.
 * One look at the rules of each offering in turn: reading those of all first would take much longer than a page.
 * @param admitted parameter of {@link AdmittedValues} as JSON
 */
export const leftOpen = (admitted: string): string => `(
  select bool_or(jsonb_typeof("a"."texts") = 'null' and cardinality("s"."values") > 0 or ("a"."texts" ?| "s"."values") = "s"."negate")
  from "sales_rule" "s" cross join lateral (select ${admitted}::jsonb->"s"."kind_id"::text "texts") "a"
  where "s"."offering_id" = "f"."id" and "s"."parent_id" is null) is not true`;
