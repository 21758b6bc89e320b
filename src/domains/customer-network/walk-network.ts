import { type Caller, visibleRows } from '../../kernel/access/index.js';
import type { Database } from '../../kernel/database/database.js';
import { codedError } from '../../kernel/errors/index.js';
import { encodeId, nounOf, rowOf } from '../../kernel/model/index.js';
import { Customer, CustomerRelationship } from '../customer/index.js';
import { SocialGroup } from '../party/index.js';
import { CustomerNetwork, NetworkShape, NetworkTie, NetworkWalk } from './customer-network.js';

export interface NetworkAsked {
  /** Key of the customer. */
  customerId: string;
  ties: readonly NetworkTie[];
  walk: NetworkWalk;
  /** Most steps. */
  depth: number;
  /** Most customers. */
  first: number;
}

interface Link {
  id: string;
  from: string;
  to: string;
}

interface Member {
  id: string;
  depth: number;
}

const SOCIAL: readonly NetworkTie[] = [NetworkTie.FAMILY, NetworkTie.CLUB];

/** The network around a customer. Steps lead only over customers and groups that the caller sees. */
export async function networkOf(
  database: Pick<Database, 'pool'>,
  caller: Caller,
  asked: NetworkAsked,
): Promise<CustomerNetwork> {
  const reached = await walk(database, caller, asked);
  if (reached.length === 0)
    throw codedError('NOT_FOUND', 'There is no Customer with this id.', { path: ['customerId'] });
  const members = reached.slice(0, asked.first);
  const links = await relationshipsAmong(database, members, asked);
  const circles = await circlesAmong(database, caller, members, asked);
  const parents = parentsIn(members, [...links, ...circles.flatMap((circle) => circle.links)]);
  const tag = nounOf(Customer).tag!;
  const idOf = (uuid: string) => encodeId(tag, uuid);
  return Object.assign(new CustomerNetwork(), {
    shape: circles.length === 0 && links.length < members.length ? NetworkShape.TREE : NetworkShape.NET,
    customers: members.map(({ id }) => rowOf(Customer, id)),
    members: members.map(({ id, depth }) => {
      const parent = parents.get(id);
      return { customerId: idOf(id), depth, parentId: parent === undefined ? null : idOf(parent) };
    }),
    relationships: links.map(({ id }) => rowOf(CustomerRelationship, id)),
    circles: circles.map(({ id }) => rowOf(SocialGroup, id)),
    truncated: reached.length > asked.first,
  });
}

/**
 * Customers by their shortest distance. A row of the recursion is a customer at a distance, so circles end at the greatest
 * depth, and there are never more rows than customers times steps; those are counted out, as the recursion goes level by level.
 */
async function walk(database: Pick<Database, 'pool'>, caller: Caller, asked: NetworkAsked): Promise<Member[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const start = bind(asked.customerId);
  const types = bind(asked.ties.filter((tie) => !SOCIAL.includes(tie)));
  const kinds = bind(asked.ties.filter((tie) => SOCIAL.includes(tie)));
  const down = bind(asked.walk !== NetworkWalk.UP);
  const up = bind(asked.walk !== NetworkWalk.DOWN);
  const depth = bind(asked.depth);
  const most = bind((asked.first + 1) * (asked.depth + 1));
  const seen = (alias: string) => visibleRows(Customer, caller, alias, bind);
  const holds = (alias: string) => `${alias}."validity_to" is null`;
  const { rows } = await database.pool.query<Member>(
    `with recursive "walk"("id", "depth") as (
       select "c"."id", 0 from "customer" "c" where "c"."id" = ${start}::uuid and ${seen('"c"')}
       union
       select "n"."id", "w"."depth" + 1 from "walk" "w" cross join lateral (
         select "r"."to_id" as "id" from "customer_relationship" "r" where "r"."from_id" = "w"."id" and ${holds('"r"')}
           and "r"."type" = any(${types}::text[]) and (${down}::boolean or "r"."direction" <> 'ONE_WAY')
         union all
         select "r"."from_id" from "customer_relationship" "r" where "r"."to_id" = "w"."id" and ${holds('"r"')}
           and "r"."type" = any(${types}::text[]) and (${up}::boolean or "r"."direction" <> 'ONE_WAY')
         union all
         select "other"."id" from "customer" "own"
           join "social_group_membership" "mine" on "mine"."member_id" = "own"."party_id" and ${holds('"mine"')}
           join "social_group" "g" on "g"."id" = "mine"."group_id" and "g"."kind" = any(${kinds}::text[])
             and ${visibleRows(SocialGroup, caller, '"g"', bind)}
           join "social_group_membership" "theirs" on "theirs"."group_id" = "g"."id" and ${holds('"theirs"')}
           join "customer" "other" on "other"."party_id" = "theirs"."member_id" and "other"."id" <> "own"."id"
           where "own"."id" = "w"."id"
       ) "n" join "customer" "c" on "c"."id" = "n"."id" and ${seen('"c"')}
       where "w"."depth" < ${depth}::int
     )
     select "id", min("depth") as "depth" from (select * from "walk" limit ${most}::int) "first"
     group by "id" order by 2, 1`,
    values,
  );
  return rows;
}

async function relationshipsAmong(
  database: Pick<Database, 'pool'>,
  members: readonly Member[],
  { ties }: NetworkAsked,
): Promise<Link[]> {
  const { rows } = await database.pool.query<Link>(
    `select "id", "from_id" as "from", "to_id" as "to" from "customer_relationship"
     where "from_id" = any($1::uuid[]) and "to_id" = any($1::uuid[]) and "type" = any($2::text[]) and "validity_to" is null
     order by "id"`,
    [members.map(({ id }) => id), ties],
  );
  return rows;
}

/** Social groups that two or more of the customers belong to, with a link from the nearest of them to each other one. */
async function circlesAmong(
  database: Pick<Database, 'pool'>,
  caller: Caller,
  members: readonly Member[],
  { ties }: NetworkAsked,
): Promise<{ id: string; links: Omit<Link, 'id'>[] }[]> {
  const kinds = ties.filter((tie) => SOCIAL.includes(tie));
  if (kinds.length === 0) return [];
  const values: unknown[] = [members.map(({ id }) => id), kinds];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { rows } = await database.pool.query<{ id: string; members: string[] }>(
    `select "g"."id", array_agg("c"."id"::text order by array_position($1::uuid[], "c"."id")) as "members"
     from "customer" "c"
     join "social_group_membership" "m" on "m"."member_id" = "c"."party_id" and "m"."validity_to" is null
     join "social_group" "g" on "g"."id" = "m"."group_id"
     where "c"."id" = any($1::uuid[]) and "g"."kind" = any($2::text[]) and ${visibleRows(SocialGroup, caller, '"g"', bind)}
     group by "g"."id" having count(*) > 1 order by "g"."id"`,
    values,
  );
  return rows.map(({ id, members: [nearest, ...others] }) => ({
    id,
    links: others.map((other) => ({ from: nearest!, to: other })),
  }));
}

/** For each customer one that is a step nearer and linked to it. */
function parentsIn(members: readonly Member[], links: readonly Omit<Link, 'id'>[]): Map<string, string> {
  const depths = new Map(members.map(({ id, depth }) => [id, depth]));
  const parents = new Map<string, string>();
  for (const { from, to } of links)
    for (const [child, parent] of [
      [to, from],
      [from, to],
    ] as const)
      if (depths.get(child)! - depths.get(parent)! === 1 && !parents.has(child)) parents.set(child, parent);
  return parents;
}
