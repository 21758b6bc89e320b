import { Temporal } from 'temporal-polyfill';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { uuidOf } from '../../kernel/model/index.js';
import { operatorZone } from '../calendar/index.js';
import { type CustomerFacts, nobody, readCustomerFacts } from './customer-facts.js';

/** Who asks for an offer or a price, where and when. */
export interface SaleAsked {
  customerId?: string | null;
  regionId?: string | null;
  channel?: string | null;
}

/** What rules of sale know. */
export interface SaleFacts {
  at: Date;
  customer: CustomerFacts | null;
  /** Codes of the region where is sold and of all around it, from the root. */
  regions: readonly string[];
  channel: string | null;
  /** Keys of the positions that the seller holds. */
  positionIds: readonly string[];
  /** Values of the variables of `saleVariables`. */
  values: Record<string, unknown>;
}

interface Seller {
  number: string | null;
  unit: string | null;
  positions: { id: string; code: string }[];
}

const SELLER = `
  select "e"."employee_no" "number", "o"."code" "unit", coalesce((
    select json_agg(json_build_object('id', "p"."id", 'code', "p"."code")) from "employee_position" "h" join "job_position" "p" on "p"."id" = "h"."position_id"
    where "h"."employee_id" = "e"."id" and "h"."validity_from" <= $2 and ("h"."validity_to" is null or "h"."validity_to" > $2)), '[]') "positions"
  from "employee" "e" join "party" "o" on "o"."id" = "e"."organization_id" where "e"."id" = $1`;

const REGION = `select string_to_array(trim(both '/' from "path"), '/') "codes" from "region" where "id" = $1`;

const noSeller: Seller = { number: null, unit: null, positions: [] };

/**
 * Collects what rules may know of a sale. A customer at self-service asks for themselves; staff sell themselves; without a region it
 * is sold where the customer is served.
 * @param ownChannel the channel that the caller is itself, in place of what is asked
 * @throws NOT_FOUND for a customer that the caller may not see, or a region that does not exist
 */
export async function readSaleFacts(
  context: CallContext,
  asked: SaleAsked,
  at: Date,
  ownChannel: string | null = null,
): Promise<SaleFacts> {
  const { caller, database } = context;
  const channel = ownChannel ?? asked.channel ?? null;
  const customerId = asked.customerId ? uuidOf(asked.customerId, 'cu', ['input', 'customerId']) : caller.customerId;
  const [customer, seller, region, zone] = await Promise.all([
    customerId ? readCustomerFacts(context, customerId, at, ['input', 'customerId']) : null,
    caller.employeeId
      ? database.pool
          .query<Seller>({ name: 'sale_seller', text: SELLER, values: [caller.employeeId, at] })
          .then(({ rows }) => rows[0] ?? noSeller)
      : noSeller,
    asked.regionId ? readRegion(context, asked.regionId) : null,
    operatorZone(database),
  ]);
  const regions = region ?? (customer?.values['regions'] as string[] | undefined) ?? [];
  return {
    at,
    customer,
    regions,
    channel,
    positionIds: seller.positions.map(({ id }) => id),
    values: {
      customer: customer?.values ?? nobody,
      seller: {
        number: seller.number ?? (caller.kind === 'STAFF' ? caller.subject : null),
        unit: seller.unit,
        positions: seller.positions.map(({ code }) => code),
      },
      channel,
      regions,
      moment: momentOf(at, zone),
    },
  };
}

async function readRegion({ database }: CallContext, id: string): Promise<string[]> {
  const path = ['input', 'regionId'];
  const { rows } = await database.pool.query<{ codes: string[] }>({
    name: 'sale_region',
    text: REGION,
    values: [uuidOf(id, 're', path)],
  });
  return rows[0]?.codes ?? fail(path);
}

function fail(path: string[]): never {
  throw codedError('NOT_FOUND', 'There is no Region with this id.', { path });
}

/**
 * A moment in the parts that rules name (PRD-66).
 * @param zone in which days begin, an IANA name: that of the operator (`operatorZone`)
 */
export function momentOf(at: Date, zone: string) {
  const { year, month, day, dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
    zone,
  );
  return { year, month, day, weekDay: dayOfWeek, hour };
}
