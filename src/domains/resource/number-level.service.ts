import { requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError, type InputPath, refuse } from '../../kernel/errors/index.js';
import { uuidOf } from '../../kernel/model/index.js';
import { holdsForKnown, type RuleVariables, ruleNumber } from '../../kernel/rules/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { MaintenanceLevel, requireMaintainer } from '../catalogue/index.js';
import { checkCondition, nobody, priceVariables, readCustomerFacts } from '../pricing/index.js';
import { NumberLevelRule } from './number-level-rule.js';
import type { NumberLevelRuleSaveInput, NumberStartLevelInput } from './number.input.js';
import { isNumber } from './pieces.js';
import { ResourceType } from './resource-type.js';

/** Level at which customers begin who meet no rule. */
const ORDINARY = 5;
const BEST = 1;

/** What the condition of a rule may read. */
export const levelVariables: RuleVariables = {
  customer: priceVariables['customer']!,
  deposit: { type: 'number', description: 'Amount that is deposited; 0 for none.' },
};

/** Writes a rule about levels, or changes one; such rules hold in all regions, so the headquarters keep them (RES-38). */
export async function saveLevelRule(context: CallContext, input: NumberLevelRuleSaveInput): Promise<NumberLevelRule> {
  return context.database.write(context, async (tx) => {
    await requireMaintainer(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, ['input']);
    const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId']);
    if (!isNumber(type)) refuse('CONTRADICTORY', 'Only numbers have levels.', ['input', 'typeId']);
    checkCondition(input.condition, levelVariables, ['input', 'condition']);
    const present = input.ruleId ? await tx.get(NumberLevelRule, input.ruleId, ['input', 'ruleId']) : null;
    if (present && present.type.id !== type.id) refuse('CONTRADICTORY', 'The type never changes.', ['input', 'typeId']);
    const same = await tx.em.findOne(NumberLevelRule, { type: type.id, name: input.name });
    if (same && same.id !== present?.id) refuse('DUPLICATE', 'Another rule has this name.', ['input', 'name']);
    const rule = tx.add(present ?? Object.assign(new NumberLevelRule(), { type }));
    const { name, condition, startLevel } = input;
    const changes = applyChanges(rule, { name, condition, startLevel });
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'numberLevelRule.changed', subject: rule, data: { changes } });
    return rule;
  });
}

/** Who wants a number, as far as levels depend on it. */
export interface Applicant {
  /** Primary key of the customer; null for nobody in particular. */
  customerId: string | null;
  /** Amount that is deposited; null for none. */
  deposit: string | null;
  at: Date;
}

/** The best level from which someone may choose numbers of a type; 1 when the type has no rules (RES-38). */
export async function startLevel(context: CallContext, typeId: string, applicant: Applicant): Promise<number> {
  const { rows } = await context.database.pool.query<{ condition: string; start_level: number }>(
    'select "condition", "start_level" from "number_level_rule" where "type_id" = $1 order by "start_level"',
    [typeId],
  );
  if (rows.length === 0) return BEST;
  const { customerId, at } = applicant;
  const customer = customerId
    ? (await readCustomerFacts(context, customerId, at, ['input', 'customerId'])).values
    : nobody;
  const values = { customer, deposit: ruleNumber(applicant.deposit ?? '0') };
  return rows.find(({ condition }) => holdsForKnown(condition, values))?.start_level ?? ORDINARY;
}

/** Refuses with LEVEL_TOO_GOOD a number whose level somebody may not choose. */
export function requireLevel(item: { level?: number | null }, from: number, path: InputPath): void {
  if (item.level != null && item.level < from)
    refuse('LEVEL_TOO_GOOD', `Numbers may be chosen from level ${from}.`, path, { level: item.level, from });
}

/**
 * Whether a number of the stock is of a better level than a customer may choose, with what the customer deposited when it was reserved; what
 * somebody has already is not looked at (RES-38).
 * @param customerId primary key
 * @returns its level and the best one that the customer may choose; null when nothing speaks against it
 */
export async function levelTooGood(
  context: CallContext,
  number: string,
  customerId: string,
): Promise<{ level: number; from: number } | null> {
  const { rows } = await context.database.pool.query<{ level: number; type_id: string; deposit: string | null }>(
    `select "i"."level", "i"."type_id", "r"."deposit"::text from "resource_item" "i"
     left join "reservation" "r" on "r"."item_id" = "i"."id" and "r"."status" = 'ACTIVE' and coalesce("r"."customer_id", $2) = $2
     where "i"."resource_no" = $1 and "i"."status" in ('IN_STOCK', 'RESERVED') and "i"."level" is not null
     and exists (select 1 from "number_level_rule" "n" where "n"."type_id" = "i"."type_id")`,
    [number, customerId],
  );
  for (const { level, type_id: typeId, deposit } of rows) {
    const from = await startLevel(context, typeId, { customerId, deposit, at: context.database.clock() });
    if (level < from) return { level, from };
  }
  return null;
}

/** Answers the best level for someone, at the counter, before a number is chosen (RES-38). */
export async function askStartLevel(context: CallContext, input: NumberStartLevelInput): Promise<number> {
  requirePermission(context.caller, 'resourceReserve');
  const typeId = uuidOf(input.typeId, 'ra', ['input', 'typeId']);
  const customerId = input.customerId ? uuidOf(input.customerId, 'cu', ['input', 'customerId']) : null;
  const { rows } = await context.database.pool.query('select 1 from "resource_type" where "id" = $1', [typeId]);
  if (rows.length === 0)
    throw codedError('NOT_FOUND', 'There is no ResourceType with this id.', { path: ['input', 'typeId'] });
  return startLevel(context, typeId, { customerId, deposit: input.deposit?.amount ?? null, at: new Date() });
}
