import { type Caller, visibleRows } from '../../kernel/access/index.js';
import type { Database } from '../../kernel/database/database.js';
import { codedError } from '../../kernel/errors/index.js';
import { encodeId, nounOf, rowOf } from '../../kernel/model/index.js';
import { Customer, CustomerGroup } from '../customer/index.js';
import { CustomerGroupMembers } from './customer-network.js';

export interface MembersAsked {
  /** Key of the group. */
  groupId: string;
  /** Whether groups in it are expanded. */
  nested: boolean;
  first: number;
  /** Key of the last customer of the page before. */
  after: string | null;
}

/** How many groups stand in one another at most when a group is expanded. */
const MOST_LEVELS = 20;

/** Customers of a group and, when asked, of the groups in it, as far as the caller sees them. */
export async function membersOf(
  database: Pick<Database, 'pool'>,
  caller: Caller,
  asked: MembersAsked,
): Promise<CustomerGroupMembers> {
  const groups = await groupsIn(database, caller, asked);
  if (groups.length === 0)
    throw codedError('NOT_FOUND', 'There is no CustomerGroup with this id.', { path: ['groupId'] });
  const values: unknown[] = [groups, asked.after, asked.first + 1];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { rows } = await database.pool.query<{ id: string | null; total: number }>(
    `with "member" as materialized (
       select distinct "c"."id" from "group_membership" "m" join "customer" "c" on "c"."id" = "m"."customer_id"
       where "m"."group_id" = any($1::uuid[]) and "m"."validity_to" is null and ${visibleRows(Customer, caller, '"c"', bind)}
     )
     select "page"."id", (select count(*)::int from "member") as "total" from (select 1) "one"
     left join lateral (
       select "id" from "member" where $2::uuid is null or "id" > $2::uuid order by "id" limit $3::int
     ) "page" on true`,
    values,
  );
  const ids = rows.flatMap(({ id }) => id ?? []);
  const page = ids.slice(0, asked.first);
  const last = page.at(-1);
  return Object.assign(new CustomerGroupMembers(), {
    customers: page.map((id) => rowOf(Customer, id)),
    groups: groups.map((id) => rowOf(CustomerGroup, id)),
    totalCount: rows[0]!.total,
    next: ids.length > page.length && last !== undefined ? encodeId(nounOf(Customer).tag!, last) : null,
  });
}

async function groupsIn(
  database: Pick<Database, 'pool'>,
  caller: Caller,
  { groupId, nested }: MembersAsked,
): Promise<string[]> {
  const values: unknown[] = [groupId, nested ? MOST_LEVELS : 0];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { rows } = await database.pool.query<{ id: string }>(
    `with recursive "inside"("id", "depth") as (
       select "g"."id", 0 from "customer_group" "g" where "g"."id" = $1::uuid and ${visibleRows(CustomerGroup, caller, '"g"', bind)}
       union
       select "g"."id", "i"."depth" + 1 from "inside" "i"
       join "group_membership" "m" on "m"."group_id" = "i"."id" and "m"."validity_to" is null
       join "customer_group" "g" on "g"."id" = "m"."member_group_id" and ${visibleRows(CustomerGroup, caller, '"g"', bind)}
       where "i"."depth" < $2::int
     ) select "id" from "inside" group by "id" order by min("depth"), "id"`,
    values,
  );
  return rows.map(({ id }) => id);
}
