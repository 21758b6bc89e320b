import { Field, ID, Int, ObjectType } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import { codedError } from '../../kernel/errors/index.js';
import { defineReport, nounOf, sqlId, uuidOf } from '../../kernel/model/index.js';
import { Customer, CustomerGroup } from '../customer/index.js';

@ObjectType({ description: 'Customers of a group, those of the groups in it included (CUS-52).' })
export class CustomerGroupMembers {
  @Field(() => [Customer], { description: 'The customers, each once, in the order of their ids.' })
  customers!: Customer[];

  @Field(() => [CustomerGroup], { description: 'The group and all groups in it that were expanded, nearest first.' })
  groups!: CustomerGroup[];

  @Field(() => Int, { description: 'Number of customers in all.' })
  totalCount!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'To be sent as `after` for the next ones; null when there are none.',
  })
  next!: string | null;
}

interface MembersAsked {
  groupId: string;
  nested: boolean;
  first: number;
  after?: string | null;
}

/** How many groups stand in one another at most when a group is expanded. */
const MOST_LEVELS = 20;
const MOST = 1000;

/** Customers of a group and, when asked, of the groups in it, as far as the caller sees them (CUS-52). */
export const groupMembers = defineReport<MembersAsked>({
  name: 'customerGroupMembers',
  description:
    'Customers of a group, with those of the groups in it when asked (CUS-52). For staff. Fails with NOT_FOUND, BAD_USER_INPUT.',
  rows: CustomerGroupMembers,
  shape: 'one',
  args: {
    groupId: { type: 'ID!', description: 'The group.' },
    nested: { type: 'Boolean!', description: 'Whether groups in it are expanded.', default: 'true' },
    first: { type: 'Int!', description: 'Most customers, 1 to 1000.', default: '100' },
    after: { type: 'ID', description: '`next` of the page before.' },
  },
  most: MOST,
  admit: (caller, { first }) => {
    requireKind(caller, 'STAFF');
    if (first < 1 || first > MOST)
      throw codedError('BAD_USER_INPUT', `"first" must be between 1 and ${MOST}.`, { path: ['first'] });
  },
  sql: (scope) => {
    const group = `${scope.value(({ groupId }) => uuidOf(groupId, nounOf(CustomerGroup).tag!, ['groupId']))}::uuid`;
    const levels = `${scope.value(({ nested }) => (nested ? MOST_LEVELS : 0))}::int`;
    const first = `${scope.value((asked) => asked.first)}::int`;
    const after = scope.where(
      (asked) => asked.after,
      (key) => ` where "id" > ${key}::uuid`,
      (id) => uuidOf(id, nounOf(Customer).tag!, ['after']),
    );
    return `
      with recursive "inside"("id", "depth") as (
        select "g"."id", 0 from "customer_group" "g" where "g"."id" = ${group} and ${scope.sees(CustomerGroup, '"g"')}
        union
        select "g"."id", "i"."depth" + 1 from "inside" "i"
        join "group_membership" "m" on "m"."group_id" = "i"."id" and "m"."validity_to" is null
        join "customer_group" "g" on "g"."id" = "m"."member_group_id" and ${scope.sees(CustomerGroup, '"g"')}
        where "i"."depth" < ${levels}
      ), "group" as (select "id", min("depth") "depth" from "inside" group by "id"
      ), "member" as materialized (
        select distinct "c"."id" from "group_membership" "m" join "customer" "c" on "c"."id" = "m"."customer_id"
        where "m"."group_id" in (select "id" from "group") and "m"."validity_to" is null and ${scope.sees(Customer, '"c"')}
      ), "page" as (select "id", row_number() over (order by "id") "place" from "member"${after} order by "id" limit ${first} + 1)
      select array(select "id" from "page" where "place" <= ${first} order by "place") "customers",
        array(select "id" from "group" order by "depth", "id") "groups",
        (select count(*)::int from "member") "totalCount",
        (select ${sqlId(nounOf(Customer).tag!, '"id"')} from "page" where "place" = ${first} and exists (select from "page" where "place" > ${first})) "next"
      where exists (select from "group")`;
  },
});
