import type { Transaction } from '../../kernel/database/transaction.js';
import type { RuleVariable, RuleVariables } from '../../kernel/rules/index.js';
import { type AttributeDataType, type AttributeKind, attributeKinds } from '../catalogue/index.js';

interface Row {
  code: string;
  dataType: AttributeDataType;
  own: boolean;
}

const DISTINCT = `
  select distinct "code", "data_type" "dataType", "product_id" is not distinct from ?::uuid "own" from "product_attribute" order by 1, 2`;

/**
 * Kinds of attributes by name, as far as the templates of all products agree about them (PRD-12).
 * @param productId key of the product that is spoken of, whose own template goes before others
 */
export async function knownAttributes(
  tx: Transaction,
  productId?: string | null,
): Promise<ReadonlyMap<string, AttributeKind>> {
  const rows = await tx.em.execute<Row[]>(DISTINCT, [productId ?? null]);
  return new Map([...attributeKinds(rows), ...attributeKinds(rows.filter(({ own }) => own))]);
}

/** Variables of rules that know the types of attributes; of other attributes a rule may still read anything (PRD-71). */
export function withAttributes(variables: RuleVariables, kinds: ReadonlyMap<string, AttributeKind>): RuleVariables {
  const line = variables['line']!;
  const attributes = line.fields!['attributes']!;
  const fields = Object.fromEntries(
    [...kinds].map(([name, type]): [string, RuleVariable] => [name, { type, description: 'As the template says.' }]),
  );
  return {
    ...variables,
    line: { ...line, fields: { ...line.fields, attributes: { ...attributes, fields, open: true } } },
  };
}
