import type { Transaction } from '../../kernel/database/transaction.js';
import type { ParameterType } from './parameter.js';

type Operator = 'GT' | 'GTE' | 'LT' | 'LTE' | 'EQ' | 'NE';
/** What a value is compared with. */
export interface Condition {
  operator: Operator;
  value: string;
}
/** Value of a parameter of type THRESHOLD. */
export interface ThresholdValue {
  trigger: Condition;
  clear: Condition;
  triggerMessage: string;
  clearMessage: string;
}
/** Value of a parameter of type ALARM. */
export interface AlarmValue {
  threshold: string;
  item: string;
  event: string;
  actions?: string[];
}
/** Value of a parameter of type FILTER. */
export interface FilterValue {
  alarms: string[];
  events: string[];
}
/** Value of a parameter of type ACTION. */
export interface ActionValue {
  sound: boolean;
  email: string[];
  sms: string[];
  suppress: boolean;
}

/** Thresholds, alarms, filters and actions as they hold now for a unit, by code. */
export interface MonitoringSettings {
  thresholds: ReadonlyMap<string, ThresholdValue>;
  alarms: ReadonlyMap<string, AlarmValue & { parameterId: string }>;
  filters: ReadonlyMap<string, FilterValue>;
  actions: ReadonlyMap<string, ActionValue>;
}

const SETTINGS = `
  select "p"."id", "p"."code", "p"."type", coalesce((
    select "v"."value" from "parameter_value" "v" left join "party" "o" on "o"."id" = "v"."organization_id"
    where "v"."parameter_id" = "p"."id" and "v"."partner_id" is null and "v"."validity_from" <= now() and ("v"."validity_to" is null or "v"."validity_to" > now())
      and ("v"."organization_id" is null or starts_with(?, "o"."path"))
    order by length("o"."path") desc nulls last, "v"."version" desc limit 1), "p"."default_value") as "value"
  from "system_parameter" "p" where "p"."type" in ('THRESHOLD', 'ALARM', 'FILTER', 'ACTION') order by "p"."code"`;

interface Row {
  id: string;
  code: string;
  type: `${ParameterType}`;
  value: unknown;
}

/** Reads what is watched for a unit, of which the settings of the nearest unit above hold. */
export async function readSettings(tx: Transaction, organisationPath: string): Promise<MonitoringSettings> {
  const rows = await tx.em.execute<Row[]>(SETTINGS, [organisationPath]);
  const ofType = <T>(type: Row['type']) =>
    new Map(rows.filter((row) => row.type === type).map((row) => [row.code, row.value as T]));
  const keys = new Map(rows.map(({ code, id }) => [code, id]));
  return {
    thresholds: ofType<ThresholdValue>('THRESHOLD'),
    alarms: new Map(
      [...ofType<AlarmValue>('ALARM')].map(([code, value]) => [code, { ...value, parameterId: keys.get(code)! }]),
    ),
    filters: ofType<FilterValue>('FILTER'),
    actions: ofType<ActionValue>('ACTION'),
  };
}
