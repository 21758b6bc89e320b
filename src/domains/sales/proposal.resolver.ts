import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { answerProposal, sendProposal } from './proposal-answer.service.js';
import { concludeProposal } from './proposal-conclude.service.js';
import {
  ProposalAnswerInput,
  ProposalChangeInput,
  ProposalConcludeInput,
  ProposalCreateInput,
  ProposalReviseInput,
  ProposalSendInput,
  ProposalSubmitInput,
} from './proposal.inputs.js';
import { Proposal } from './proposal.js';
import { changeProposal, createProposal, reviseProposal, submitProposal } from './proposal.service.js';

@ObjectType({ description: 'Answer of mutations of a proposal.' })
export class ProposalPayload extends Payload {
  @Field(() => Proposal, { nullable: true, description: 'The proposal; null when nothing was written.' })
  proposal?: Proposal;
}

@Resolver()
export class ProposalResolver {
  @Mutation(() => ProposalPayload, {
    description:
      'Writes a proposal for an opportunity, priced by the tariffs of now (SAL-63, SAL-64, TMF648). Refused with NOT_FOUND, CLOSED, TOO_EARLY, IN_THE_PAST, BAD_VALUE, REQUIRED, CONTRADICTORY, NOT_OF_CUSTOMER, OUT_OF_SCOPE, LIMIT_EXCEEDED, and what the queries `cartPrice` and `offeringQualification` say against a line, such as DISCOUNT_OUT_OF_RANGE.',
  })
  proposalCreate(
    @Arg('input', () => ProposalCreateInput, { description: 'The proposal.' }) input: ProposalCreateInput,
    @Ctx() context: CallContext,
  ): Promise<ProposalPayload> {
    return answer(ProposalPayload, async () => ({ proposal: await createProposal(context, input) }));
  }

  @Mutation(() => ProposalPayload, {
    description:
      'Changes a draft and prices it anew. Refused with NOT_FOUND, READ_ONLY, VERSION_CONFLICT, and what `proposalCreate` refuses (SAL-75).',
  })
  proposalChange(
    @Arg('input', () => ProposalChangeInput, { description: 'What changes.' }) input: ProposalChangeInput,
    @Ctx() context: CallContext,
  ): Promise<ProposalPayload> {
    return answer(ProposalPayload, async () => ({ proposal: await changeProposal(context, input) }));
  }

  @Mutation(() => ProposalPayload, {
    description:
      'Has a draft approved: a process of the kind PROPOSAL decides, which sees the amount and the highest discount (SAL-68). Refused with NOT_FOUND, INVALID_TRANSITION, GUARD_REFUSED, PRICE_CHANGED or APPROVAL_PENDING.',
  })
  proposalSubmit(
    @Arg('input', () => ProposalSubmitInput, { description: 'Which.' }) input: ProposalSubmitInput,
    @Ctx() context: CallContext,
  ): Promise<ProposalPayload> {
    return answer(ProposalPayload, async () => ({ proposal: await submitProposal(context, input) }));
  }

  @Mutation(() => ProposalPayload, {
    description:
      'Sends an approved proposal to the customer, who sees it from then on (SAL-69, SAL-70). Refused with NOT_FOUND, INVALID_TRANSITION, or GUARD_REFUSED after its validity, or while a department that was asked has not replied or disagrees (OPS-52).',
  })
  proposalSend(
    @Arg('input', () => ProposalSendInput, { description: 'Which, and how.' }) input: ProposalSendInput,
    @Ctx() context: CallContext,
  ): Promise<ProposalPayload> {
    return answer(ProposalPayload, async () => ({ proposal: await sendProposal(context, input) }));
  }

  @Mutation(() => ProposalPayload, {
    description:
      'Takes what the customer says; customers answer their own. Refused with NOT_FOUND, INVALID_TRANSITION, REQUIRED, or GUARD_REFUSED after its validity.',
  })
  proposalAnswer(
    @Arg('input', () => ProposalAnswerInput, { description: 'The answer.' }) input: ProposalAnswerInput,
    @Ctx() context: CallContext,
  ): Promise<ProposalPayload> {
    return answer(ProposalPayload, async () => ({ proposal: await answerProposal(context, input) }));
  }

  @Mutation(() => ProposalPayload, {
    description:
      'Writes a later version of a proposal, a draft at the prices of now (SAL-71). Refused with NOT_FOUND, REPLACED, INVALID_STATE, CLOSED when the opportunity has ended, IN_THE_PAST, TOO_EARLY, and what speaks against a line.',
  })
  proposalRevise(
    @Arg('input', () => ProposalReviseInput, { description: 'Of which.' }) input: ProposalReviseInput,
    @Ctx() context: CallContext,
  ): Promise<ProposalPayload> {
    return answer(ProposalPayload, async () => ({ proposal: await reviseProposal(context, input) }));
  }

  @Mutation(() => ProposalPayload, {
    description:
      'Makes a contract, an order or both of an accepted proposal, all or nothing (R71, R87). The order costs what was accepted and wins the opportunity, the contract when it is signed. Refused with NOT_FOUND, INVALID_STATE, REQUIRED, DUPLICATE, and what `contractCreate` and `orderSubmit` refuse, with paths below `contract` and `order`.',
  })
  proposalConclude(
    @Arg('input', () => ProposalConcludeInput, { description: 'What is made of it.' }) input: ProposalConcludeInput,
    @Ctx() context: CallContext,
  ): Promise<ProposalPayload> {
    return answer(ProposalPayload, async () => ({ proposal: await concludeProposal(context, input) }));
  }
}
