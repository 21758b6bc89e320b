import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { v7 } from '../../kernel/model/index.js';
import { operatorToday } from '../calendar/index.js';
import { knownTo, ProcessTemplate } from '../process/index.js';
import { refuseForeignRegion, Region } from '../region/index.js';
import { ProcessAlarmReason } from './alarm.enums.js';
import { lockInstance } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { ProcessMetric } from './monitor.enums.js';
import type { MonitorRuleSaveInput } from './monitor.inputs.js';
import { MonitorRule } from './monitor-rule.js';
import { raiseAlarm } from './raise-alarm.js';

/** Makes a rule or replaces the one with the same number; it is measured within a minute (WFL-55). */
export function saveMonitorRule(context: CallContext, input: MonitorRuleSaveInput): Promise<MonitorRule> {
  return context.database.write(context, async (tx) => {
    const { code, name, metric, step = null, recipient = null } = input;
    if (metric === ProcessMetric.DWELL && !step) refuse('REQUIRED', 'At which step?', ['input', 'step']);
    if (metric === ProcessMetric.AGE && step)
      refuse('CONTRADICTION', 'The age is that of the whole instance.', ['input', 'step']);
    const get = { lock: false };
    const template = input.templateId
      ? await tx.get(ProcessTemplate, input.templateId, ['input', 'templateId'], get)
      : null;
    const region = input.regionId ? await tx.get(Region, input.regionId, ['input', 'regionId'], get) : null;
    refuseForeignRegion(tx.caller, region, ['input', 'regionId']);
    if (recipient) {
      const known = await knownTo(tx.em, '', { steps: [{ operator: recipient }] as never });
      if (!known.isOperator(recipient.kind, recipient.code))
        refuse('OPERATOR_UNKNOWN', `There is no ${recipient.kind} ${recipient.code}.`, ['input', 'recipient']);
    }
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`monitor-rule ${code}`]);
    const known = await tx.em.findOne(MonitorRule, { code }, { populate: ['region'] });
    // Whoever replaces one must act for where it was, too.
    if (known) refuseForeignRegion(tx.caller, known.region ?? null, ['input', 'code']);
    const rule = known ?? tx.add(new MonitorRule());
    Object.assign(rule, {
      ...{ code, name, metric, template, step, region, alarmValue: input.alarmValue, alarmLevel: input.alarmLevel },
      ...{ recipientKind: recipient?.kind ?? null, recipientCode: recipient?.code ?? null },
      active: input.active ?? true,
    });
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'monitor-rule.saved', subject: rule, regionId: region?.id },
      data: { ...input },
    });
    return rule;
  });
}

/** SQL of each metric over `"i"`, an instance, at the moment `$4` and for the step `$3`. */
const VALUES: Record<ProcessMetric, string> = {
  AGE: `(select extract(epoch from $4::timestamptz - "i"."started_at") / 60 where $3::text is null)`,
  DWELL: `(select max(extract(epoch from $4::timestamptz - "k"."entered_at") / 60) from "process_token" "k"
    where "k"."instance_id" = "i"."id" and "k"."step" = $3 and "k"."status" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING'))`,
  VISITS: `(select count(*) from "process_token" "k" where "k"."instance_id" = "i"."id" and ($3::text is null or "k"."step" = $3))`,
  FAILURES: `(select sum("k"."failures") from "process_token" "k" where "k"."instance_id" = "i"."id" and ($3::text is null or "k"."step" = $3))`,
  REJECTIONS: `(select count(*) from "process_task" "t" where "t"."instance_id" = "i"."id" and "t"."status" = 'REJECTED'
    and ($3::text is null or "t"."step" = $3))`,
};

/** Most instances that one look at a rule finds; the worst first, so that the next look finds the others. */
const MOST = 1000;

const MEASURE = (metric: ProcessMetric) => `
  select "i"."id", trim_scale(round("m"."value", 2))::text as "value" from "process_instance" "i" cross join lateral (select (${VALUES[metric]})::numeric as "value") "m"
  where $4::timestamptz is not null and "i"."status" in ('RUNNING', 'WAITING', 'ROLLING_BACK', 'ABNORMAL') and "i"."started_at" is not null and not "i"."test"
    and ($1::uuid is null or "i"."template_id" = $1)
    and ($2::uuid is null or "i"."region_id" in (select "in"."id" from "region" "out" join "region" "in" on starts_with("in"."path", "out"."path") where "out"."id" = $2))
    and "m"."value" >= $5::numeric
  order by "m"."value" desc limit ${MOST}`;

const RECORD = `
  insert into "monitor_record" ("id", "created_at", "updated_at", "rule_id", "instance_id", "day", "metric", "value", "measured_at")
  values (?, ?, ?, ?, ?, ?, ?, ?::numeric, ?)
  on conflict ("rule_id", "instance_id", "day") do update
    set "value" = excluded."value", "measured_at" = excluded."measured_at", "updated_at" = excluded."updated_at"
    where excluded."value" > "monitor_record"."value"`;

/** Measures running instances by every rule: what passes the allowed value is recorded, and raises an alarm once (WFL-55, WFL-56). */
export const measureInstances = defineJob('process.measure', async (_payload, context, { signal }) => {
  const rules = await context.database.orm.em.fork().find(MonitorRule, { active: true }, { orderBy: { code: 'asc' } });
  for (const rule of rules) {
    const { template, region, step = null, alarmValue, metric } = rule;
    const values = [template?.id ?? null, region?.id ?? null, step, context.database.clock(), alarmValue];
    const { rows } = await context.database.pool.query<{ id: string; value: string }>(MEASURE(metric), values);
    for (const { id, value } of rows) {
      signal.throwIfAborted();
      await recordValue(context, rule, id, value);
    }
  }
});

function recordValue(context: CallContext, rule: MonitorRule, instanceId: string, value: string): Promise<void> {
  return context.database.write(context, async (tx) => {
    const instance = await lockInstance(tx, instanceId);
    if (!OPEN_INSTANCES.includes(instance.status)) return;
    const { metric, step, recipientKind, recipientCode } = rule;
    const day = await operatorToday(tx);
    await tx.em.execute(RECORD, [v7(), tx.at, tx.at, rule.id, instance.id, day, metric, value, tx.at]);
    await raiseAlarm(tx, {
      ...{ instance, code: rule.code, reason: ProcessAlarmReason.MEASURE, level: rule.alarmLevel },
      message: `${rule.name}: ${value}${step ? ` at ${step}` : ''}, allowed are less than ${rule.alarmValue}.`,
      occasion: 'measured',
      recipient: recipientKind && recipientCode ? { kind: recipientKind, code: recipientCode } : null,
    });
  });
}

export const measureSchedule: Schedule = {
  name: 'process.measure',
  cron: '* * * * *',
  job: 'process.measure',
  description: 'Measures running processes by the monitoring rules.',
};
