import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { IdentityCheck, IdentityRule } from './identity-rule.js';
import type { IdentityRuleSaveInput } from './identity-rule.inputs.js';
import { deliveredIdentityRules, type IdentityRules } from './identity-rules.js';
import { patternProblem } from './safe-pattern.js';

/** The rules in use. @param today the day that it is where the operator is, `YYYY-MM-DD` */
export async function readIdentityRules(tx: Transaction, today: string): Promise<IdentityRules> {
  const rules = await tx.em.find(IdentityRule, { active: true });
  return { rules: new Map(rules.map((rule) => [rule.type, rule])), today };
}

/** Changes the rule of a kind of document; numbers saved from now on are held to it (CUS-11). */
export function saveIdentityRule(context: CallContext, input: IdentityRuleSaveInput): Promise<IdentityRule> {
  const problem = patternProblem(input.pattern);
  if (problem !== undefined)
    refuse('INVALID_PATTERN', `The pattern is not taken: ${problem}.`, ['input', 'pattern'], { problem });
  return context.database.write(context, async (tx) => {
    const known = await tx.em.findOne(IdentityRule, { code: input.type }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const rule = known ?? tx.add(Object.assign(new IdentityRule(), { code: input.type, type: input.type }));
    const changes = applyChanges(rule, {
      pattern: input.pattern,
      check: input.check ?? IdentityCheck.NONE,
      explanation: input.explanation,
      active: input.active ?? true,
    });
    if (changes.length > 0)
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'identity-rule.saved',
        subject: rule,
        data: { type: rule.type, changes },
      });
    return rule;
  });
}

/** Writes the rules as delivered; those that exist stay as the operator changed them. */
export async function ensureIdentityRules(context: CallContext): Promise<void> {
  const rows = [...deliveredIdentityRules].map(([type, rule]) => ({ code: type, type, ...rule, active: true }));
  await context.database.write(context, async (tx) => void (await ensureRows(tx, IdentityRule, rows)));
}
