import { actingUnder, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { askApproval, onVerdict } from '../../kernel/process/index.js';
import { partnerLifecycle } from './partner.lifecycle.js';
import { Partner } from './partner.js';

/** Kind of approval of the beginning of a relation to a partner (MOD-14). */
const PARTNER_ACTIVATION = 'PARTNER_ACTIVATION';

/** Asks for the approval of a relation to a locked prospect, who stays one until somebody else has given it. */
export async function askActivation(tx: Transaction, partner: Partner, reason: string): Promise<void> {
  await partnerLifecycle.admit(tx, partner, 'activate');
  await askApproval(tx, {
    ...{ kind: PARTNER_ACTIVATION, subject: partner, title: `${partner.code} ${partner.name}`, reason },
    ...{ regionId: partner.region.id, path: ['input', 'partnerId'] },
    variables: { partnerType: partner.partnerType ?? null },
  });
}

onVerdict<Partner>(PARTNER_ACTIVATION, {
  subject: Partner,
  admit: async (tx, { region }, path) => {
    requirePermission(tx.caller, 'partnerMove');
    refuseMisuse(actingUnder(tx.caller, 'partnerMove'), { regionId: region.id }, path);
  },
  decided: async (tx, { subject: partner, result, remark, approvalNo }) => {
    // Refused or taken back, it stays a prospect; asking anew is another approval.
    if (result !== 'APPROVED') return;
    await partnerLifecycle.move(tx, partner, 'activate', { reason: remark, data: { approvalNo } });
    partner.version++;
  },
});
