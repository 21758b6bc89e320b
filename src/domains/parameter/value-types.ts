import { parseCronItems } from 'graphile-worker';
import { z } from 'zod';
import { isTimeZone } from '../../kernel/calendar/index.js';
import { userError, type InputPath, type UserError } from '../../kernel/errors/index.js';
import type { ParameterType } from './parameter.js';
import { isQuickPattern } from './quick-pattern.js';

const decimal = z.string().regex(/^-?\d{1,20}(\.\d{1,10})?$/, { error: 'a decimal number as text is expected' });
const text = z.string().min(1).max(400);
const code = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, { error: 'a code is expected, such as "queue.waiting"' })
  .max(100);
/** Alarms tell events of their own kind only, so that none passes for one of the business. */
const alarmEvent = z
  .string()
  .regex(/^alarm(\.[a-z0-9]+)+$/, { error: 'a type below "alarm." is expected' })
  .max(100);
const zoom = z.int().min(10).max(1000);
const pixel = z.int().min(-20_000).max(20_000);
const condition = z.strictObject({ operator: z.enum(['GT', 'GTE', 'LT', 'LTE', 'EQ', 'NE']), value: decimal });
const cron = z.string().max(100).refine(isCron, { error: 'five parts are expected, such as "17 3 * * *"' });
const common = { callType: z.enum(['JOB', 'MESSAGE']), callee: text };

const schemas: Record<ParameterType, z.ZodType> = {
  INT: z.int(),
  DECIMAL: decimal,
  TEXT: z.string().max(2000),
  BOOLEAN: z.boolean(),
  DAY: z.iso.date(),
  INSTANT: z.iso.datetime({ offset: true }),
  TIME_ZONE: z.string().max(60).refine(isTimeZone, { error: 'an IANA name is expected, such as "Asia/Shanghai"' }),
  THRESHOLD: z.strictObject({ trigger: condition, clear: condition, triggerMessage: text, clearMessage: text }),
  SCHEDULE: z.union([
    z.strictObject({ ...common, mode: z.literal('PERIODIC'), cron }),
    z.strictObject({ ...common, mode: z.literal('ONE_OFF'), at: z.iso.datetime({ offset: true }) }),
  ]),
  ALARM: z.strictObject({ threshold: code, item: code, event: alarmEvent, actions: z.array(code).max(20).optional() }),
  FILTER: z.strictObject({ alarms: z.array(code).max(200), events: z.array(alarmEvent).max(200) }),
  ACTION: z.strictObject({
    sound: z.boolean(),
    email: z.array(z.email()).max(50),
    sms: z.array(z.string().regex(/^\+?\d{5,20}$/)).max(50),
    suppress: z.boolean(),
  }),
  PRINT: z.strictObject({
    printer: z.strictObject({ name: text, location: text.optional(), type: text.optional() }),
    pages: z.union([z.enum(['ALL', 'SELECTION']), z.string().regex(/^\d{1,4}(-\d{1,4})?(,\d{1,4}(-\d{1,4})?){0,49}$/)]),
    copies: z.int().min(1).max(999),
    zoom,
  }),
  VIEW: z.strictObject({
    window: z.strictObject({ x: pixel, y: pixel, width: pixel.min(1), height: pixel.min(1) }),
    zoom,
    ratio: z
      .string()
      .regex(/^[1-9]\d?:[1-9]\d?$/)
      .optional(),
  }),
  SAVE: z.strictObject({
    fileName: z
      .string()
      .min(1)
      .max(200)
      // eslint-disable-next-line no-control-regex -- control characters are what is refused
      .regex(/^[^/\\:*?"<>|\u0000-\u001f]+$/, { error: 'a name without signs that separate folders is expected' }),
    type: z.enum(['XML', 'PDF', 'RTF', 'XLSX', 'CSV', 'PNG']),
    path: z
      .string()
      .max(400)
      .regex(/^(?!.*(^|[/\\])\.\.([/\\]|$))/, { error: 'a path that does not climb is expected' }),
  }),
};

function isCron(pattern: string): boolean {
  try {
    parseCronItems([{ task: 'check', match: pattern }]);
    return true;
  } catch {
    return false;
  }
}

const boundsSchema = z.strictObject({
  min: decimal.optional(),
  max: decimal.optional(),
  pattern: z
    .string()
    .max(200)
    .refine(isQuickPattern, { error: 'a regular expression that fails quickly on any text is expected' })
    .optional(),
});

/** What is wrong with a value of a parameter; each fault with the path inside the value. */
export function valueFaults(
  type: ParameterType,
  bounds: Record<string, unknown>,
  value: unknown,
  path: InputPath,
): UserError[] {
  const parsed = schemas[type].safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) =>
      userError('INVALID_VALUE', issue.message, [...path, ...(issue.path as (string | number)[])], { type }),
    );
  }
  const { min, max, pattern } = boundsSchema.parse(bounds);
  const number = Number(value);
  if (min !== undefined && number < Number(min))
    return [userError('TOO_SMALL', `Must be at least ${min}.`, path, { min })];
  if (max !== undefined && number > Number(max))
    return [userError('TOO_LARGE', `Must be at most ${max}.`, path, { max })];
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(String(value)))
    return [userError('INVALID_VALUE', `Must match ${pattern}.`, path, { pattern })];
  return [];
}

/** What is wrong with the bounds of a new parameter. */
export function boundsFaults(bounds: unknown, path: InputPath): UserError[] {
  const parsed = boundsSchema.safeParse(bounds);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) =>
        userError('INVALID_VALUE', issue.message, [...path, ...(issue.path as (string | number)[])]),
      );
}
