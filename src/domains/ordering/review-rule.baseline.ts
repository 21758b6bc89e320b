import type { CallContext } from '../../kernel/database/context.js';
import { OrderKind } from './order.enums.js';
import { ReviewRule } from './review-rule.js';

const baseline = [
  { code: 'LARGE_BATCH', name: 'A batch of a hundred pieces or more.', minPieces: 100 },
  {
    code: 'PRE_PROVISIONED',
    name: 'The service was opened before the order was written.',
    kind: OrderKind.PRE_PROVISIONED,
  },
];

/** Writes review rules of the baseline that are not there yet; what an operator changed stays. */
export async function ensureReviewRules(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    for (const rule of baseline) {
      if (await tx.em.findOne(ReviewRule, { code: rule.code })) continue;
      const none = { kind: null, source: null, action: null, minPieces: null, minOneTimeTotal: null };
      tx.add(Object.assign(new ReviewRule(), { ...none, ...rule, inUse: true }));
    }
  });
}
