import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { SlaMeasurementRecordInput } from './measurement.input.js';
import { recordMeasurement } from './measurement.service.js';
import { RunningIndicator } from './running-indicator.js';
import { SlaContractCreateInput } from './sla-contract.input.js';
import { createSlaContract } from './sla-contract.service.js';
import { SlaContract } from './sla-contract.js';
import { SlaProblem } from './sla-problem.js';

@ObjectType({ description: 'Answer of mutations about one SLA contract.' })
export class SlaContractPayload extends Payload {
  @Field(() => SlaContract, {
    nullable: true,
    description: 'The contract after the operation; null when it was refused.',
  })
  slaContract?: SlaContract;
}

@ObjectType({ description: 'Answer of a recorded measurement.' })
export class SlaMeasurementPayload extends Payload {
  @Field(() => RunningIndicator, {
    nullable: true,
    description: 'The value with the result of its comparison; null when it was refused.',
  })
  measurement?: RunningIndicator;

  @Field(() => SlaProblem, {
    nullable: true,
    description: 'The problem that it shows first; null when it shows none or the cycle has one already.',
  })
  problem?: SlaProblem | null;
}

@Resolver()
export class SlaResolver {
  @Mutation(() => SlaContractPayload, {
    description:
      'Writes a signed SLA contract with its terms. Refused with NOT_FOUND, DUPLICATE, REQUIRED, CONTRADICTORY, NOT_OF_CUSTOMER or IN_FUTURE (SLA-19, SLA-21, SLA-22).',
  })
  slaContractCreate(
    @Arg('input', () => SlaContractCreateInput, { description: 'The contract.' }) input: SlaContractCreateInput,
    @Ctx() context: CallContext,
  ): Promise<SlaContractPayload> {
    return answer(SlaContractPayload, async () => ({ slaContract: await createSlaContract(context, input) }));
  }

  @Mutation(() => SlaMeasurementPayload, {
    description:
      'Records a measured value and compares it with the promise; passing the alarm value reports an SLA problem, one per cycle. Refused with NOT_FOUND, IN_FUTURE or NOT_IN_FORCE (SLA-30, SLA-31, SLA-38).',
  })
  slaMeasurementRecord(
    @Arg('input', () => SlaMeasurementRecordInput, { description: 'The value.' }) input: SlaMeasurementRecordInput,
    @Ctx() context: CallContext,
  ): Promise<SlaMeasurementPayload> {
    return answer(SlaMeasurementPayload, () => recordMeasurement(context, input));
  }
}
