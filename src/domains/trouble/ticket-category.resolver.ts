import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { TicketCategorySaveInput } from './ticket-category.inputs.js';
import { saveTicketCategory } from './ticket-category.service.js';
import { TicketCategory } from './ticket-category.js';

@ObjectType({ description: 'Answer of operations on a category of tickets.' })
export class TicketCategoryPayload extends Payload {
  @Field(() => TicketCategory, { nullable: true, description: 'The category; null when nothing was written.' })
  category?: TicketCategory;
}

@Resolver()
export class TicketCategoryResolver {
  @Mutation(() => TicketCategoryPayload, {
    description:
      'Makes a category of tickets or changes one; for administrators (TRB-03, TRB-04). Refused with UNKNOWN_CODE, CONTRADICTION for another kind, CYCLE, and IN_USE for a general category that is to be taken out of use.',
  })
  ticketCategorySave(
    @Arg('input', () => TicketCategorySaveInput) input: TicketCategorySaveInput,
    @Ctx() context: CallContext,
  ): Promise<TicketCategoryPayload> {
    return answer(TicketCategoryPayload, async () => ({ category: await saveTicketCategory(context, input) }));
  }
}
