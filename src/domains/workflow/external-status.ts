import { Field, ObjectType } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError, Refusal } from '../../kernel/errors/index.js';
import { DateTime } from '../../kernel/model/index.js';
import { ProcessStepKind } from '../process/index.js';
import { systemOf } from './exchange-party.js';
import { readMessage } from './task-message.js';
import { ProcessInstanceStatus, ProcessTokenStatus } from './workflow.enums.js';

@ObjectType({ description: 'A step that a process may come to.' })
export class PlannedStep {
  @Field(() => String, { description: 'Code of the step.' })
  step!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => ProcessStepKind, { description: 'What happens at it.' })
  kind!: ProcessStepKind;
}

@ObjectType({ description: 'A visit of a process to a step.' })
export class HandledStep {
  @Field(() => String, { description: 'Code of the step.' })
  step!: string;

  @Field(() => ProcessTokenStatus, { description: 'Where the visit stands.' })
  status!: ProcessTokenStatus;

  @Field(() => DateTime, { description: 'When it came to the step.' })
  enteredAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it left the step; null before.' })
  leftAt!: string | null;
}

@ObjectType({ description: 'How far a process is, for an outside system that takes part in it (WFL-65).' })
export class ProcessStatusForSystem {
  @Field(() => String, { description: 'Number of the instance.' })
  instanceNo!: string;

  @Field(() => ProcessInstanceStatus, { description: 'State.' })
  status!: ProcessInstanceStatus;

  @Field(() => DateTime, { nullable: true, description: 'When it began; null before.' })
  startedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'By when it should end; null without a limit.' })
  dueAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null before.' })
  endedAt!: string | null;

  @Field(() => [PlannedStep], { description: 'Steps that it may come to (dispatch plan).' })
  plan!: PlannedStep[];

  @Field(() => [HandledStep], { description: 'Steps that it has come to, in order.' })
  handled!: HandledStep[];
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An instance in which a system takes part: it does one of its tasks, or gave it to us. */
const STATUS = `
  select "i"."instance_no" as "instanceNo", "i"."status", "i"."started_at" as "startedAt", "i"."due_at" as "dueAt", "i"."ended_at" as "endedAt",
    coalesce((select json_agg(json_build_object('step', "s"."code", 'name', "s"."name", 'kind', "s"."kind") order by "s"."place")
      from "process_step" "s" where "s"."version_id" = "i"."version_id"), '[]') as "plan",
    coalesce((select json_agg(json_build_object('step', "k"."step", 'status', "k"."status", 'enteredAt', ${utc('"k"."entered_at"')},
      'leftAt', ${utc('"k"."left_at"')}) order by "k"."seq") from "process_token" "k" where "k"."instance_id" = "i"."id"), '[]') as "handled"
  from "process_instance" "i"
  where ("i"."request_system" = $1 or exists (select 1 from "process_task" "t" where "t"."instance_id" = "i"."id" and "t"."operator_kind" is null and "t"."operator_code" = $1))
    and ("i"."instance_no" = $2 or ("i"."request_system" = $1 and "i"."request_message" = $2)
      or "i"."id" = (select "t"."instance_id" from "process_task" "t" where "t"."id" = $3 and "t"."operator_code" = $1))
  limit 1`;

/** @param reference number of the instance, or the message with which it was given to us or a task of it to them @throws NOT_FOUND for one in which the system takes no part */
export async function statusForSystem(
  context: CallContext,
  named: string | null,
  reference: string,
): Promise<ProcessStatusForSystem> {
  const system = systemNamed(context, named);
  const values = [system, reference, readMessage(reference)?.taskId ?? null];
  const { rows } = await context.database.pool.query<ProcessStatusForSystem>(STATUS, values);
  if (!rows[0]) throw codedError('NOT_FOUND', 'There is no such process.', { path: ['reference'] });
  return rows[0];
}

function systemNamed({ caller }: CallContext, named: string | null): string {
  try {
    return systemOf(caller, named, ['system']);
  } catch (error) {
    if (error instanceof Refusal) throw codedError('NOT_FOUND', error.userErrors[0]!.message, { path: ['system'] });
    throw error;
  }
}
