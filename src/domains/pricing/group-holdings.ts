import type pg from 'pg';

const HELD = `
  with "members" as (
    select distinct "other"."customer_id" from "group_membership" "own" join "group_membership" "other" on "other"."group_id" = "own"."group_id"
    where "own"."customer_id" = $1 and "own"."validity_from" <= $3 and ("own"."validity_to" is null or "own"."validity_to" > $3)
      and "other"."customer_id" is not null and "other"."validity_from" <= $3 and ("other"."validity_to" is null or "other"."validity_to" > $3))
  select "i"."offering_id" "id", count(*)::int "count" from "members" join "offering_instance" "i" on "i"."customer_id" = "members"."customer_id"
  where "i"."offering_id" = any($2::uuid[]) and "i"."status" in ('ACTIVE', 'BROKEN') group by 1`;

/** How many of each offering all members of the groups of a customer hold, the customer included (PRD-77). */
export async function heldByGroups(
  pool: pg.Pool,
  customerId: string,
  offeringIds: readonly string[],
  at: Date,
): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ id: string; count: number }>({
    name: 'held_by_groups',
    text: HELD,
    values: [customerId, offeringIds, at],
  });
  return new Map(rows.map(({ id, count }) => [id, count]));
}
