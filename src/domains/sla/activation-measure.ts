import { Field, Float, ObjectType } from 'type-graphql';
import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { DateTime, IdInput, Input, InstantInput, nounOf, uuidOf } from '../../kernel/model/index.js';
import { CustomerServiceType, Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Order, ServiceOrder } from '../ordering/index.js';
import { ProcessInstance, ProcessToken } from '../workflow/index.js';

/** Most rows of one answer. */
const MOST = 1000;

@Input('Which activations, and of which time.')
export class ActivationMeasureFilter {
  @InstantInput({ description: 'Only those that ended at this moment or later.', optional: true })
  from?: string | null;

  @InstantInput({ description: 'Only those that ended before this moment.', optional: true })
  to?: string | null;

  @IdInput(() => Customer, { description: 'Only those for this customer.', optional: true })
  customerId?: string | null;

  @IdInput(() => Product, { description: 'Only those of this product.', optional: true })
  productId?: string | null;
}

@ObjectType({ description: 'How long an activation stood at a step (WFL-69).' })
export class ActivationStep {
  @Field(() => String, { description: 'Code of the step.' })
  step!: string;

  @Field(() => DateTime, { description: 'When it came to the step.' })
  enteredAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it left the step.' })
  leftAt!: string | null;

  @Field(() => Float, { nullable: true, description: 'Minutes between the two.' })
  minutes!: number | null;

  @Field(() => Boolean, { description: 'True for a step that only waits, for a moment to come.' })
  isWait!: boolean;
}

@ObjectType({
  description:
    'How long the activation of a product for a customer took, for comparison with what a contract promises (WFL-69).',
})
export class ActivationMeasure {
  @Field(() => ProcessInstance, { nullable: true, description: 'The process that activated it.' })
  processInstance!: ProcessInstance | null;

  @Field(() => Customer, { nullable: true, description: 'For whom; null when the caller may not see them.' })
  customer!: Customer | null;

  @Field(() => Product, { nullable: true, description: 'What was activated.' })
  product!: Product | null;

  @Field(() => ProductInstance, {
    nullable: true,
    description: 'What the customer has got; null when the caller may not see it.',
  })
  productInstance!: ProductInstance | null;

  @Field(() => DateTime, { description: 'When the process began.' })
  startedAt!: string;

  @Field(() => DateTime, { description: 'When it ended.' })
  endedAt!: string;

  @Field(() => Float, { description: 'Minutes between the two, waits included.' })
  minutes!: number;

  @Field(() => Float, {
    description:
      'The same without waits: the time for which it was held, and that of steps that only wait; never below 0.',
  })
  minutesWithoutWaits!: number;

  @Field(() => [ActivationStep], { description: 'Its visits to steps, in their order.' })
  steps!: ActivationStep[];

  @Field(() => String, {
    nullable: true,
    description: 'Days that a contract in force promises for it, a decimal; null when none does.',
  })
  promisedDays!: string | null;
}

/** SQL: ended processes that installed something, with the piece of work of each; `"i"` is the instance and `"s"` the service order. */
export const ACTIVATIONS = `
  "${nounOf(ProcessInstance).table}" "i"
  cross join lateral (
    select "s".* from "${nounOf(ServiceOrder).table}" "s" where "i"."object_type" = 'Order' and "s"."order_id" = "i"."object_key"
    union all select "s".* from "${nounOf(ServiceOrder).table}" "s" where "i"."object_type" = 'ServiceOrder' and "s"."id" = "i"."object_key"
  ) "s"
  join "${nounOf(Order).table}" "o" on "o"."id" = "s"."order_id"
  join "${nounOf(ProductInstance).table}" "p" on "p"."id" = "s"."product_instance_id"`;
export const ARE_ACTIVATIONS = `"i"."object_type" in ('Order', 'ServiceOrder') and "i"."status" = 'COMPLETED' and not "i"."test"
  and "i"."parent_id" is null and "s"."action" = '${CustomerServiceType.INSTALL}'`;

