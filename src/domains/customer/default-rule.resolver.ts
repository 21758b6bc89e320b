import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { rowOf } from '../../kernel/model/index.js';
import { CustomerPayload } from './customer.resolver.js';
import { CustomerDefaultRuleSaveInput, CustomerDraftInput } from './default-rule.inputs.js';
import { CustomerDefaultRule, DefaultedField } from './default-rule.js';
import { previewDefaults, saveDefaultRule } from './default-rule.service.js';
import { CustomerPhaseSetInput, setPhase } from './phase.service.js';

@ObjectType({ description: 'Answer of saving a rule for what new customers get.' })
export class CustomerDefaultRulePayload extends Payload {
  @Field(() => CustomerDefaultRule, { nullable: true, description: 'The rule; null when nothing was written.' })
  rule?: CustomerDefaultRule;
}

@ObjectType({ description: 'A value that a rule gives to a customer who is being taken down (CUS-13).' })
export class CustomerDefault {
  @Field(() => DefaultedField, { description: 'What it is.' })
  field!: DefaultedField;

  @Field(() => String, { nullable: true, description: 'Name of the attribute, for CHARACTERISTIC.' })
  attribute!: string | null;

  @Field(() => String, { description: 'The value.' })
  value!: string;

  @Field(() => CustomerDefaultRule, { description: 'The rule that gives it.' })
  rule!: CustomerDefaultRule;
}

@ObjectType({ description: 'What a customer who is being taken down would get by the rules (CUS-13, CUS-81).' })
export class CustomerDefaults {
  @Field(() => [CustomerDefault], { description: 'The values, for fields that are not typed yet.' })
  defaults!: CustomerDefault[];
}

@Resolver()
export class CustomerDefaultsResolver {
  @Query(() => CustomerDefaults, {
    description:
      'What a customer would get by the rules, while it is being typed; nothing is written (CUS-13, CUS-23, CUS-24, CUS-81). For staff.',
  })
  async customerDefaults(
    @Ctx() context: CallContext,
    @Arg('input', () => CustomerDraftInput, { description: 'The customer, as far as typed.' })
    input: CustomerDraftInput,
  ): Promise<CustomerDefaults> {
    requireKind(context.caller, 'STAFF');
    const found = await previewDefaults(context, input);
    return { defaults: found.map((one) => ({ ...one, rule: rowOf(CustomerDefaultRule, one.rule.id) })) };
  }

  @Mutation(() => CustomerDefaultRulePayload, {
    description: 'Makes or changes a rule for what new customers get; for administrators (CUS-13, CUS-23, CUS-24).',
  })
  customerDefaultRuleSave(
    @Arg('input', () => CustomerDefaultRuleSaveInput) input: CustomerDefaultRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerDefaultRulePayload> {
    return answer(CustomerDefaultRulePayload, async () => ({ rule: await saveDefaultRule(context, input) }));
  }

  @Mutation(() => CustomerPayload, {
    description: 'Sets the phase of a customer in the network, and with it the strategy (CUS-60).',
  })
  customerPhaseSet(
    @Arg('input', () => CustomerPhaseSetInput) input: CustomerPhaseSetInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerPayload> {
    return answer(CustomerPayload, async () => ({ customer: await setPhase(context, input) }));
  }
}
