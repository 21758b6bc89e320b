import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ContactEvent } from './contact-event.js';
import { ContactCompleteInput, ContactRecordInput } from './contact.inputs.js';
import { completeContact, recordContact } from './contact.service.js';

@ObjectType({ description: 'Answer of operations on a contact.' })
export class ContactPayload extends Payload {
  @Field(() => ContactEvent, { nullable: true, description: 'The contact; null when nothing was written.' })
  contact?: ContactEvent;
}

@Resolver()
export class ContactEventResolver {
  @Mutation(() => ContactPayload, {
    description: 'Records a contact that took place or has begun (CON-01, CON-03, CON-46).',
  })
  contactRecord(
    @Arg('input', () => ContactRecordInput) input: ContactRecordInput,
    @Ctx() context: CallContext,
  ): Promise<ContactPayload> {
    return answer(ContactPayload, async () => ({ contact: await recordContact(context, input) }));
  }

  @Mutation(() => ContactPayload, { description: 'Ends a contact that goes on (CON-46).' })
  contactComplete(
    @Arg('input', () => ContactCompleteInput) input: ContactCompleteInput,
    @Ctx() context: CallContext,
  ): Promise<ContactPayload> {
    return answer(ContactPayload, async () => ({ contact: await completeContact(context, input) }));
  }
}
