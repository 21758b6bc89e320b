import { mayManageCommon } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { ProcessAlarmLevel, ProcessTemplate } from '../process/index.js';
import { refuseForeignRegion, Region } from '../region/index.js';
import type {
  ProcessAlarmAcknowledgeInput,
  ProcessAlarmSuppressInput,
  ProcessAlarmSuppressionEndInput,
} from './alarm.inputs.js';
import { AlarmSuppression } from './alarm-suppression.js';
import { ProcessAlarm } from './process-alarm.js';
import { ProcessInstance } from './process-instance.js';

/** Takes note of alarms; one that somebody took note of before stays as it is (WFL-57). */
export function acknowledgeAlarms(context: CallContext, input: ProcessAlarmAcknowledgeInput): Promise<ProcessAlarm[]> {
  return context.database.write(context, async (tx) => {
    const order = input.alarmIds.map((id, index) => ({ id, index })).sort((a, b) => (a.id < b.id ? -1 : 1));
    const alarms: ProcessAlarm[] = [];
    for (const { id, index } of order) {
      const alarm = await tx.get(ProcessAlarm, id, ['input', 'alarmIds', index]);
      alarms[index] = alarm;
      if (alarm.acknowledgedAt) continue;
      const note = input.note ?? null;
      Object.assign(alarm, { note, acknowledgedAt: tx.at, acknowledgedBy: tx.caller.subject });
      tx.record({
        ...{ kind: 'BUSINESS_FACT', type: 'process-alarm.acknowledged', subject: alarm, reason: note },
        regionId: alarm.region?.id,
        data: { alarmNo: alarm.alarmNo },
      });
    }
    return alarms;
  });
}

/** Keeps alarms quiet for a while: those that would be raised in it are noted only. */
export function suppressAlarms(context: CallContext, input: ProcessAlarmSuppressInput): Promise<AlarmSuppression> {
  return context.database.write(context, async (tx) => {
    const { step = null, reason } = input;
    const get = { lock: false };
    const template = input.templateId
      ? await tx.get(ProcessTemplate, input.templateId, ['input', 'templateId'], get)
      : null;
    const instance = input.instanceId
      ? await tx.get(ProcessInstance, input.instanceId, ['input', 'instanceId'], get)
      : null;
    const region = await regionOf(tx, input, instance);
    const [from, until] = [input.from ? new Date(input.from) : tx.at, new Date(input.until)];
    if (until <= from || until <= tx.at) refuse('BEFORE_START', 'That time is over.', ['input', 'until']);
    const suppression = Object.assign(new AlarmSuppression(), {
      ...{ template, instance, step, region, reason, createdBy: tx.caller.subject },
      maxLevel: input.maxLevel ?? ProcessAlarmLevel.CRITICAL,
      validity: TimePeriod.since(from, until),
    });
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'alarm-suppression.made', subject: suppression, reason },
      regionId: region?.id,
      data: { ...input },
    });
    return tx.add(suppression);
  });
}

async function regionOf(
  tx: Transaction,
  { regionId }: ProcessAlarmSuppressInput,
  instance: ProcessInstance | null,
): Promise<Region | null> {
  const path = ['input', 'regionId'];
  const region = regionId ? await tx.get(Region, regionId, path, { lock: false }) : null;
  if (!region && !instance && !mayManageCommon(tx.caller)) refuse('REQUIRED', 'In which region?', path);
  await refuseForeignAlarms(tx, { region, instance }, region ? path : ['input', 'instanceId']);
  return region;
}

/** Refuses staff of other regions than those whose alarms are, or would be, kept quiet. */
async function refuseForeignAlarms(
  tx: Transaction,
  { region = null, instance = null }: Pick<AlarmSuppression, 'region' | 'instance'>,
  path: InputPath,
): Promise<void> {
  const own = region ?? (instance && (await tx.em.findOneOrFail(ProcessInstance, instance.id)).region) ?? null;
  refuseForeignRegion(tx.caller, own && (await tx.em.findOneOrFail(Region, own.id)), path);
}

/** Lets alarms be raised again. */
export function endSuppression(
  context: CallContext,
  input: ProcessAlarmSuppressionEndInput,
): Promise<AlarmSuppression> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'suppressionId'];
    const suppression = await tx.get(AlarmSuppression, input.suppressionId, path);
    await refuseForeignAlarms(tx, suppression, path);
    const { from, to } = suppression.validity;
    if (to && to <= tx.at) refuse('INVALID_STATE', 'It has ended already.', path);
    suppression.validity = TimePeriod.since(from < tx.at ? from : tx.at, tx.at);
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'alarm-suppression.ended', subject: suppression },
      ...{ regionId: suppression.region?.id, reason: input.reason ?? null, data: {} },
    });
    return suppression;
  });
}
