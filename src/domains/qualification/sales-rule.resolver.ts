import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { OfferingPayload } from '../catalogue/index.js';
import { OfferingSalesRulesSaveInput, SalesRuleKindSaveInput } from './sales-rule.input.js';
import { saveSalesRuleKind } from './sales-rule-kind.service.js';
import { SalesRuleKind } from './sales-rule-kind.js';
import { saveSalesRules } from './sales-rule.service.js';

@ObjectType({ description: 'Answer of mutations about one kind of rules of sale.' })
export class SalesRuleKindPayload extends Payload {
  @Field(() => SalesRuleKind, {
    nullable: true,
    description: 'The kind after the operation; null when it was refused.',
  })
  salesRuleKind?: SalesRuleKind;
}

@Resolver()
export class SalesRuleResolver {
  @Mutation(() => SalesRuleKindPayload, {
    description:
      'Writes a kind of rules of sale or changes it; its rules follow at once. Refused with NOT_FOUND, NOT_MAINTAINER, REQUIRED, DUPLICATE, CONTRADICTORY, VERSION_CONFLICT, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-43).',
  })
  salesRuleKindSave(
    @Arg('input', () => SalesRuleKindSaveInput, { description: 'The kind.' }) input: SalesRuleKindSaveInput,
    @Ctx() context: CallContext,
  ): Promise<SalesRuleKindPayload> {
    return answer(SalesRuleKindPayload, async () => ({ salesRuleKind: await saveSalesRuleKind(context, input) }));
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Replaces the rules of sale of an offering, at once and as a new version of it: new orders are judged by it; an order under way has been judged by the version that its lines name, and is not judged again (PRD-53). A change of the offering that waits for approval must then be proposed anew. Refused with NOT_FOUND, NOT_ACTIVE, NOT_MAINTAINER, CONTRADICTORY, INVALID_STATE, TOO_FEW, TOO_MANY, TOO_DEEP, OUTSIDE_AREA, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-43 to PRD-49).',
  })
  offeringSalesRulesSave(
    @Arg('input', () => OfferingSalesRulesSaveInput, { description: 'The offering and its rules.' })
    input: OfferingSalesRulesSaveInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingPayload> {
    return answer(OfferingPayload, async () => ({ offering: await saveSalesRules(context, input) }));
  }
}
