import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { AbnormalCustomer } from './abnormal-customer.js';
import { saveCriterion } from './criterion.service.js';
import { askForDetection } from './detect.job.js';
import { DiscountDecision } from './discount-decision.js';
import { decideDiscounts } from './discount-decision.service.js';
import { EvaluationCriterion } from './evaluation-criterion.js';
import * as inputs from './finding.inputs.js';
import * as service from './finding.service.js';
import { PotentialBigCustomer } from './potential-big-customer.js';
import { TrackingNote } from './tracking-note.js';
import { CustomerValue } from './value-class.js';
import { askForValues, setValue } from './value.service.js';

@ObjectType({ description: 'Answer of saving a criterion.' })
export class EvaluationCriterionPayload extends Payload {
  @Field(() => EvaluationCriterion, {
    nullable: true,
    description: 'The criterion as it stands; null when nothing was written.',
  })
  criterion?: EvaluationCriterion;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when it waits for approval (`approvals` of the kind `DISCOUNT_CRITERION`), so that nothing has changed yet.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of asking for criteria to be applied.' })
export class CustomersDetectPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'Number of criteria in use.' })
  criteria?: number;
}

@ObjectType({
  description: 'Answer of mutations about a customer who was found; both are null when nothing was written.',
})
export class CustomerFindingPayload extends Payload {
  @Field(() => AbnormalCustomer, { nullable: true, description: 'The abnormal customer, when it is one.' })
  abnormal?: AbnormalCustomer | null;

  @Field(() => PotentialBigCustomer, { nullable: true, description: 'The potential big customer, when it is one.' })
  potential?: PotentialBigCustomer | null;
}

@ObjectType({ description: 'Answer of making a big customer.' })
export class PotentialBigCustomerConvertPayload extends Payload {
  @Field(() => PotentialBigCustomer, { nullable: true, description: 'Who was found; null when nothing was written.' })
  potential?: PotentialBigCustomer;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True when the change of the customer waits for approval: ask again after that.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of writing down what was seen.' })
export class TrackingNotePayload extends Payload {
  @Field(() => TrackingNote, { nullable: true, description: 'The note; null when nothing was written.' })
  note?: TrackingNote;
}

@ObjectType({ description: 'Answer of classifying a customer by value.' })
export class CustomerValuePayload extends Payload {
  @Field(() => CustomerValue, { nullable: true, description: 'The class; null when nothing was written.' })
  value?: CustomerValue;
}

@ObjectType({ description: 'Answer of asking for customers to be classified.' })
export class CustomerValuesApplyPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True when it will be done.' })
  asked?: boolean;
}

@ObjectType({ description: 'Answer of deciding on discounts of a customer.' })
export class DiscountDecidePayload extends Payload {
  @Field(() => [DiscountDecision], { nullable: true, description: 'What is for the customer now; null when refused.' })
  decisions?: DiscountDecision[];
}

const sides = (found: AbnormalCustomer | PotentialBigCustomer) => ({
  abnormal: found instanceof AbnormalCustomer ? found : null,
  potential: found instanceof PotentialBigCustomer ? found : null,
});

@Resolver()
export class FindingResolver {
  @Mutation(() => EvaluationCriterionPayload, {
    description:
      'Makes or changes a criterion; for administrators (CUS-65..67, CUS-76). One by which a policy of discounts in force finds its customers is made or changed when somebody else approves that (WFL-28). Refused with APPROVAL_PENDING while another one for the policy waits, and with NOT_FOUND, REQUIRED, CONTRADICTION, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE.',
  })
  evaluationCriterionSave(
    @Arg('input', () => inputs.EvaluationCriterionSaveInput) input: inputs.EvaluationCriterionSaveInput,
    @Ctx() context: CallContext,
  ): Promise<EvaluationCriterionPayload> {
    return answer(EvaluationCriterionPayload, async () => {
      const { item, held } = await saveCriterion(context, input);
      return item ? { criterion: item, held } : { held };
    });
  }

  @Mutation(() => CustomersDetectPayload, {
    description: 'Applies the criteria to all customers now, besides what happens each night (CUS-66, CUS-67, CUS-76).',
  })
  customersDetect(@Ctx() context: CallContext): Promise<CustomersDetectPayload> {
    return answer(CustomersDetectPayload, async () => ({ criteria: await askForDetection(context) }));
  }

