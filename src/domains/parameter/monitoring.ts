import { Decimal } from 'decimal.js';
import { mayManageUnit } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { InternalOrganization } from '../party/index.js';
import { Alarm, AlarmStatus } from './alarm.js';
import {
  type ActionValue,
  type AlarmValue,
  type Condition,
  type MonitoringSettings,
  readSettings,
  type ThresholdValue,
} from './monitoring-settings.js';
import type { MonitoredValueReportInput } from './parameter.inputs.js';
import { Parameter } from './parameter.js';

/** A value as it was measured. */
export interface Measured {
  item: string;
  /** Decimal text. */
  value: string;
  unit: InternalOrganization;
}

/** Takes a value that was measured outside. */
export async function reportValue(context: CallContext, input: MonitoredValueReportInput): Promise<Alarm[]> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'organizationId'];
    const unit = input.organizationId
      ? await tx.get(InternalOrganization, input.organizationId, path, { lock: false })
      : await headquarters(tx);
    if (!mayManageUnit(tx.caller, unit))
      refuse('OUT_OF_SCOPE', 'The unit does not lie in your part of the organisation.', path);
    const changed = await observe(tx, { item: input.item, value: input.value, unit });
    return changed ?? refuse('NOT_FOUND', 'No alarm names this item.', ['input', 'item']);
  });
}

/** The root of the organisation. */
export const headquarters = (tx: Transaction): Promise<InternalOrganization> =>
  tx.em.findOneOrFail(InternalOrganization, { parent: null }, { orderBy: { id: 'asc' } });

/** Raises and clears alarms by a measured value; answers those that changed, or undefined when no alarm names the item. */
export async function observe(tx: Transaction, measured: Measured): Promise<Alarm[] | undefined> {
  const settings = await readSettings(tx, measured.unit.path);
  // By code, so that two reports lock in the same order.
  const watching = [...settings.alarms].filter(([, { item }]) => item === measured.item);
  if (watching.length === 0) return undefined;
  const changed: Alarm[] = [];
  for (const [code, watched] of watching) {
    // The parameter's lock makes reports of an item follow one another, so that a violation is raised once.
    const parameter = await tx.find(Parameter, watched.parameterId);
    const threshold = settings.thresholds.get(watched.threshold);
    if (!parameter || !threshold) continue;
    const raised = await tx.em.findOne(
      Alarm,
      { parameter, organization: measured.unit, status: AlarmStatus.RAISED },
      { refresh: true },
    );
    if (raised && meets(threshold.clear, measured.value)) changed.push(clear(tx, raised, watched, threshold, measured));
    if (raised || !meets(threshold.trigger, measured.value) || silencing(settings, 'events', watched.event)) continue;
    changed.push(raise(tx, { parameter, code, watched, threshold, measured, settings }));
  }
  return changed;
}

function meets({ operator, value }: Condition, measured: string): boolean {
  const compared = new Decimal(measured).comparedTo(value);
  switch (operator) {
    case 'GT':
      return compared > 0;
    case 'GTE':
      return compared >= 0;
    case 'LT':
      return compared < 0;
    case 'LTE':
      return compared <= 0;
    case 'EQ':
      return compared === 0;
    case 'NE':
      return compared !== 0;
  }
}

/** Code of the filter that is not interested, if there is one. */
const silencing = ({ filters }: MonitoringSettings, what: 'alarms' | 'events', name: string): string | null =>
  [...filters].find(([, filter]) => filter[what].includes(name))?.[0] ?? null;

function about(alarm: Alarm, unit: InternalOrganization) {
  return { kind: 'BUSINESS_FACT', subject: alarm, regionId: unit.region?.id ?? null } as const;
}

interface Violation {
  parameter: Parameter;
  code: string;
  watched: AlarmValue;
  threshold: ThresholdValue;
  measured: Measured;
  settings: MonitoringSettings;
}

function raise(tx: Transaction, { parameter, code, watched, threshold, measured, settings }: Violation): Alarm {
  const suppressedBy = silencing(settings, 'alarms', code);
  const running = (watched.actions ?? [])
    .map((action) => [action, settings.actions.get(action)] as const)
    .filter((entry): entry is [string, ActionValue] => entry[1] !== undefined && !entry[1].suppress && !suppressedBy);
  const { item, value, unit } = measured;
  const alarm = tx.add(
    Object.assign(new Alarm(), {
      parameter,
      code,
      item,
      organization: unit,
      status: AlarmStatus.RAISED,
      value,
      message: threshold.triggerMessage,
      raisedAt: tx.at,
      clearedAt: null,
      actions: running.map(([action]) => action),
      suppressedBy,
    }),
  );
  const data = { code, item, value, organization: unit.code, message: alarm.message };
  tx.record({ ...about(alarm, unit), type: 'alarm.raised', data: { ...data, event: watched.event, suppressedBy } });
  // Consoles and message gateways take the actions from the events.
  for (const [action, { sound, email, sms }] of running)
    tx.record({ ...about(alarm, unit), type: 'alarm.action', data: { ...data, action, sound, email, sms } });
  return alarm;
}

function clear(
  tx: Transaction,
  alarm: Alarm,
  watched: AlarmValue,
  { clearMessage }: ThresholdValue,
  { value, unit }: Measured,
): Alarm {
  Object.assign(alarm, { status: AlarmStatus.CLEARED, clearedAt: tx.at, message: clearMessage });
  const data = { code: alarm.code, item: watched.item, value, organization: unit.code, message: clearMessage };
  tx.record({ ...about(alarm, unit), type: 'alarm.cleared', data });
  return alarm;
}
