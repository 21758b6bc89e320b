import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, codedError, Payload } from '../../kernel/errors/index.js';
import { DateTime, rowOf, uuidOf } from '../../kernel/model/index.js';
import { ChangeGroup, countChanges } from './change-statistics.js';
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

@ObjectType({ description: 'Number of changes of customer data with the same values (CUS-85).' })
export class CustomerChangeCount {
  @Field(() => [String], {
    nullable: 'items',
    description: 'The values, in the order of `by`; null where there is none.',
  })
  values!: (string | null)[];

  @Field(() => Int, { description: 'Number of changed fields, or of records whose event names no field.' })
  changes!: number;

  @Field(() => Int, { description: 'Number of customers concerned.' })
  customers!: number;
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

  @Query(() => [CustomerChangeCount], {
    description:
      'Counts changes of data of customers, accounts and ways of paying whose history you may read (CUS-85). For staff. Fails with BAD_USER_INPUT.',
  })
  customerChangeStatistics(
    @Ctx() context: CallContext,
    @Arg('from', () => DateTime, { description: 'First moment.' }) from: string,
    @Arg('to', () => DateTime, { description: 'First moment after; at most 366 days later.' }) to: string,
    @Arg('by', () => [ChangeGroup], { description: 'By what they are counted, 1 to 4.' }) by: ChangeGroup[],
    @Arg('customerId', () => ID, { nullable: true, description: 'Changes of this customer only.' })
    customerId: string | null,
    @Arg('subjects', () => [String], {
      nullable: true,
      description: 'Changes of objects of these types only, such as `Account`.',
    })
    subjects: string[] | null,
    @Arg('field', () => String, { nullable: true, description: 'Changes of this field only.' }) field: string | null,
    @Arg('actor', () => String, { nullable: true, description: 'Changes by this person or system only.' })
    actor: string | null,
    @Arg('first', () => Int, { defaultValue: 200, description: 'Most rows, largest first, 1 to 1000.' }) first: number,
  ): Promise<CustomerChangeCount[]> {
    requireKind(context.caller, 'STAFF');
    const [start, end] = [new Date(from), new Date(to)];
    if (end <= start || end.getTime() - start.getTime() > 366 * 86_400_000)
      throw codedError('BAD_USER_INPUT', '"to" must lie after "from", at most 366 days.', { path: ['to'] });
    if (by.length < 1 || by.length > 4 || new Set(by).size < by.length)
      throw codedError('BAD_USER_INPUT', '"by" takes 1 to 4 different values.', { path: ['by'] });
    if (first < 1 || first > 1000)
      throw codedError('BAD_USER_INPUT', '"first" must be between 1 and 1000.', { path: ['first'] });
    return countChanges(context.database, context.caller, {
      from: start,
      to: end,
      by,
      customerId: customerId ? uuidOf(customerId, 'cu', ['customerId']) : null,
      subjects: subjects ?? [],
      field,
      actor,
      first,
    });
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
