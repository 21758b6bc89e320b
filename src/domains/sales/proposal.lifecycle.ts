import type { Transaction } from '../../kernel/database/transaction.js';
import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Proposal, ProposalStatus as S } from './proposal.js';

type Objection = (proposal: Proposal, tx: Transaction) => Promise<string | undefined>;
const objections: Objection[] = [];

/** Lets another domain say why a proposal may not be approved or sent, such as what departments think of it (OPS-52). */
export function objectToProposal(objection: Objection): void {
  objections.push(objection);
}

export type ProposalAction = 'submit' | 'approve' | 'return' | 'send' | 'accept' | 'reject' | 'expire' | 'replace';

/** States that end with the validity of a proposal. */
export const LIVING: readonly S[] = [S.DRAFT, S.IN_APPROVAL, S.APPROVED, S.SENT];

/** States and steps of a proposal (SAL-65). */
export const proposalLifecycle = defineLifecycle<Proposal, S, ProposalAction>({
  name: 'proposal',
  data: {
    approvalNo: text('Number of the approval that decided.'),
    by: text('How it was sent.'),
    later: text('Number of the version in its place.'),
  },
  states: Object.values(S),
  initial: S.DRAFT,
  final: [S.ACCEPTED, S.REJECTED, S.EXPIRED, S.REPLACED],
  read: ({ status }) => status,
  write: (proposal, status) => void (proposal.status = status),
  // Its history belongs to the customer from when it is sent.
  scope: ({ recipient, region }) => ({ ...(recipient ? { customerId: recipient.id } : {}), regionId: region.id }),
  transitions: [
    { action: 'submit', from: [S.DRAFT], to: S.IN_APPROVAL, who: ['STAFF'], guard: 'valid' },
    { action: 'approve', from: [S.IN_APPROVAL], to: S.APPROVED, who: ['STAFF'], guard: 'unopposed' },
    { action: 'return', from: [S.IN_APPROVAL], to: S.DRAFT, who: ['STAFF'] },
    { action: 'send', from: [S.APPROVED], to: S.SENT, who: ['STAFF'], guard: 'sendable' },
    { action: 'accept', from: [S.SENT], to: S.ACCEPTED, who: ['STAFF', 'CUSTOMER'], guard: 'valid' },
    { action: 'reject', from: [S.SENT], to: S.REJECTED, who: ['STAFF', 'CUSTOMER'] },
    { action: 'expire', from: LIVING, to: S.EXPIRED, who: [] },
    { action: 'replace', from: [S.APPROVED, S.SENT], to: S.REPLACED, who: ['STAFF'] },
  ],
  guards: {
    valid,
    unopposed,
    sendable: async (proposal, tx) => valid(proposal, tx) ?? (await unopposed(proposal, tx)),
  },
});

function valid({ validTo }: Proposal, { at }: Transaction): string | undefined {
  return validTo <= at ? 'Its validity has passed.' : undefined;
}

/** All departments that were asked must have agreed (OPS-52). */
async function unopposed(proposal: Proposal, tx: Transaction): Promise<string | undefined> {
  for (const objection of objections) {
    const reason = await objection(proposal, tx);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
