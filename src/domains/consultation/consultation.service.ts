import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { approveContracts, Contract, ContractStatus, objectToSigning } from '../agreement/index.js';
import { objectToIndicator, SlaCandidate, SlaCandidateStatus } from '../catalogue/index.js';
import type { CollaborationOrder } from '../operations/index.js';
import { objectToProposal, Proposal, ProposalItem, ProposalStatus } from '../sales/index.js';
import { consult, opinionObjection, othersAgree } from './consult.js';
import type {
  ContractReviewRequestInput,
  ProposalReviewRequestInput,
  SlaCandidateConsultInput,
} from './consultation.input.js';

const CONTRACT = 'Contract';
const CANDIDATE = 'SlaCandidate';
const PROPOSAL = 'Proposal';
/** What is told of a proposal leaves room for the part that a unit is asked about. */
const DETAIL = 900;
const UNSENT: readonly ProposalStatus[] = [ProposalStatus.DRAFT, ProposalStatus.IN_APPROVAL, ProposalStatus.APPROVED];

/** Sends parts of a contract to departments for approval; it is not signed before all of them agree (OPS-52, SAL-86). */
export function requestContractReview(
  context: CallContext,
  input: ContractReviewRequestInput,
): Promise<CollaborationOrder> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'contractId'];
    const contract = await tx.get(Contract, input.contractId, path);
    const { contractNo, name, kind, termMonths, status } = contract;
    if (status !== ContractStatus.NEW)
      refuse('INVALID_STATE', 'Only a contract that is being drawn up is reviewed.', path, { state: status });
    const term = termMonths ? `, ${termMonths} months` : '';
    const question = {
      event: `Review of contract ${contractNo}`,
      detail: `${contractNo}: ${name} (${kind}${term})`,
      about: { type: CONTRACT, subject: contract },
      ...{ units: input.units, requesterId: input.requesterId ?? null, dueAt: input.dueAt ?? null },
    };
    return consult(tx, question, ['input']);
  });
}

/** Sends parts of a proposal to departments; it is neither approved nor sent before all of them agree (OPS-52, SAL-67). */
export function requestProposalReview(
  context: CallContext,
  input: ProposalReviewRequestInput,
): Promise<CollaborationOrder> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'proposalId'];
    const proposal = await tx.get(Proposal, input.proposalId, path);
    const { proposalNo, name, revision, solution, oneTime, recurring, currency, status } = proposal;
    if (!UNSENT.includes(status))
      refuse('INVALID_STATE', 'Only a proposal that is not sent is reviewed.', path, { state: status });
    const items = await tx.em.find(
      ProposalItem,
      { proposal: proposal.id },
      { populate: ['offering'], orderBy: { itemNo: 'asc' } },
    );
    const lines = items.map(
      ({ itemNo, service, quantity, offering }) => `${itemNo}. ${service} ${quantity} × ${offering.name}`,
    );
    const price = `${oneTime.amount} once, ${recurring.amount} a period, ${currency}`;
    const content = [
      `${proposalNo}: ${name} (version ${revision}; ${price})`,
      ...lines,
      ...(solution ? [solution] : []),
    ];
    const question = {
      event: `Review of proposal ${proposalNo}`,
      // A unit is told its part besides; both together fit the order.
      detail: content.join('\n').slice(0, DETAIL),
      about: { type: PROPOSAL, subject: proposal },
      ...{ units: input.units, requesterId: input.requesterId ?? null, dueAt: input.dueAt ?? null },
    };
    return consult(tx, question, ['input']);
  });
}

/** Sends a proposed indicator to departments, which decide whether it becomes a standard one (OPS-53). */
export function consultOnIndicator(context: CallContext, input: SlaCandidateConsultInput): Promise<CollaborationOrder> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'candidateId'];
    const candidate = await tx.get(SlaCandidate, input.candidateId, path);
    const { code, name, unit, indicatorClass, direction, valueKind, source, status } = candidate;
    if (status !== SlaCandidateStatus.PROPOSED)
      refuse('INVALID_STATE', 'It has been decided.', path, { state: status });
    const question = {
      event: `Standard SLA indicator ${code}?`,
      detail: `${code}: ${name}, in ${unit}; ${indicatorClass}, ${direction}, ${valueKind}; from ${source}`,
      about: { type: CANDIDATE, subject: candidate },
      ...{ units: input.units, requesterId: input.requesterId ?? null, dueAt: input.dueAt ?? null },
    };
    return consult(tx, question, ['input']);
  });
}

objectToSigning((contract, tx) => opinionObjection(tx, CONTRACT, contract));
objectToProposal((proposal, tx) => opinionObjection(tx, PROPOSAL, proposal));
approveContracts((contract, tx) => othersAgree(tx, CONTRACT, contract));
objectToIndicator((candidate, tx) => opinionObjection(tx, CANDIDATE, candidate));
