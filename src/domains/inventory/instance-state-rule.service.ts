import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { MaintenanceLevel, Product, requireMaintainer } from '../catalogue/index.js';
import type { InstanceStateRuleSaveInput } from './instance-state-rule.input.js';
import { InstanceStateRule } from './instance-state-rule.js';
import { ProductInstanceStatus } from './product-instance.js';

/** Key of the lock under which rules are written: there is one for each product, state, reason and service. */
const lockKey = 7_201_405;
const JUDGED: readonly ProductInstanceStatus[] = [ProductInstanceStatus.ACTIVE, ProductInstanceStatus.SUSPENDED];

/** Says whether a service may be ordered on instances in a state, or takes back what was said (PRD-29). */
export function saveStateRule(
  context: CallContext,
  input: InstanceStateRuleSaveInput,
): Promise<InstanceStateRule | null> {
  return context.database.write(context, async (tx) => {
    await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
    const { productId, status, suspendReason = null, service, remove = false } = input;
    const product = productId ? await tx.get(Product, productId, ['input', 'productId'], { lock: false }) : null;
    if (product) await requireMaintainer(tx, product, ['input', 'productId']);
    else await requireMaintainer(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, ['input']);
    if (!JUDGED.includes(status))
      refuse('CONTRADICTORY', 'In this state no service is possible at all.', ['input', 'status']);
    if (suspendReason && status !== ProductInstanceStatus.SUSPENDED)
      refuse('CONTRADICTORY', 'Only what is suspended has a reason.', ['input', 'suspendReason']);
    const key = { product: product?.id ?? null, status, suspendReason, service };
    const present = await tx.em.findOne(InstanceStateRule, key);
    const told = { product: product?.code ?? null, status, suspendReason, service };
    if (remove) {
      if (!present) return refuse('NOT_FOUND', 'There is no such rule.', ['input', 'service']);
      tx.em.remove(present);
      const changes = [{ field: 'allowed', old: present.allowed, new: null }];
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'instanceStateRule.changed',
        subject: present,
        data: { ...told, changes },
      });
      return null;
    }
    if (input.allowed == null) return refuse('REQUIRED', 'May it be ordered or not?', ['input', 'allowed']);
    const rule = present ?? tx.add(Object.assign(new InstanceStateRule(), { ...key, product }));
    const changes = applyChanges(rule, { allowed: input.allowed, message: input.message ?? null });
    if (changes.length > 0)
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'instanceStateRule.changed',
        subject: rule,
        data: { ...told, changes },
      });
    return rule;
  });
}
