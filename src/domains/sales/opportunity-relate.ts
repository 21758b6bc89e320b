import type { Transaction } from '../../kernel/database/transaction.js';
import { OpportunityRelation } from './opportunity-relation.js';
import type { OpportunityRelationKind } from './opportunity.enums.js';
import type { Opportunity } from './opportunity.js';

/** Keeps that opportunities arose from others, and says so in the histories of all of them (SAL-04). */
export function relate(
  tx: Transaction,
  kind: OpportunityRelationKind,
  earlier: readonly Opportunity[],
  later: readonly Opportunity[],
  reason: string | null,
): void {
  for (const from of earlier)
    for (const to of later)
      tx.add(
        Object.assign(new OpportunityRelation(), {
          ...{ kind, earlier: from, later: to, relatedAt: tx.at, relatedBy: tx.caller.subject, reason },
        }),
      );
  const data = {
    ...{ kind, from: earlier.map(({ opportunityNo }) => opportunityNo) },
    to: later.map(({ opportunityNo }) => opportunityNo),
  };
  for (const subject of [...earlier, ...later])
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'opportunity.related',
      subject,
      regionId: subject.region.id,
      reason,
      data,
    });
}