/** SQL: the promise about the time to provide that binds for an activation at its end. */
export const PROMISE = `
  select "q"."id", "q"."committed_value" from "sla_term" "q"
  join "sla_contract" "c" on "c"."id" = "q"."sla_contract_id" join "sla_indicator" "d" on "d"."id" = "q"."indicator_id"
  where "d"."code" = 'PROVISIONING_DAYS' and "c"."customer_id" = "o"."customer_id" and "c"."status" <> 'TERMINATED'
    and ("c"."product_instance_id" = "p"."id" or "c"."offering_instance_id" = "p"."offering_instance_id")
    and "c"."validity_from" <= "i"."ended_at" and ("c"."validity_to" is null or "c"."validity_to" > "i"."ended_at")`;

/** SQL: seconds for which an instance waited. */
export const WAITED = `("i"."held_seconds" + coalesce((select sum(extract(epoch from "k"."left_at" - "k"."entered_at"))
  from "${nounOf(ProcessToken).table}" "k" where "k"."instance_id" = "i"."id" and "k"."kind" = 'TIMER'), 0))`;

interface Row {
  instance: string;
  customer: string;
  product: string;
  productInstance: string;
  startedAt: Date;
  endedAt: Date;
  minutes: number;
  minutesWithoutWaits: number;
  promisedDays: string | null;
  steps: { step: string; enteredAt: string; leftAt: string | null; minutes: number | null; isWait: boolean }[];
}

/** Measured durations of activations that the caller may see, those that ended last first. @throws BAD_USER_INPUT */
export async function activationMeasures(
  context: CallContext,
  filter: ActivationMeasureFilter,
): Promise<ActivationMeasure[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { from, to, customerId, productId } = filter;
  if (from && to && new Date(to) <= new Date(from))
    throw codedError('BAD_USER_INPUT', 'The period ends after it begins.', { path: ['filter', 'to'] });
  const parts = [ARE_ACTIVATIONS, visibleRows(ProcessInstance, context.caller, '"i"', bind)];
  if (from) parts.push(`"i"."ended_at" >= ${bind(new Date(from))}`);
  if (to) parts.push(`"i"."ended_at" < ${bind(new Date(to))}`);
  if (customerId)
    parts.push(`"o"."customer_id" = ${bind(uuidOf(customerId, nounOf(Customer).tag!, ['filter', 'customerId']))}`);
  if (productId)
    parts.push(`"s"."product_id" = ${bind(uuidOf(productId, nounOf(Product).tag!, ['filter', 'productId']))}`);
  const took = `extract(epoch from "i"."ended_at" - "i"."started_at")`;
  const { rows } = await context.database.pool.query<Row>(
    `select "i"."id" as "instance", "o"."customer_id" as "customer", "s"."product_id" as "product", "p"."id" as "productInstance",
      "i"."started_at" as "startedAt", "i"."ended_at" as "endedAt", round(${took} / 60, 2)::float8 as "minutes",
      round(greatest(${took} - ${WAITED}, 0) / 60, 2)::float8 as "minutesWithoutWaits",
      (select "w"."committed_value"::text from (${PROMISE}) "w" order by "w"."id" limit 1) as "promisedDays",
      coalesce((select json_agg(json_build_object('step', "k"."step", 'enteredAt', "k"."entered_at", 'leftAt', "k"."left_at",
        'minutes', round(extract(epoch from "k"."left_at" - "k"."entered_at") / 60, 2), 'isWait', "k"."kind" = 'TIMER') order by "k"."seq")
        from "${nounOf(ProcessToken).table}" "k" where "k"."instance_id" = "i"."id" and "k"."kind" not in ('START', 'END', 'GATEWAY')), '[]') as "steps"
    from ${ACTIVATIONS} where ${parts.join(' and ')} order by "i"."ended_at" desc, "s"."id" limit ${MOST}`,
    values,
  );
  return rows.map(({ instance, customer, product, productInstance, startedAt, endedAt, steps, ...measured }) =>
    Object.assign(new ActivationMeasure(), measured, {
      ...{ startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString() },
      ...{ processInstance: known(ProcessInstance, instance), customer: known(Customer, customer) },
      ...{ product: known(Product, product), productInstance: known(ProductInstance, productInstance) },
      steps: steps.map((each) =>
        Object.assign(new ActivationStep(), each, {
          enteredAt: new Date(each.enteredAt).toISOString(),
          leftAt: each.leftAt && new Date(each.leftAt).toISOString(),
        }),
      ),
    }),
  );
}

/** A row of which only the key is known; the graph reads the rest. */
const known = <T extends object>(noun: abstract new () => T, id: string): T =>
  Object.assign(Object.create(noun.prototype as object) as T, { id });
