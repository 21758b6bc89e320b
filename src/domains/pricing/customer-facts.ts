import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError, type ErrorCode } from '../../kernel/errors/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { dayAt, OPERATOR_ZONE, wholeMonths, wholeYears } from '../calendar/index.js';
import { Customer } from '../customer/index.js';
import { HeldPlanSource, monthlyChargeOf, plansHeld } from '../inventory/index.js';

/** What a customer holds of one offering under one plan. */
export interface Holding {
  offeringId: string;
  offering: string;
  planId: string | null;
  plan: string | null;
  count: number;
}

/** A plan that a customer has besides main ones: bought, required or of a service level. */
export interface FurtherPlan {
  id: string;
  code: string;
  /** Key of the main plan of what it comes with. */
  mainId: string | null;
  /** How many have it. */
  count: number;
}

/** A customer as rules of sale and prices see it. */
export interface CustomerFacts {
  id: string;
  code: string;
  regionId: string;
  /** Currency of the default account; null without one. */
  currency: string | null;
  held: readonly Holding[];
  /** Plans held besides the main ones. */
  further: readonly FurtherPlan[];
  /** Values of the variable `customer`. */
  values: Record<string, unknown>;
}

interface Row {
  id: string;
  code: string;
  regionId: string;
  currency: string | null;
  held: Holding[];
  further: FurtherPlan[];
  birthDate: string | null;
  joinedAt: string | null;
  /** Time zone of the operator. */
  zone: string;
  monthlyCharge: string;
  values: Record<string, unknown>;
}

const inForce = (alias: string): string =>
  `${alias}."validity_from" <= $2 and (${alias}."validity_to" is null or ${alias}."validity_to" > $2)`;

/** A list of codes that a later domain knows of a customer. */
interface CustomerList {
  /** SQL that yields those of a customer as `code`, given its key. */
  of: (customer: string) => string;
  /** SQL that yields all that there are as `code`. */
  all: string;
}

/** Lists of codes that later domains know of a customer, by the name of the entry of `customer`, which must be declared with the others. */
export const customerLists = new Map<string, CustomerList>();

const knownLists = (): string =>
  [...customerLists]
    .map(
      ([name, { of }]) =>
        `'${name}', coalesce((select json_agg(distinct "x"."code") from (${of('"c"."id"')}) "x"), '[]'), `,
    )
    .join('');

const facts = (visible: string): string => `
  select json_build_object(
    'id', "c"."id", 'code', "c"."code", 'regionId', "c"."region_id",
    'birthDate', "p"."birth_date"::text, 'joinedAt', "c"."joined_at", 'zone', ${OPERATOR_ZONE},
    'currency', (select "a"."currency" from "account" "a" where "a"."owner_id" = "c"."id" and "a"."is_default" and "a"."status" = 'IN_USE' limit 1),
    'held', coalesce((select json_agg("h") from (
      select "i"."offering_id" "offeringId", "o"."code" "offering", "i"."tariff_plan_id" "planId", "t"."code" "plan", count(*)::int "count"
      from "offering_instance" "i" join "offering" "o" on "o"."id" = "i"."offering_id" left join "tariff_plan" "t" on "t"."id" = "i"."tariff_plan_id"
      where "i"."customer_id" = "c"."id" and "i"."status" in ('ACTIVE', 'BROKEN') group by 1, 2, 3, 4) "h"), '[]'),
    'further', coalesce((select json_agg("f") from (
      select "t"."id", "t"."code", "i"."tariff_plan_id" "mainId", count(distinct "i"."id")::int "count"
      from "offering_instance" "i" cross join lateral ${plansHeld('"i"', '$2')} "h" join "tariff_plan" "t" on "t"."id" = "h"."plan_id"
      where "i"."customer_id" = "c"."id" and "i"."status" in ('ACTIVE', 'BROKEN') and "h"."source" <> '${HeldPlanSource.MAIN}' group by 1, 2, 3) "f"), '[]'),
    'monthlyCharge', ${monthlyChargeOf('"c"."id"', '$2')}::text,
    'values', json_build_object(
      'known', true, 'code', "c"."code", 'type', "c"."customer_type", 'subType', "c"."sub_type", 'serviceLevel', "c"."service_level",
      'lifecycle', "c"."lifecycle", 'organization', "p"."kind" <> 'INDIVIDUAL', 'gender', "p"."gender", 'occupation', "p"."occupation",
      'education', "p"."education", 'region', "r"."code", 'regions', string_to_array(trim(both '/' from "r"."path"), '/'),
      'characteristics', "c"."characteristics",
      'segments', coalesce((select json_agg("s"."code") from "segment_membership" "m" join "customer_segment" "s" on "s"."id" = "m"."segment_id"
        where "m"."customer_id" = "c"."id" and ${inForce('"m"')}), '[]'),
      'groups', coalesce((select json_agg("g"."code") from "group_membership" "m" join "customer_group" "g" on "g"."id" = "m"."group_id"
        where "m"."customer_id" = "c"."id" and ${inForce('"m"')}), '[]'),
      ${knownLists()}'products', coalesce((select json_agg(distinct "d"."code") from "product_instance" "i" join "product" "d" on "d"."id" = "i"."product_id"
        where "i"."customer_id" = "c"."id" and "i"."status" <> 'REMOVED'), '[]'))) "facts"
  from "customer" "c" join "party" "p" on "p"."id" = "c"."party_id" join "region" "r" on "r"."id" = "c"."region_id"
  where "c"."id" = $1 and ${visible}`;

/** Number of pieces in what is held. */
export const piecesOf = (held: readonly Holding[]): number => held.reduce((sum, { count }) => sum + count, 0);

/** The variable `customer` while nobody is named. */
export const nobody: Readonly<Record<string, unknown>> = {
  known: false,
  held: 0,
  segments: [],
  groups: [],
  offerings: [],
  plans: [],
  products: [],
  campaigns: [],
  regions: [],
  characteristics: {},
};

type Reading = Pick<CallContext, 'database' | 'caller'>;

/**
 * Reads what rules may know of a customer.
 * @param id primary key
 * @throws NOT_FOUND when there is none, or the caller may not see it
 */
export async function readCustomerFacts(
  { database, caller }: Reading,
  id: string,
  at: Date,
  path: readonly string[],
): Promise<CustomerFacts> {
  const values: unknown[] = [id, at];
  const visible = visibleRows(Customer, caller, '"c"', (value) => `$${values.push(value)}`);
  const { rows } = await database.pool.query<{ facts: Row }>({
    name: `customer_facts_${caller.kind}`,
    text: facts(visible),
    values,
  });
  const row = rows[0]?.facts;
  if (!row) throw codedError('NOT_FOUND' satisfies ErrorCode, 'There is no Customer with this id.', { path });
  const today = dayAt(at, row.zone);
  return {
    id: row.id,
    code: row.code,
    regionId: row.regionId,
    currency: row.currency,
    held: row.held,
    further: row.further,
    values: {
      ...row.values,
      age: row.birthDate ? wholeYears(row.birthDate, today) : null,
      months: row.joinedAt ? wholeMonths(dayAt(new Date(row.joinedAt), row.zone), today) : null,
      held: piecesOf(row.held),
      offerings: [...new Set(row.held.map(({ offering }) => offering))],
      plans: [...new Set([...row.held.flatMap(({ plan }) => plan ?? []), ...row.further.map(({ code }) => code)])],
      monthlyCharge: ruleNumber(row.monthlyCharge),
    },
  };
}
