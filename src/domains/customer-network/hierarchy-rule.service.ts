import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { LockMode } from '@mikro-orm/postgresql';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { type Customer, CustomerRelationshipType } from '../customer/index.js';
import { HierarchyRule } from './hierarchy-rule.js';
import type { HierarchyRuleSaveInput } from './hierarchy-rule.inputs.js';
import { RelationshipSubType } from './relationship-sub-type.js';

/** Makes a rule of the hierarchy or replaces the one with the same code (CUS-93). */
export function saveHierarchyRule(context: CallContext, input: HierarchyRuleSaveInput): Promise<HierarchyRule> {
  return context.database.write(context, async (tx) => {
    const { code, name, belowType, aboveType, relationSubType = null, maxLevel = null } = input;
    const known = { code: relationSubType, type: CustomerRelationshipType.OWNERSHIP };
    if (relationSubType && (await tx.em.count(RelationshipSubType, known as never)) === 0)
      refuse('UNKNOWN_SUB_TYPE', `Ownership has no sub-type "${relationSubType}".`, ['input', 'relationSubType']);
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
    const rule =
      (await tx.em.findOne(HierarchyRule, { code }, lock)) ?? tx.add(Object.assign(new HierarchyRule(), { code }));
    const given = { name, belowType, aboveType, relationSubType, maxLevel, active: input.active ?? true };
    const changes = applyChanges<HierarchyRule>(rule, given);
    tx.record({ kind: 'RECORD_CHANGE', type: 'hierarchy-rule.saved', subject: rule, data: { code, changes } });
    return rule;
  });
}

/** Refuses an owner that the rules of the hierarchy do not allow. Steps of ownership are taken one after another. */
export async function refuseAgainstHierarchy(
  tx: Transaction,
  from: Customer,
  to: Customer,
  subType: string | null,
  path: InputPath = ['input', 'fromId'],
): Promise<void> {
  const rules = await tx.em.find(HierarchyRule, { belowType: to.customerType, active: true }, { orderBy: { code: 1 } });
  if (rules.length === 0) return;
  const level = (await levelOf(tx, from)) + 1;
  const deepest = level + (await heightOf(tx, to));
  const allows = (rule: HierarchyRule) =>
    rule.aboveType === from.customerType &&
    (!rule.relationSubType || rule.relationSubType === subType) &&
    (rule.maxLevel == null || deepest <= rule.maxLevel);
  if (rules.some(allows)) return;
  refuse('HIERARCHY_RULE', `Rules of the hierarchy do not allow this owner at level ${level}.`, path, {
    rules: rules.map(({ code }) => code),
    level,
    deepest,
  });
}

/** Level of a customer in its tree of ownership: 1 at the top. */
async function levelOf(tx: Transaction, { id }: Customer): Promise<number> {
  const [row] = await tx.em.execute<{ level: number }[]>(
    `with recursive "above" as (
       select ?::uuid as "id", 1 as "level"
       union all
       select "r"."from_id", "above"."level" + 1 from "above" join "customer_relationship" "r"
         on "r"."to_id" = "above"."id" and "r"."type" = 'OWNERSHIP' and "r"."validity_to" is null
     ) select max("level") as "level" from "above"`,
    [id],
  );
  return row!.level;
}

/** Levels of ownership below a customer: 0 when it owns none. */
async function heightOf(tx: Transaction, { id }: Customer): Promise<number> {
  const [row] = await tx.em.execute<{ height: number }[]>(
    `with recursive "below" as (
       select ?::uuid as "id", 0 as "height"
       union all
       select "r"."to_id", "below"."height" + 1 from "below" join "customer_relationship" "r"
         on "r"."from_id" = "below"."id" and "r"."type" = 'OWNERSHIP' and "r"."validity_to" is null
     ) select max("height") as "height" from "below"`,
    [id],
  );
  return row!.height;
}
