import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { TicketRuleSaveInput } from './ticket-rule.inputs.js';
import { TicketRule } from './ticket-rule.js';
import { saveTicketRule } from './ticket-rule.service.js';

@ObjectType({ description: 'Answer of operations on a rule for tickets.' })
export class TicketRulePayload extends Payload {
  @Field(() => TicketRule, { nullable: true, description: 'The rule; null when nothing was written.' })
  rule?: TicketRule;
}

@Resolver()
export class TicketRuleResolver {
  @Mutation(() => TicketRulePayload, {
    description: 'Makes or replaces a rule for deadlines and priorities; for administrators (TRB-09, TRB-24).',
  })
  ticketRuleSave(
    @Arg('input', () => TicketRuleSaveInput) input: TicketRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<TicketRulePayload> {
    return answer(TicketRulePayload, async () => ({ rule: await saveTicketRule(context, input) }));
  }
}
