import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { CollaborationOrderPayload } from '../operations/index.js';
import {
  ContractReviewRequestInput,
  ProposalReviewRequestInput,
  SlaCandidateConsultInput,
} from './consultation.input.js';
import { consultOnIndicator, requestContractReview, requestProposalReview } from './consultation.service.js';

@Resolver()
export class ConsultationResolver {
  @Mutation(() => CollaborationOrderPayload, {
    description:
      'Sends parts of a contract to departments for approval, by a collaboration order about it; the contract is not signed while one of them has not replied or disagrees (OPS-52, SAL-86). Refused with NOT_FOUND, INVALID_STATE, REQUIRED, OUT_OF_SCOPE, DUPLICATE or IN_THE_PAST.',
  })
  contractReviewRequest(
    @Arg('input', () => ContractReviewRequestInput, { description: 'The contract and who looks at what.' })
    input: ContractReviewRequestInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationOrderPayload> {
    return answer(CollaborationOrderPayload, async () => ({ order: await requestContractReview(context, input) }));
  }

  @Mutation(() => CollaborationOrderPayload, {
    description:
      'Sends parts of a proposal to departments, by a collaboration order about it; the proposal is neither approved nor sent while one of them has not replied or disagrees (OPS-52, SAL-67). What one of them said last holds until it is asked once more, such as after the draft was changed. Refused with NOT_FOUND, INVALID_STATE, REQUIRED, OUT_OF_SCOPE, DUPLICATE or IN_THE_PAST.',
  })
  proposalReviewRequest(
    @Arg('input', () => ProposalReviewRequestInput, { description: 'The proposal and who looks at what.' })
    input: ProposalReviewRequestInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationOrderPayload> {
    return answer(CollaborationOrderPayload, async () => ({ order: await requestProposalReview(context, input) }));
  }

  @Mutation(() => CollaborationOrderPayload, {
    description:
      'Sends the details of a proposed SLA indicator to departments, by a collaboration order about it; it is not accepted as a standard one while one of them has not replied or disagrees (OPS-53). Refused with NOT_FOUND, INVALID_STATE, REQUIRED, OUT_OF_SCOPE, DUPLICATE or IN_THE_PAST.',
  })
  slaCandidateConsult(
    @Arg('input', () => SlaCandidateConsultInput, { description: 'The indicator and who is asked.' })
    input: SlaCandidateConsultInput,
    @Ctx() context: CallContext,
  ): Promise<CollaborationOrderPayload> {
    return answer(CollaborationOrderPayload, async () => ({ order: await consultOnIndicator(context, input) }));
  }
}
