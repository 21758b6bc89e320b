import type { Transaction } from '../../kernel/database/transaction.js';
import { refuseMisuse } from '../../kernel/access/index.js';
import type { InputPath } from '../../kernel/errors/index.js';
import type { Region } from '../region/index.js';
import { requireLevel, requireMaintainer } from './maintenance.js';
import type { MaintenanceLevel } from './maintenance-level.js';
import type { TariffPlan } from './tariff-plan.js';
import type { TariffRule } from './tariff-rule.js';

interface Owner {
  level: MaintenanceLevel;
  owner: string | null;
  line: string | null;
}

/** Whose the first offering is that a plan prices, by itself or inside other plans; later ones of others take nothing away. */
const OWNER = `
  with recursive "up"("plan") as (
    (select ?::uuid union select "plan_id" from "tariff_plan_member" where "rule_id" = ?)
    union select "m"."plan_id" from "tariff_plan_member" "m" join "up" on "m"."nested_plan_id" = "up"."plan"
  )
  select "o"."level", "o"."owner_id" "owner", "o"."product_line_id" "line" from "up"
  join "offering_tariff" "t" on "t"."tariff_plan_id" = "up"."plan" join "offering" "o" on "o"."id" = "t"."offering_id"
  order by "t"."created_at", "t"."id" limit 1`;

/**
 * Refuses with NOT_MAINTAINER, saying who owns it, whoever would change a price that another level or region maintains (PRD-09, PRD-46): a
 * plan and a rule belong to the level and region at which they were written, whoever else sells by them; a standard price to the owner of
 * its product. One of before belongs to the owner of the first offering that it prices; as long as it prices none, to nobody.
 */
export async function requirePriceMaintainer(
  tx: Transaction,
  { plan, rule }: { plan?: TariffPlan; rule?: TariffRule },
  path: InputPath,
): Promise<void> {
  if (rule?.product) {
    await tx.em.populate(rule, ['product.owner', 'product.productLine']);
    return requireMaintainer(tx, rule.product, path);
  }
  const [priced] = await tx.em.execute<Owner[]>(OWNER, [plan?.id ?? null, rule?.id ?? null]);
  // The caller's permission may be limited to the lines of some products.
  if (priced) refuseMisuse(tx.caller, { productLineId: priced.line }, path);
  const own: Pick<TariffPlan, 'level' | 'owner'> | undefined = plan ?? rule;
  if (own?.level) return requireLevel(tx, { level: own.level, owner: own.owner ?? null }, path);
  if (!priced) return;
  await requireLevel(tx, { level: priced.level, owner: priced.owner ? ({ id: priced.owner } as Region) : null }, path);
}
