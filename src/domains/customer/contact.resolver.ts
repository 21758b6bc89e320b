import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ContactMedium } from '../party/index.js';
import { addMedium, changeMedium, removeMedium } from './contact-medium.service.js';
import { addContactPersonTo, changeContactPerson, removeContactPerson } from './contact-person.service.js';
import { ContactPerson } from './contact-person.js';
import {
  ContactMediumAddInput,
  ContactMediumChangeInput,
  ContactMediumRemoveInput,
  ContactPersonAddInput,
  ContactPersonChangeInput,
  ContactPersonRemoveInput,
} from './contact.inputs.js';
import { CustomerPayload } from './customer.resolver.js';

@ObjectType({ description: 'Answer of a mutation of a contact person.' })
export class ContactPersonPayload extends Payload {
  @Field(() => ContactPerson, { nullable: true, description: 'The contact person; null when nothing was written.' })
  contactPerson?: ContactPerson;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "After a change: true when the person's own data wait for approval (`approvals` of the kind `CUSTOMER_CHANGE`), because the person is a customer too, so that nothing of them has changed yet; null otherwise.",
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of a mutation of a telephone number or address.' })
export class ContactMediumPayload extends Payload {
  @Field(() => ContactMedium, { nullable: true, description: 'The contact medium; null when nothing was written.' })
  contactMedium?: ContactMedium;
}

@Resolver()
export class ContactResolver {
  @Mutation(() => ContactPersonPayload, {
    description: 'Adds a contact person to a customer; the first one is the preferred one (CUS-19, CUS-21).',
  })
  contactPersonAdd(
    @Arg('input', () => ContactPersonAddInput) input: ContactPersonAddInput,
    @Ctx() context: CallContext,
  ): Promise<ContactPersonPayload> {
    return answer(ContactPersonPayload, async () => ({ contactPerson: await addContactPersonTo(context, input) }));
  }

  @Mutation(() => ContactPersonPayload, {
    description:
      'Changes a contact person of a customer. Own data of a person who is also a customer are held as `customerChange` holds them (WFL-28); refused with APPROVAL_PENDING while another change of that customer waits.',
  })
  contactPersonChange(
    @Arg('input', () => ContactPersonChangeInput) input: ContactPersonChangeInput,
    @Ctx() context: CallContext,
  ): Promise<ContactPersonPayload> {
    return answer(ContactPersonPayload, () => changeContactPerson(context, input));
  }

  @Mutation(() => CustomerPayload, {
    description:
      'Removes a contact person from a customer; where it was preferred, the one that came first of those left is (CUS-21). Answers the customer.',
  })
  contactPersonRemove(
    @Arg('input', () => ContactPersonRemoveInput) input: ContactPersonRemoveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerPayload> {
    return answer(CustomerPayload, async () => ({ customer: await removeContactPerson(context, input) }));
  }

  @Mutation(() => ContactMediumPayload, {
    description:
      'Adds a telephone number or address to a customer or one of its contact persons. Refused with DUPLICATE where it stands there for the same purpose (CUS-19).',
  })
  contactMediumAdd(
    @Arg('input', () => ContactMediumAddInput) input: ContactMediumAddInput,
    @Ctx() context: CallContext,
  ): Promise<ContactMediumPayload> {
    return answer(ContactMediumPayload, async () => ({ contactMedium: await addMedium(context, input) }));
  }

  @Mutation(() => ContactMediumPayload, {
    description:
      'Changes a telephone number or address. Refused with DUPLICATE where the new one stands there for the same purpose (CUS-19).',
  })
  contactMediumChange(
    @Arg('input', () => ContactMediumChangeInput) input: ContactMediumChangeInput,
    @Ctx() context: CallContext,
  ): Promise<ContactMediumPayload> {
    return answer(ContactMediumPayload, async () => ({ contactMedium: await changeMedium(context, input) }));
  }

  @Mutation(() => CustomerPayload, { description: 'Removes a telephone number or address; answers the customer.' })
  contactMediumRemove(
    @Arg('input', () => ContactMediumRemoveInput) input: ContactMediumRemoveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerPayload> {
    return answer(CustomerPayload, async () => ({ customer: await removeMedium(context, input) }));
  }
}
