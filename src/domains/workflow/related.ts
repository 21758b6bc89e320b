import { Field, ObjectType } from 'type-graphql';
import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { uuidOf } from '../../kernel/model/index.js';
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

const RELATED = `
  with "own" as (select * from "process_instance" "i" where "i"."id" = $1), "found" as (
    select "p"."id", 1 as "rank", 'PARENT' as "relation" from "own" join "process_instance" "p" on "p"."id" = "own"."parent_id"
    union all select "p"."id", 2, 'CHILD' from "process_instance" "p" where "p"."parent_id" = $1
    union all select "p"."id", 3, 'PREVIOUS' from "own" join "process_instance" "p" on "p"."id" = "own"."previous_id"
    union all select "p"."id", 4, 'NEXT' from "process_instance" "p" where "p"."previous_id" = $1
    union all select "p"."id", 5, 'WAITS_WITH' from "own" join "process_instance" "p" on "p"."correlation_key" = "own"."correlation_key"
    union all select "p"."id", 6, 'SAME_OBJECT' from "own" join "process_instance" "p" on "p"."object_id" = "own"."object_id"
  )
  select * from (
    select distinct on ("i"."id") "i"."id", "found"."relation", "found"."rank",
      array(select "k"."step" from "process_token" "k" where "k"."instance_id" = "i"."id"
        and "k"."status" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING') order by "k"."seq") as "standsAt"
    from "found" join "process_instance" "i" on "i"."id" = "found"."id" where "i"."id" <> $1 and `;

/**
 * Instances that are related to one, as far as the caller sees them, the nearest first.
 * @throws NOT_FOUND when the caller may not see the one, or it is not there
 */
export async function relatedProcesses(context: CallContext, instanceId: string): Promise<RelatedProcess[]> {
  const id = uuidOf(instanceId, 'wn', ['instanceId']);
  const { pool } = context.database;
  const values: unknown[] = [id];
  const visible = visibleRows(ProcessInstance, context.caller, '"i"', (value) => `$${values.push(value)}`);
  const own = await pool.query(`select 1 from "process_instance" "i" where "i"."id" = $1 and ${visible}`, values);
  if (own.rowCount === 0)
    throw codedError('NOT_FOUND', 'There is no ProcessInstance with this id.', { path: ['instanceId'] });
  const text = `${RELATED}${visible} order by "i"."id", "found"."rank") "near" order by "rank", "id" limit ${MOST}`;
  const { rows } = await pool.query<{ id: string; relation: ProcessRelation; standsAt: string[] }>(text, values);
  return rows.map(({ id: key, relation, standsAt }) => {
    const instance = Object.assign(Object.create(ProcessInstance.prototype as object) as ProcessInstance, { id: key });
    return Object.assign(new RelatedProcess(), { relation, standsAt, instance });
  });
}
