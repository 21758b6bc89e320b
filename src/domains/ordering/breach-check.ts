import type { Transaction } from '../../kernel/database/transaction.js';
import { BreachAction } from '../catalogue/index.js';
import { findBreaches } from '../qualification/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { total } from './pricing.js';

/**
 * What a line would breach of how long bundled products must be kept (PRD-38, PRD-39): what forbids it is refused; a penalty or
 * another plan must be accepted first, and the customer is told what it is about (PRD-40).
 */
export async function checkBreaches(tx: Transaction, item: CheckedItem, findings: Findings): Promise<void> {
  const breaches = await findBreaches(tx, item.instances, item.input.action, tx.at);
  const path = [...item.path, item.productInstance ? 'productInstanceId' : 'offeringInstanceId'];
  for (const { instance, action, prompt, monthsShort, penalty, replacementPlan } of breaches) {
    const details = {
      action,
      instanceNo: instance.instanceNo,
      monthsShort,
      ...(penalty ? { penalty: penalty.amount, currency: penalty.currency } : {}),
      ...(replacementPlan ? { replacementPlan: replacementPlan.code } : {}),
    };
    if (action === BreachAction.FORBID) findings.add('COMMITMENT_FORBIDS', prompt, path, details);
    else if (!item.input.acceptBreach) findings.add('COMMITMENT_BREACHED', prompt, path, details);
  }
  item.penalty = total(breaches.flatMap(({ penalty }) => penalty ?? []));
  item.replacementPlan = breaches.find(({ replacementPlan }) => replacementPlan)?.replacementPlan ?? null;
}
