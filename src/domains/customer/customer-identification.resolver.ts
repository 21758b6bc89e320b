import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { PartyIdentification } from '../party/index.js';
import {
  CustomerIdentificationAddInput,
  CustomerIdentificationCorrectInput,
  CustomerIdentificationEndInput,
  CustomerIdentificationRenewInput,
} from './customer-identification.inputs.js';
import {
  addCustomerIdentification,
  correctCustomerIdentification,
  endCustomerIdentification,
  renewCustomerIdentification,
} from './customer-identification.service.js';
import { CustomerPayload } from './customer.resolver.js';

@ObjectType({ description: 'Answer of a mutation of an identity document.' })
export class CustomerIdentificationPayload extends Payload {
  @Field(() => PartyIdentification, {
    nullable: true,
    description: 'The document; null when nothing was written, and while the adding of it waits for approval.',
  })
  identification?: PartyIdentification;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when it waits for approval (`approvals` of the kind `CUSTOMER_CHANGE`), so that nothing has changed yet; null otherwise.',
  })
  held?: boolean;
}

@Resolver()
export class CustomerIdentificationResolver {
  @Mutation(() => CustomerIdentificationPayload, {
    description:
      'Adds an identity document to the party of a customer (CUS-12). It is held as `customerChange` holds changes where the parameter `customer.approval.fields` names `identifications` (WFL-28).',
  })
  customerIdentificationAdd(
    @Arg('input', () => CustomerIdentificationAddInput) input: CustomerIdentificationAddInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerIdentificationPayload> {
    return answer(CustomerIdentificationPayload, () => addCustomerIdentification(context, input));
  }

  @Mutation(() => CustomerIdentificationPayload, {
    description:
      'Takes down that an identity document was renewed with the same number (CUS-12); asking again with the same changes nothing. Held as `customerIdentificationAdd` is (WFL-28).',
  })
  customerIdentificationRenew(
    @Arg('input', () => CustomerIdentificationRenewInput) input: CustomerIdentificationRenewInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerIdentificationPayload> {
    return answer(CustomerIdentificationPayload, () => renewCustomerIdentification(context, input));
  }

  @Mutation(() => CustomerIdentificationPayload, {
    description:
      'Corrects what was taken down of an identity document (CUS-12). Held as `customerIdentificationAdd` is (WFL-28).',
  })
  customerIdentificationCorrect(
    @Arg('input', () => CustomerIdentificationCorrectInput) input: CustomerIdentificationCorrectInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerIdentificationPayload> {
    return answer(CustomerIdentificationPayload, () => correctCustomerIdentification(context, input));
  }

  @Mutation(() => CustomerPayload, {
    description:
      'Ends an identity document; its number is free then (CUS-12). Refused with LAST_IDENTIFICATION for the last one of a customer of a market group that the parameter `customer.identification.required` names. Held as `customerIdentificationAdd` is (WFL-28). Answers the customer.',
  })
  customerIdentificationEnd(
    @Arg('input', () => CustomerIdentificationEndInput) input: CustomerIdentificationEndInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerPayload> {
    return answer(CustomerPayload, () => endCustomerIdentification(context, input));
  }
}
