import { Decimal } from 'decimal.js';
import { actingUnder, definePermission, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type ApprovalRequest, onVerdict } from '../../kernel/process/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { ProposalItem } from './proposal-item.js';
import { proposalLifecycle } from './proposal.lifecycle.js';
import { Proposal, ProposalStatus } from './proposal.js';

/** Kind of approval of a proposal (SAL-68). */
export const PROPOSAL = 'PROPOSAL';

const APPROVE = 'sales.proposal.approve';
definePermission({
  name: APPROVE,
  area: 'sales',
  description:
    'Decide on proposals of others, up to the amount of the grant: their one-time and first-period prices together.',
});

const amountOf = ({ oneTime, recurring }: Proposal): string =>
  new Decimal(oneTime.amount).plus(recurring.amount).toFixed();

/** What approvers are asked; rules see the amount and the highest discount, so that the process can have more levels for more. */
export async function proposalApproval(
  tx: Transaction,
  proposal: Proposal,
  reason: string | null,
): Promise<ApprovalRequest> {
  const items = await tx.em.find(ProposalItem, { proposal: proposal.id });
  const percents = items.map(({ discountPercent }) => new Decimal(discountPercent ?? 0));
  const { proposalNo, name, oneTime, recurring, currency, region } = proposal;
  return {
    ...{ kind: PROPOSAL, subject: proposal, title: `${proposalNo} ${name}`, reason, regionId: region.id },
    changes: { oneTime: oneTime.amount, recurring: recurring.amount, currency, items: items.length },
    variables: {
      ...{ amount: ruleNumber(amountOf(proposal)), currency, items: items.length },
      discount: Decimal.max(0, ...percents).toNumber(),
    },
  };
}

onVerdict<Proposal>(PROPOSAL, {
  subject: Proposal,
  admit: async (tx, proposal, path) => {
    requirePermission(tx.caller, APPROVE);
    refuseMisuse(actingUnder(tx.caller, APPROVE), { regionId: proposal.region.id, amount: amountOf(proposal) }, path);
  },
  decided: async (tx, { subject: proposal, result, remark, approvalNo }) => {
    // Taken back because its validity has passed.
    if (proposal.status !== ProposalStatus.IN_APPROVAL) return;
    const action = result === 'APPROVED' ? 'approve' : 'return';
    await proposalLifecycle.move(tx, proposal, action, { reason: remark, data: { approvalNo } });
    proposal.version++;
  },
});
