import { Decimal as DecimalJs } from 'decimal.js';
import { Field, Float, ObjectType } from 'type-graphql';
import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { DateTime, Decimal, IdInput, Input, InstantInput, nounOf, uuidOf } from '../../kernel/model/index.js';
import { CustomerServiceType, Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Order, serviceOrdersOfProcess } from '../ordering/index.js';
import { ProcessInstance, stepVisits, waitedSeconds } from '../workflow/index.js';

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

  @Field(() => Decimal, {
    nullable: true,
    description: 'Seconds between the two, exact to milliseconds; null while it stands there.',
  })
  seconds!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes between the two, rounded to hundredths.',
    deprecationReason: 'Rounded; use `seconds`.',
  })
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

  @Field(() => Decimal, { description: 'Seconds between the two, waits included, exact to milliseconds.' })
  seconds!: string;

  @Field(() => Decimal, {
    description:
      'The same without waits: the time for which it was held, and that of steps that only wait; never below 0.',
  })
  secondsWithoutWaits!: string;

  @Field(() => Float, {
    description: 'Minutes between the two, waits included, rounded to hundredths.',
    deprecationReason: 'Rounded; use `seconds`.',
  })
  minutes!: number;

  @Field(() => Float, {
    description: 'Minutes without waits, rounded to hundredths.',
    deprecationReason: 'Rounded; use `secondsWithoutWaits`.',
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
  "${nounOf(ProcessInstance).table}" "i" cross join lateral (${serviceOrdersOfProcess('"i"')}) "s"
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
export const WAITED = waitedSeconds('"i"');

interface Row {
  instance: string;
  customer: string;
  product: string;
  productInstance: string;
  startedAt: Date;
  endedAt: Date;
  minutes: number;
  minutesWithoutWaits: number;
  seconds: string;
  secondsWithoutWaits: string;
  promisedDays: string | null;
  steps: { step: string; enteredAt: string; leftAt: string | null; seconds: string | null; isWait: boolean }[];
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
      trim_scale(${took})::text as "seconds", trim_scale(greatest(${took} - ${WAITED}, 0))::text as "secondsWithoutWaits",
      ${stepVisits('"i"')} as "steps"
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
          minutes: each.seconds === null ? null : new DecimalJs(each.seconds).div(60).toDecimalPlaces(2).toNumber(),
        }),
      ),
    }),
  );
}

/** A row of which only the key is known; the graph reads the rest. */
const known = <T extends object>(noun: abstract new () => T, id: string): T =>
  Object.assign(Object.create(noun.prototype as object) as T, { id });
