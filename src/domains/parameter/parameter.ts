import { Bool, describeEnum, EnumOf, JsonValue, Node, Noun, Text } from '../../kernel/model/index.js';

export enum ParameterCategory {
  SETTING = 'SETTING',
  THRESHOLD = 'THRESHOLD',
  SCHEDULE = 'SCHEDULE',
  ALARM = 'ALARM',
  FILTER = 'FILTER',
  ACTION = 'ACTION',
}

describeEnum(ParameterCategory, 'ParameterCategory', 'What a parameter is for (17.5.2).', {
  SETTING: 'A single value, such as a period or a pattern.',
  THRESHOLD: 'When something counts as violated, and when as cleared (SYS-28).',
  SCHEDULE: 'When something is to run by itself (SYS-29).',
  ALARM: 'Which threshold on which item raises which event (SYS-30).',
  FILTER: 'Which alarms and events are not of interest (SYS-31).',
  ACTION: 'Sound, e-mail, short message or silence for an alarm (SYS-32).',
});

export enum ParameterType {
  INT = 'INT',
  DECIMAL = 'DECIMAL',
  TEXT = 'TEXT',
  BOOLEAN = 'BOOLEAN',
  DAY = 'DAY',
  INSTANT = 'INSTANT',
  TIME_ZONE = 'TIME_ZONE',
  THRESHOLD = 'THRESHOLD',
  SCHEDULE = 'SCHEDULE',
  ALARM = 'ALARM',
  FILTER = 'FILTER',
  ACTION = 'ACTION',
  PRINT = 'PRINT',
  VIEW = 'VIEW',
  SAVE = 'SAVE',
}

describeEnum(ParameterType, 'ParameterType', 'What a value of a parameter looks like, as JSON.', {
  INT: 'A whole number.',
  DECIMAL: 'An exact decimal number, as text.',
  TEXT: 'Text of at most 2000 characters.',
  BOOLEAN: 'True or false.',
  DAY: 'A day, `2026-03-01`.',
  INSTANT: 'A point in time, RFC 3339.',
  TIME_ZONE: 'IANA name of a time zone, such as `Asia/Shanghai`.',
  THRESHOLD:
    '`{trigger: {operator, value}, clear: {operator, value}, triggerMessage, clearMessage}`; operators are `GT`, `GTE`, `LT`, `LTE`, `EQ` and `NE`, values decimal numbers as text.',
  SCHEDULE:
    '`{callType: "JOB" | "MESSAGE", callee, mode: "PERIODIC" | "ONE_OFF", cron | at}`; `cron` has five parts, in UTC.',
  ALARM:
    '`{threshold, item, event, actions: [code]}`: code of the threshold, the monitored item, type of the event below `alarm.`, and the actions that it runs. Items that the system measures itself are `jobs.failed` and `operations.denied`; others are reported from outside.',
  FILTER:
    '`{alarms: [code], events: [type]}`: these alarms run no action, and these events raise no alarm while it holds.',
  ACTION: '`{sound, email: [address], sms: [number], suppress}`; with `suppress` it keeps silent.',
  PRINT:
    '`{printer: {name, location, type}, pages, copies, zoom}`; `pages` is `ALL`, `SELECTION` or a range such as `1-3,7`, `zoom` a percentage (SYS-33).',
  VIEW: '`{window: {x, y, width, height}, zoom, ratio}`: pixels, a percentage, and a ratio such as `16:9` (SYS-34).',
  SAVE: '`{fileName, type, path}`; `type` is `XML`, `PDF`, `RTF`, `XLSX`, `CSV` or `PNG` (SYS-35).',
});

@Noun({
  tag: 'pt',
  table: 'system_parameter',
  description:
    'A parameter by which the operator tunes the system without a restart: its meaning and type here, its values over time beside it (17.5.2).',
})
export class Parameter extends Node {
  @Text({ description: 'Stable code, such as `staff.number.reuse.days`.', max: 100, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @EnumOf(() => ParameterCategory, { description: 'What it is for.', access: 'btree' })
  category!: ParameterCategory;

  @EnumOf(() => ParameterType, { description: 'What its values look like.' })
  type!: ParameterType;

  @Text({ description: 'Unit of the value, such as `day`; null when it has none.', nullable: true, max: 40 })
  unit?: string | null;

  @Text({ description: 'What it decides.', max: 1000 })
  description!: string;

  @JsonValue({
    description: 'Bounds of values by name: `min`, `max` for numbers, `pattern` for text; empty when there are none.',
  })
  bounds!: Record<string, unknown>;

  @Bool({
    description: 'Whether partners see it and set values of their own for it (SYS-57).',
    access: 'slow',
  })
  forPartners: boolean = false;

  @JsonValue({ description: 'Value that holds while none was set.' })
  defaultValue!: unknown;
}
