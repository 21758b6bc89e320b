import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { CustomerMerge } from './customer-merge.js';
import { DuplicateCandidate } from './duplicate-candidate.js';
import { DuplicateRule } from './duplicate-rule.js';
import { findDuplicates } from './find-duplicates.js';
import {
  CustomerDuplicatesFindInput,
  CustomerMergeDecideInput,
  CustomerMergeRequestInput,
  CustomerMergeUndoInput,
  DuplicateDismissInput,
  DuplicateRuleSaveInput,
} from './merge.inputs.js';
import { decideMerge, dismissDuplicate, requestMerge, saveDuplicateRule, undoMerge } from './merge.service.js';

@ObjectType({ description: 'Answer of saving a rule for finding doubles.' })
export class DuplicateRulePayload extends Payload {
  @Field(() => DuplicateRule, { nullable: true, description: 'The rule; null when nothing was written.' })
  rule?: DuplicateRule;
}

@ObjectType({ description: 'Answer of looking for doubles of a customer.' })
export class CustomerDuplicatesPayload extends Payload {
  @Field(() => [DuplicateCandidate], {
    nullable: true,
    description: 'Undecided candidates whose both customers you see, the likeliest first, at most 50.',
  })
  candidates?: DuplicateCandidate[];
}

@ObjectType({ description: 'Answer of a decision about two customers who may be one.' })
export class DuplicateCandidatePayload extends Payload {
  @Field(() => DuplicateCandidate, { nullable: true, description: 'The candidate; null when nothing was written.' })
  candidate?: DuplicateCandidate;
}

@ObjectType({ description: 'Answer of a mutation of a merge of customers.' })
export class CustomerMergePayload extends Payload {
  @Field(() => CustomerMerge, { nullable: true, description: 'The merge; null when nothing was written.' })
  merge?: CustomerMerge;
}

@Resolver()
export class CustomerMergeResolver {
  @Mutation(() => DuplicateRulePayload, {
    description: 'Makes or changes a rule for finding doubles; for administrators (CUS-80).',
  })
  duplicateRuleSave(
    @Arg('input', () => DuplicateRuleSaveInput) input: DuplicateRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<DuplicateRulePayload> {
    return answer(DuplicateRulePayload, async () => ({ rule: await saveDuplicateRule(context, input) }));
  }

  @Mutation(() => CustomerDuplicatesPayload, {
    description: 'Looks for doubles of one customer at once; all customers are looked at each night (CUS-80).',
  })
  customerDuplicatesFind(
    @Arg('input', () => CustomerDuplicatesFindInput) input: CustomerDuplicatesFindInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerDuplicatesPayload> {
    return answer(CustomerDuplicatesPayload, async () => ({ candidates: await findDuplicates(context, input) }));
  }

  @Mutation(() => DuplicateCandidatePayload, {
    description: 'Says that two customers are two (CUS-80). Refused with INVALID_STATE when it was decided.',
  })
  duplicateCandidateDismiss(
    @Arg('input', () => DuplicateDismissInput) input: DuplicateDismissInput,
    @Ctx() context: CallContext,
  ): Promise<DuplicateCandidatePayload> {
    return answer(DuplicateCandidatePayload, async () => ({ candidate: await dismissDuplicate(context, input) }));
  }

  @Mutation(() => CustomerMergePayload, {
    description:
      'Asks for two customers to be made one; a second person decides (CUS-80). Refused with CONTRADICTION, DUPLICATE, and with HAS_OWNER, with the codes in `ownerOfSurvivor` and `ownerOfAbsorbed`, for two of different owners (CUS-45).',
  })
  customerMergeRequest(
    @Arg('input', () => CustomerMergeRequestInput) input: CustomerMergeRequestInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerMergePayload> {
    return answer(CustomerMergePayload, async () => ({ merge: await requestMerge(context, input) }));
  }

  @Mutation(() => CustomerMergePayload, {
    description:
      'Approves a merge, which makes the two one, or rejects it (CUS-80). Refused with SAME_PERSON, INVALID_STATE, CONTRADICTION, HAS_OWNER.',
  })
  customerMergeDecide(
    @Arg('input', () => CustomerMergeDecideInput) input: CustomerMergeDecideInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerMergePayload> {
    return answer(CustomerMergePayload, async () => ({ merge: await decideMerge(context, input) }));
  }

  @Mutation(() => CustomerMergePayload, {
    description:
      'Takes a merge back; what was changed since stays with the survivor, and `changes` tell of it; each stands in its life cycle where it would had it never been merged (CUS-80). Refused with INVALID_STATE, also while the survivor is cancelled with what both had.',
  })
  customerMergeUndo(
    @Arg('input', () => CustomerMergeUndoInput) input: CustomerMergeUndoInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerMergePayload> {
    return answer(CustomerMergePayload, async () => ({ merge: await undoMerge(context, input) }));
  }
}
