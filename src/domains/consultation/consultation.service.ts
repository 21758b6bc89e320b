import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { Contract, ContractStatus, objectToSigning } from '../agreement/index.js';
import { objectToIndicator, SlaCandidate, SlaCandidateStatus } from '../catalogue/index.js';
import type { CollaborationOrder } from '../operations/index.js';
import { consult, opinionObjection } from './consult.js';
import type { ContractReviewRequestInput, SlaCandidateConsultInput } from './consultation.input.js';

const CONTRACT = 'Contract';
const CANDIDATE = 'SlaCandidate';

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
objectToIndicator((candidate, tx) => opinionObjection(tx, CANDIDATE, candidate));
