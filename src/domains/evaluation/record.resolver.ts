import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ArrearsRecord } from './arrears-record.js';
import { ChurnRecord } from './churn-record.js';
import { ConsumptionRecord } from './consumption-record.js';
import {
  ArrearsDunInput,
  ArrearsRecordSaveInput,
  ChurnRecordSaveInput,
  ConsumptionRecordSaveInput,
  CustomerRecordDeleteInput,
} from './record.inputs.js';
import { deleteRecord, dunArrears, saveArrears, saveChurn, saveConsumption } from './record.service.js';

@ObjectType({ description: 'Answer of mutations about what a customer has consumed.' })
export class ConsumptionRecordPayload extends Payload {
  @Field(() => ConsumptionRecord, { nullable: true, description: 'The record; null when nothing was written.' })
  record?: ConsumptionRecord;
}

@ObjectType({ description: 'Answer of mutations about what a customer owes.' })
export class ArrearsRecordPayload extends Payload {
  @Field(() => ArrearsRecord, { nullable: true, description: 'The record; null when nothing was written.' })
  record?: ArrearsRecord;
}

@ObjectType({ description: 'Answer of mutations about why a customer went away.' })
export class ChurnRecordPayload extends Payload {
  @Field(() => ChurnRecord, { nullable: true, description: 'The record; null when nothing was written.' })
  record?: ChurnRecord;
}

@ObjectType({ description: 'Answer of deleting a record of a customer.' })
export class CustomerRecordDeletePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of what was deleted; null when nothing was.' })
  deletedId?: string;
}

@Resolver()
export class RecordResolver {
  @Mutation(() => ConsumptionRecordPayload, {
    description:
      'Takes down what a customer has consumed, or changes it, also each row of an imported file (CUS-63). Refused with NOT_FOUND, CONTRADICTION, DELETED, IN_FUTURE, BAD_VALUE.',
  })
  consumptionRecordSave(
    @Arg('input', () => ConsumptionRecordSaveInput) input: ConsumptionRecordSaveInput,
    @Ctx() context: CallContext,
  ): Promise<ConsumptionRecordPayload> {
    return answer(ConsumptionRecordPayload, async () => ({ record: await saveConsumption(context, input) }));
  }

  @Mutation(() => ArrearsRecordPayload, {
    description:
      'Takes down what a customer owes, or changes it, also each row of an imported file (CUS-64). Refused with NOT_FOUND, CONTRADICTION, DELETED, REQUIRED, TOO_EARLY, TOO_SMALL, BAD_VALUE.',
  })
  arrearsRecordSave(
    @Arg('input', () => ArrearsRecordSaveInput) input: ArrearsRecordSaveInput,
    @Ctx() context: CallContext,
  ): Promise<ArrearsRecordPayload> {
    return answer(ArrearsRecordPayload, async () => ({ record: await saveArrears(context, input) }));
  }

  @Mutation(() => ArrearsRecordPayload, {
    description:
      'Notes that a customer was reminded of what they owe, and counts it (CUS-64). Refused with NOT_FOUND, SETTLED, DELETED.',
  })
  arrearsDun(
    @Arg('input', () => ArrearsDunInput) input: ArrearsDunInput,
    @Ctx() context: CallContext,
  ): Promise<ArrearsRecordPayload> {
    return answer(ArrearsRecordPayload, async () => ({ record: await dunArrears(context, input) }));
  }

  @Mutation(() => ChurnRecordPayload, {
    description:
      'Takes down that and why a customer went away, or changes it, also each row of an imported file (CUS-68). Refused with NOT_FOUND, CONTRADICTION, DELETED.',
  })
  churnRecordSave(
    @Arg('input', () => ChurnRecordSaveInput) input: ChurnRecordSaveInput,
    @Ctx() context: CallContext,
  ): Promise<ChurnRecordPayload> {
    return answer(ChurnRecordPayload, async () => ({ record: await saveChurn(context, input) }));
  }

  @Mutation(() => CustomerRecordDeletePayload, {
    description:
      'Deletes a consumption, arrears or churn record; its history stays (CUS-63, CUS-64, CUS-68). Refused with NOT_FOUND, DELETED.',
  })
  customerRecordDelete(
    @Arg('input', () => CustomerRecordDeleteInput) input: CustomerRecordDeleteInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerRecordDeletePayload> {
    return answer(CustomerRecordDeletePayload, async () => ({ deletedId: await deleteRecord(context, input) }));
  }
}
