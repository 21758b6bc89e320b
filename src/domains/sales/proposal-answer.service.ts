import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { withdrawApproval } from '../../kernel/process/index.js';
import { Document } from '../document/index.js';
import { eachAlone } from './each-alone.js';
import { PROPOSAL } from './proposal-approval.js';
import type { ProposalAnswerInput, ProposalSendInput } from './proposal.inputs.js';
import { LIVING, proposalLifecycle } from './proposal.lifecycle.js';
import { Proposal, ProposalStatus } from './proposal.js';
import { PROPOSAL_PATH } from './proposal.service.js';

const EXPIRE = 'proposal.expire';
const PER_RUN = 500;

/** Sends an approved proposal: from now on the customer sees it (SAL-69, SAL-70). */
export function sendProposal(context: CallContext, input: ProposalSendInput): Promise<Proposal> {
  return context.database.write(context, async (tx) => {
    const proposal = await tx.get(Proposal, input.proposalId, PROPOSAL_PATH);
    const document = input.documentId
      ? await tx.get(Document, input.documentId, ['input', 'documentId'], { lock: false })
      : null;
    await proposalLifecycle.admit(tx, proposal, 'send');
    Object.assign(proposal, { recipient: proposal.customer, document, sentAt: tx.at, sentBy: input.by });
    await proposalLifecycle.move(tx, proposal, 'send', { data: { by: input.by } });
    proposal.version++;
    return proposal;
  });
}

/** Takes what the customer says. */
export function answerProposal(context: CallContext, input: ProposalAnswerInput): Promise<Proposal> {
  return context.database.write(context, async (tx) => {
    const { accepted, reason = null } = input;
    const proposal = await tx.get(Proposal, input.proposalId, PROPOSAL_PATH);
    if (!accepted && !reason) refuse('REQUIRED', 'Why is it rejected?', ['input', 'reason']);
    await proposalLifecycle.move(tx, proposal, accepted ? 'accept' : 'reject', { reason });
    return Object.assign(proposal, { answer: reason, answeredAt: tx.at, version: proposal.version + 1 });
  });
}

const DUE = `select "id" from "proposal" where "status" = any($1) and "valid_to" <= $2 order by "valid_to" limit $3`;

/** Ends proposals whose validity has passed, with what waits to be decided about them; run again it finds none (SAL-74). */
export const expireProposals = defineJob(EXPIRE, async (_payload, context, { signal }) => {
  const { database } = context;
  const { rows } = await database.pool.query<{ id: string }>(DUE, [[...LIVING], database.clock(), PER_RUN]);
  await eachAlone(rows, signal, ({ id }) =>
    database.write(context, async (tx) => {
      const proposal = await tx.find(Proposal, id);
      if (!proposal || !LIVING.includes(proposal.status) || proposal.validTo > tx.at) return;
      const asked = proposal.status === ProposalStatus.IN_APPROVAL;
      await proposalLifecycle.move(tx, proposal, 'expire');
      proposal.version++;
      if (asked) await withdrawApproval(tx, PROPOSAL, proposal, 'Its validity has passed.');
    }),
  );
});

export const expireSchedule: Schedule = {
  name: EXPIRE,
  cron: '*/10 * * * *',
  job: EXPIRE,
  description: 'Ends proposals whose validity has passed.',
};
