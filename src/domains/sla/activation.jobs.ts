import { Decimal } from 'decimal.js';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { defineParameter, ParameterType } from '../parameter/index.js';
import { ACTIVATIONS, ARE_ACTIVATIONS, PROMISE, WAITED } from './activation-measure.js';
import { recordProcess } from './measurement.service.js';
import { MeasurementSource, RunningIndicator } from './running-indicator.js';
import { SlaTerm } from './sla-term.js';

/** Activations that one run measures; what is left is measured by the next. */
const AT_ONCE = 500;
/** Days after which nobody measures an activation any more that was missed. */
const DAYS = 90;

const waitsCount = defineParameter({
  code: 'sla.activation.waits',
  name: 'Waits count when activations are measured',
  type: ParameterType.BOOLEAN,
  description:
    'Whether the time for which an activation was held, or only waited, counts against the time that a contract promises.',
  defaultValue: false,
});

interface Found {
  term: string;
  instance: string;
  instanceNo: string;
  endedAt: Date;
  seconds: string;
}

/**
 * Measures activations that have ended against the time that contracts promise (WFL-69, SLA-39), each once however often it runs.
 */
export const measureActivations = defineJob('sla.activation', async (_payload, context) => {
  const { pool } = context.database;
  const waits = await waitsCount.read(context.database);
  const took = `extract(epoch from "i"."ended_at" - "i"."started_at")`;
  const { rows } = await pool.query<Found>(
    `select distinct on ("i"."ended_at", "i"."id", "w"."id") "w"."id" as "term", "i"."id" as "instance", "i"."instance_no" as "instanceNo",
      "i"."ended_at" as "endedAt", greatest(${took} - case when $1 then 0 else ${WAITED} end, 0)::text as "seconds"
    from ${ACTIVATIONS} cross join lateral (${PROMISE}) "w"
    where ${ARE_ACTIVATIONS} and "i"."ended_at" > $2 and not exists (select 1 from "${nounOf(RunningIndicator).table}" "r"
      where "r"."term_id" = "w"."id" and "r"."process_instance_id" = "i"."id")
    order by "i"."ended_at", "i"."id", "w"."id" limit ${AT_ONCE}`,
    [waits, new Date(context.database.clock().getTime() - DAYS * 86_400_000)],
  );
  for (const { term, instance, instanceNo, endedAt, seconds } of rows)
    await recordProcess(
      context,
      {
        slaTermId: encodeId(nounOf(SlaTerm).tag!, term),
        value: new Decimal(seconds).div(86_400).toDecimalPlaces(4).toFixed(),
        measuredAt: endedAt.toISOString(),
        source: MeasurementSource.PROCESS,
        details: instanceNo,
      },
      instance,
    );
});

export const activationSchedule: Schedule = {
  name: 'sla.activation',
  cron: '*/10 * * * *',
  job: 'sla.activation',
  description: 'Measures activations that have ended against the time that contracts promise for them.',
};
