import { Field, Float, ObjectType } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import { codedError } from '../../kernel/errors/index.js';
import {
  DateTime,
  Decimal,
  defineReport,
  IdInput,
  Input,
  InstantInput,
  nounOf,
  uuidOf,
} from '../../kernel/model/index.js';
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

const UTC = (moment: string): string =>
  `to_char((${moment})::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The visits of an instance, as {@link ActivationStep} has them. */
const STEPS = `(
  select coalesce(jsonb_agg(jsonb_build_object(
    'step', "v" ->> 'step', 'enteredAt', ${UTC(`"v" ->> 'enteredAt'`)}, 'leftAt', ${UTC(`"v" ->> 'leftAt'`)}, 'seconds', "v" ->> 'seconds',
    'minutes', trim_scale(round(("v" ->> 'seconds')::numeric / 60, 2)), 'isWait', ("v" ->> 'isWait')::boolean) order by "n"), '[]')
  from json_array_elements(${stepVisits('"i"')}) with ordinality "visit"("v", "n"))`;

/** Measured durations of activations that the caller may see, those that ended last first (WFL-69). */
export const activationMeasures = defineReport<{ filter?: ActivationMeasureFilter | null }>({
  name: 'activationMeasures',
  description:
    'How long activations took that have ended, by customer and product, beside what a contract promises (WFL-69), at most 1000 rows, the last first. For staff. Fails with BAD_USER_INPUT.',
  rows: ActivationMeasure,
  args: {
    filter: {
      type: 'ActivationMeasureFilter',
      description: 'Which activations; all whose processes the caller may see when absent.',
      input: ActivationMeasureFilter,
    },
  },
  most: MOST,
  admit: (caller, { filter }) => {
    requireKind(caller, 'STAFF');
    if (filter?.from && filter.to && Date.parse(filter.to) <= Date.parse(filter.from))
      throw codedError('BAD_USER_INPUT', 'The period ends after it begins.', { path: ['filter', 'to'] });
  },
  sql: (scope) => {
    const key = (noun: typeof Customer | typeof Product, field: string) => (id: string) =>
      uuidOf(id, nounOf(noun).tag!, ['filter', field]);
    const conditions = [
      ARE_ACTIVATIONS,
      scope.sees(ProcessInstance, '"i"'),
      scope.where(
        ({ filter }) => filter?.from,
        (from) => `"i"."ended_at" >= ${from}::timestamptz`,
      ),
      scope.where(
        ({ filter }) => filter?.to,
        (to) => `"i"."ended_at" < ${to}::timestamptz`,
      ),
      scope.where(
        ({ filter }) => filter?.customerId,
        (id) => `"o"."customer_id" = ${id}::uuid`,
        key(Customer, 'customerId'),
      ),
      scope.where(
        ({ filter }) => filter?.productId,
        (id) => `"s"."product_id" = ${id}::uuid`,
        key(Product, 'productId'),
      ),
    ].filter(Boolean);
    const took = `extract(epoch from "i"."ended_at" - "i"."started_at")`;
    return `
      select "i"."id" as "processInstance", "o"."customer_id" as "customer", "s"."product_id" as "product", "p"."id" as "productInstance",
        "i"."started_at" as "startedAt", "i"."ended_at" as "endedAt", round(${took} / 60, 2)::float8 as "minutes",
        round(greatest(${took} - ${WAITED}, 0) / 60, 2)::float8 as "minutesWithoutWaits",
        (select "w"."committed_value"::text from (${PROMISE}) "w" order by "w"."id" limit 1) as "promisedDays",
        trim_scale(${took}) as "seconds", trim_scale(greatest(${took} - ${WAITED}, 0)) as "secondsWithoutWaits", ${STEPS} as "steps"
      from ${ACTIVATIONS} where ${conditions.join(' and ')} order by "i"."ended_at" desc, "s"."id" limit ${MOST}`;
  },
});
