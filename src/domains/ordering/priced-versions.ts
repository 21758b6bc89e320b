import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import type { OrderQuote } from './quote-items.js';

/** Numbers of the versions that plans and rules have, which they keep until the end: whoever changes one waits for the order. */
const VERSIONS = `
  with "plan" as materialized (select "id", "code", "version_number" "version" from "tariff_plan" where "id" = any(?::uuid[]) order by "id" for share),
    "rule" as materialized (select "id", "code", "version_number" "version" from "tariff_rule" where "id" = any(?::uuid[]) order by "id" for share)
  select * from "plan" union all select * from "rule"`;

/**
 * Refuses with PRICE_CHANGED a line that was quoted by a plan or a rule which has another version by now: what an order costs, and what it opens is
 * charged by, is of the same versions (PRD-72, ORD-107). One statement for all lines.
 */
export async function refuseChangedPrices(tx: Transaction, { items, discounts }: OrderQuote): Promise<void> {
  const quoted = [
    ...[...items].map(([index, { charges }]) => ({ path: ['input', 'items', index], charges })),
    { path: ['input', 'items'], charges: discounts },
  ];
  const charges = quoted.flatMap((each) => each.charges);
  const plans = new Set(charges.flatMap(({ rule, tariffPlan }) => (!rule && tariffPlan ? [tariffPlan.id] : [])));
  const rules = new Set(charges.flatMap(({ rule }) => rule?.id ?? []));
  if (plans.size + rules.size === 0) return;
  const keys = [plans, rules].map((ids) => `{${[...ids].join(',')}}`);
  const found = await tx.em.execute<{ id: string; code: string; version: number }[]>(VERSIONS, keys);
  const present = new Map(found.map((row) => [row.id, row]));
  for (const { path, charges: own } of quoted)
    for (const { rule, tariffPlan, versionNumber } of own) {
      const now = present.get((rule ?? tariffPlan)?.id ?? '');
      if (!now || versionNumber == null || versionNumber === now.version) continue;
      refuse('PRICE_CHANGED', `What ${now.code} costs has just changed; look at the price again.`, path, {
        ...{ code: now.code, expected: versionNumber, actual: now.version },
      });
    }
}
