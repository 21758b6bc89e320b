import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { refuseBadRule, holdsForKnown } from '../../kernel/rules/index.js';
import { Customer, isKeyField, ServiceLevel } from '../customer/index.js';
import { customerVariables } from './customer-facts.js';
import { LevelRule } from './level-rule.js';
import { factsDigest, isRefused, refusalDays } from './level-refusal.js';
import { giveLevel, proposeLevel } from './give-level.js';
import type { LevelRuleSaveInput } from './level.inputs.js';
import { lockCustomers } from './place-customers.js';
import { readingOf } from './rule-reading.js';
import { factsOf, scanCustomers } from './scan-customers.js';

const APPLY = 'segmentation.levels';

/** Makes a rule, or changes the one with the same code; customers follow when the rules are applied next (CUS-86, CUS-87). */
export function saveLevelRule(context: CallContext, input: LevelRuleSaveInput): Promise<LevelRule> {
  refuseBadRule(input.condition, customerVariables, ['input', 'condition']);
  return context.database.write(context, async (tx) => {
    const { code } = input;
    const known = await tx.em.findOne(LevelRule, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const rule = known ?? tx.add(Object.assign(new LevelRule(), { code }));
    const changes = applyChanges(rule, {
      name: input.name,
      serviceLevel: input.serviceLevel,
      condition: input.condition,
      benefits: input.benefits ?? [],
      position: input.position,
      active: input.active ?? true,
    });
    tx.record({ kind: 'RECORD_CHANGE', type: 'level-rule.saved', subject: rule, data: { code, changes } });
    return rule;
  });
}

/** Asks for the rules to be applied to all customers. @returns how many rules are in use */
export function askForLevels(context: CallContext): Promise<number> {
  return context.database.write(context, async (tx) => {
    tx.enqueue({ name: APPLY, key: APPLY, queue: APPLY, payload: {} });
    return tx.em.count(LevelRule, { active: true });
  });
}

export const levelSchedule: Schedule = {
  name: APPLY,
  cron: '10 19 1 * *',
  job: APPLY,
  description: 'Moves customers up and down to the service levels that rules give them.',
};

/**
 * Moves customers up and down by the rules in use, a batch at a time; does nothing while there is no rule (CUS-87). Levels that are given
 * with the approval of somebody else only are proposed (WFL-93), but not again for the reasons for which somebody has refused them.
 */
export const applyLevels = defineJob(APPLY, async (_payload, context, { signal }) => {
  const at = new Date();
  const rules = await context.database.write(context, (tx) =>
    tx.em.find(LevelRule, { active: true }, { orderBy: { position: 'asc', code: 'asc' } }),
  );
  if (rules.length === 0) return;
  const reading = readingOf(rules.map(({ condition }) => condition));
  for await (const batch of scanCustomers(context.database, at, signal)) {
    const wanted = new Map<string, Wanted>();
    for (const { id, variables } of batch) {
      const rule = rules.find(({ condition }) => holdsForKnown(condition, variables));
      const level = rule?.serviceLevel ?? ServiceLevel.STANDARD;
      if (variables.customer['serviceLevel'] !== level)
        wanted.set(id, { level, rule: rule?.name ?? null, facts: factsDigest(variables, reading) });
    }
    if (wanted.size > 0) await moveAll(context, wanted, at);
  }
});

/** The level that rules give to a customer. */
interface Wanted {
  level: ServiceLevel;
  /** Name of the rule; null where none holds. */
  rule: string | null;
  /** Digest of what the rules read of the customer. */
  facts: string;
}

async function moveAll(context: CallContext, wanted: ReadonlyMap<string, Wanted>, at: Date): Promise<void> {
  await context.database.write(context, async (tx) => {
    const needsApproval = await isKeyField(tx, 'serviceLevel');
    const days = await refusalDays.read(tx);
    for (const customer of await lockCustomers(tx, [...wanted.keys()])) {
      if (customer.levelHeldUntil && customer.levelHeldUntil > at) continue;
      const { level, rule, facts } = wanted.get(customer.id)!;
      const given = { level, heldUntil: null, auto: true, reason: rule };
      if (needsApproval(customer)) {
        if (!isRefused(customer, { level, facts }, at, days)) await proposeLevel(tx, customer, given, facts);
      } else giveLevel(tx, customer, given, null);
    }
  });
}

/** The level that the rules give to a customer as the data are now, and the rule that gives it; nothing is changed (CUS-82). */
export async function suggestLevel(
  context: CallContext,
  customerId: string,
): Promise<{ level: ServiceLevel; present: ServiceLevel; rule: LevelRule | null }> {
  const { database } = context;
  const customer = await database.write(context, (tx) => tx.find(Customer, customerId, { lock: false }));
  if (!customer) throw codedError('NOT_FOUND', 'There is no Customer with this id.', { path: ['customerId'] });
  const rules = await database.orm.em
    .fork()
    .find(LevelRule, { active: true }, { orderBy: { position: 'asc', code: 'asc' } });
  const [facts] = await factsOf(database, [customer.id], new Date());
  const rule = rules.find(({ condition }) => holdsForKnown(condition, facts!.variables)) ?? null;
  return { level: rule?.serviceLevel ?? ServiceLevel.STANDARD, present: customer.serviceLevel, rule };
}
