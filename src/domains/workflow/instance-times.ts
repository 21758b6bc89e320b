import { nounOf } from '../../kernel/model/index.js';
import { ProcessToken } from './process-token.js';

const tokens = (): string => `"${nounOf(ProcessToken).table}"`;

/** Expression in SQL: seconds for which an instance waited, held or at a step that only waits. @param alias quoted alias of `process_instance` */
export const waitedSeconds = (alias: string): string =>
  `(${alias}."held_seconds" + coalesce((select sum(extract(epoch from "k"."left_at" - "k"."entered_at"))
  from ${tokens()} "k" where "k"."instance_id" = ${alias}."id" and "k"."kind" = 'TIMER'), 0))`;

/**
 * Expression in SQL: the visits of an instance to steps where something is done or waited for, in their order, as a JSON list of
 * `{step, enteredAt, leftAt, seconds, isWait}`, seconds as decimal text. @param alias quoted alias of `process_instance`
 */
export const stepVisits = (alias: string): string =>
  `coalesce((select json_agg(json_build_object('step', "k"."step", 'enteredAt', "k"."entered_at", 'leftAt', "k"."left_at",
    'seconds', trim_scale(extract(epoch from "k"."left_at" - "k"."entered_at"))::text, 'isWait', "k"."kind" = 'TIMER') order by "k"."seq")
    from ${tokens()} "k" where "k"."instance_id" = ${alias}."id" and "k"."kind" not in ('START', 'END', 'GATEWAY')), '[]')`;
