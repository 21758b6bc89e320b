import { Field, ObjectType } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import { defineReport, nounOf, type ReportScope, uuidOf } from '../../kernel/model/index.js';
import { ProcessRelation } from './monitor.enums.js';
import { ProcessInstance } from './process-instance.js';

/** Most instances that are shown beside one. */
const MOST = 200;

@ObjectType({
  description:
    'An instance that is related to another, with where it stands: together they show a case from end to end, over all sites that work on it (WFL-61, WFL-70).',
})
export class RelatedProcess {
  @Field(() => ProcessRelation, { description: 'How it is related; the nearest when it is in several ways.' })
  relation!: ProcessRelation;

  @Field(() => ProcessInstance, { nullable: true, description: 'The instance; null when it is gone meanwhile.' })
  instance!: ProcessInstance | null;

  @Field(() => [String], { description: 'Codes of the steps at which it stands; empty when it has ended.' })
  standsAt!: string[];
}

interface Asked {
  instanceId: string;
}

const keyIn = (scope: ReportScope<Asked>): string =>
  `${scope.value(({ instanceId }) => uuidOf(instanceId, nounOf(ProcessInstance).tag!, ['instanceId']))}::uuid`;

/** Instances that are related to one, as far as the caller sees them, the nearest first. */
export const relatedProcesses = defineReport<Asked>({
  name: 'processRelated',
  description:
    'Instances that are related to one, with where each stands: a case from end to end (WFL-61, WFL-70), at most 200. For staff. Fails with NOT_FOUND.',
  rows: RelatedProcess,
  args: { instanceId: { type: 'ID!', description: 'The instance.' } },
  most: MOST,
  admit: (caller) => requireKind(caller, 'STAFF'),
  found: (scope) =>
    `exists (select from "process_instance" "i" where "i"."id" = ${keyIn(scope)} and ${scope.sees(ProcessInstance, '"i"')})`,
  sql: (scope) => `
    with "own" as materialized (select * from "process_instance" "i" where "i"."id" = ${keyIn(scope)}), "found" as (
      select "p"."id", 1 as "rank", 'PARENT' as "relation" from "own" join "process_instance" "p" on "p"."id" = "own"."parent_id"
      union all select "p"."id", 2, 'CHILD' from "own" join "process_instance" "p" on "p"."parent_id" = "own"."id"
      union all select "p"."id", 3, 'PREVIOUS' from "own" join "process_instance" "p" on "p"."id" = "own"."previous_id"
      union all select "p"."id", 4, 'NEXT' from "own" join "process_instance" "p" on "p"."previous_id" = "own"."id"
      union all select "p"."id", 5, 'STARTS_BEFORE' from "own" join "process_instance" "p" on "p"."id" = "own"."starts_after_id"
      union all select "p"."id", 6, 'STARTS_AFTER' from "own" join "process_instance" "p" on "p"."starts_after_id" = "own"."id"
      union all select "p"."id", 7, 'WAITS_WITH' from "own" join "process_instance" "p" on "p"."correlation_key" = "own"."correlation_key"
      union all select "p"."id", 8, 'SAME_OBJECT' from "own" join "process_instance" "p" on "p"."object_id" = "own"."object_id"
    )
    select "relation", "id" as "instance", "standsAt" from (
      select distinct on ("i"."id") "i"."id", "found"."relation", "found"."rank",
        array(select "k"."step" from "process_token" "k" where "k"."instance_id" = "i"."id"
          and "k"."status" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING') order by "k"."seq") as "standsAt"
      from "found" join "process_instance" "i" on "i"."id" = "found"."id"
      where "i"."id" not in (select "id" from "own") and ${scope.sees(ProcessInstance, '"i"')}
      order by "i"."id", "found"."rank") "near"
    order by "rank", "id" limit ${MOST}`,
});