  @Mutation(() => CustomerFindingPayload, {
    description:
      'Takes a customer down as abnormal by hand, also each row of an imported file (CUS-66). Refused with NOT_FOUND, DUPLICATE.',
  })
  abnormalCustomerAdd(
    @Arg('input', () => inputs.AbnormalCustomerAddInput) input: inputs.AbnormalCustomerAddInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerFindingPayload> {
    return answer(CustomerFindingPayload, async () => sides(await service.addAbnormal(context, input)));
  }

  @Mutation(() => CustomerFindingPayload, {
    description: 'Says that a customer is abnormal indeed (CUS-66). Refused with NOT_FOUND, INVALID_TRANSITION.',
  })
  abnormalCustomerConfirm(
    @Arg('input', () => inputs.FindingEndInput) input: inputs.FindingEndInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerFindingPayload> {
    return answer(CustomerFindingPayload, async () => sides(await service.confirmAbnormal(context, input)));
  }

  @Mutation(() => CustomerFindingPayload, {
    description:
      'Takes a customer down as one who may become a big one, also each row of an imported file (CUS-76). Refused with NOT_FOUND, DUPLICATE, INVALID_STATE.',
  })
  potentialBigCustomerAdd(
    @Arg('input', () => inputs.PotentialBigCustomerAddInput) input: inputs.PotentialBigCustomerAddInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerFindingPayload> {
    return answer(CustomerFindingPayload, async () => sides(await service.addPotential(context, input)));
  }

  @Mutation(() => PotentialBigCustomerConvertPayload, {
    description:
      'Makes a big customer of one who was found, as a change of the customer does (CUS-76). Refused with NOT_FOUND, INVALID_STATE, and with what refuses the change.',
  })
  potentialBigCustomerConvert(
    @Arg('input', () => inputs.PotentialBigCustomerConvertInput) input: inputs.PotentialBigCustomerConvertInput,
    @Ctx() context: CallContext,
  ): Promise<PotentialBigCustomerConvertPayload> {
    return answer(PotentialBigCustomerConvertPayload, async () => await service.convertPotential(context, input));
  }

  @Mutation(() => CustomerFindingPayload, {
    description:
      'Begins to follow what a customer consumes (CUS-66, CUS-76). Refused with NOT_FOUND, IN_PAST, INVALID_TRANSITION.',
  })
  findingTrack(
    @Arg('input', () => inputs.FindingTrackInput) input: inputs.FindingTrackInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerFindingPayload> {
    return answer(CustomerFindingPayload, async () => sides(await service.trackFinding(context, input)));
  }

  @Mutation(() => TrackingNotePayload, {
    description:
      'Writes down what was seen or done while a customer is followed, with what was spent since (CUS-66, CUS-76). Refused with NOT_FOUND, INVALID_STATE.',
  })
  findingNote(
    @Arg('input', () => inputs.FindingNoteInput) input: inputs.FindingNoteInput,
    @Ctx() context: CallContext,
  ): Promise<TrackingNotePayload> {
    return answer(TrackingNotePayload, async () => ({ note: await service.noteFinding(context, input) }));
  }

  @Mutation(() => CustomerFindingPayload, {
    description:
      'Says that a customer is normal after all, or none who becomes a big one, or takes one off by hand (CUS-66, CUS-76). Refused with NOT_FOUND, INVALID_TRANSITION.',
  })
  findingClear(
    @Arg('input', () => inputs.FindingEndInput) input: inputs.FindingEndInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerFindingPayload> {
    return answer(CustomerFindingPayload, async () => sides(await service.clearFinding(context, input)));
  }

  @Mutation(() => CustomerValuePayload, {
    description:
      'Classifies a customer by hand, such as one with a strong influence (CUS-72). Refused with NOT_FOUND, IN_PAST.',
  })
  customerValueSet(
    @Arg('input', () => inputs.CustomerValueSetInput) input: inputs.CustomerValueSetInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerValuePayload> {
    return answer(CustomerValuePayload, async () => ({ value: await setValue(context, input) }));
  }

  @Mutation(() => CustomerValuesApplyPayload, {
    description: 'Classifies all customers by what they spend and cost now, besides once a month (CUS-72).',
  })
  customerValuesApply(@Ctx() context: CallContext): Promise<CustomerValuesApplyPayload> {
    return answer(CustomerValuesApplyPayload, async () => ({ asked: await askForValues(context) }));
  }

  @Mutation(() => DiscountDecidePayload, {
    description:
      'Decides which policies of discounts are for a customer, by installed lines, credit and charges (CUS-65). Refused with NOT_FOUND.',
  })
  customerDiscountDecide(
    @Arg('input', () => inputs.DiscountDecideInput) input: inputs.DiscountDecideInput,
    @Ctx() context: CallContext,
  ): Promise<DiscountDecidePayload> {
    return answer(DiscountDecidePayload, async () => ({ decisions: await decideDiscounts(context, input) }));
  }
}
