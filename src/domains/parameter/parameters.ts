import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Database } from '../../kernel/database/database.js';
import { type InputPath, userError, type UserError } from '../../kernel/errors/index.js';
import { Parameter, ParameterCategory, type ParameterType } from './parameter.js';

/** A parameter that the code reads; it exists from the first start. */
export interface ParameterDefinition {
  code: string;
  name: string;
  type: ParameterType;
  unit?: string;
  description: string;
  bounds?: { min?: string; max?: string };
  /** Of a text that lists words with commas between: those that there are; any other is refused when a value is set. */
  words?: readonly string[];
  /** Whether partners set values of their own; see {@link ParameterReader.ofPartner}. */
  forPartners?: boolean;
  defaultValue: unknown;
}

/** A parameter as the code reads it. */
export interface ParameterReader<T> {
  readonly code: string;
  /**
   * The value that holds now, for a part of the organisation: what was set for the nearest unit above it, or for the whole
   * operator, or the default.
   * @param organisationPath place in the organisation tree, such as `/HQ/P44/`
   */
  read(database: Pick<Database, 'pool'>, organisationPath?: string): Promise<T>;
  /** Expression in SQL: the value for the whole operator that holds now, as text. */
  sql: string;
  /** The value that a partner has set for itself and that holds now; undefined when it has set none. */
  ofPartner(database: Pick<Database, 'pool'>, partnerId: string): Promise<T | undefined>;
}

const definitions = new Map<string, ParameterDefinition>();

const CURRENT = `
  select "v"."value" from "system_parameter" "p" join "parameter_value" "v" on "v"."parameter_id" = "p"."id"
  left join "party" "o" on "o"."id" = "v"."organization_id"
  where "p"."code" = $1 and "v"."partner_id" is null and "v"."validity_from" <= now() and ("v"."validity_to" is null or "v"."validity_to" > now())
    and ("v"."organization_id" is null or starts_with($2, "o"."path"))
  order by length("o"."path") desc nulls last, "v"."version" desc limit 1`;

const OF_PARTNER = `
  select "v"."value" from "system_parameter" "p" join "parameter_value" "v" on "v"."parameter_id" = "p"."id"
  where "p"."code" = $1 and "p"."for_partners" and "v"."partner_id" = $2
    and "v"."validity_from" <= now() and ("v"."validity_to" is null or "v"."validity_to" > now())
  order by "v"."version" desc limit 1`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const currentSql = (code: string, defaultValue: string): string => `coalesce((
  select "v"."value" #>> '{}' from "system_parameter" "p" join "parameter_value" "v" on "v"."parameter_id" = "p"."id"
  where "p"."code" = ${quoted(code)} and "v"."partner_id" is null and "v"."organization_id" is null
    and "v"."validity_from" <= now() and ("v"."validity_to" is null or "v"."validity_to" > now())
  order by "v"."version" desc limit 1), ${quoted(defaultValue)})`;

/** Declares a parameter and answers what reads it. A change takes effect at the next read. */
export function defineParameter<T>(definition: ParameterDefinition & { defaultValue: T }): ParameterReader<T> {
  if (definitions.has(definition.code)) throw new Error(`Parameter ${definition.code} is declared twice.`);
  definitions.set(definition.code, definition);
  return {
    code: definition.code,
    sql: currentSql(definition.code, String(definition.defaultValue)),
    async read({ pool }, organisationPath = '/') {
      const { rows } = await pool.query<{ value: T }>({
        name: 'parameter_current',
        text: CURRENT,
        values: [definition.code, organisationPath],
      });
      return rows[0] ? rows[0].value : definition.defaultValue;
    },
    async ofPartner({ pool }, partnerId) {
      const values = [definition.code, partnerId];
      const { rows } = await pool.query<{ value: T }>({ name: 'parameter_of_partner', text: OF_PARTNER, values });
      return rows[0]?.value;
    },
  };
}

/** Adds the declared parameters that are missing. */
export async function ensureParameters(context: CallContext): Promise<void> {
  const rows = [...definitions.values()].map(
    ({ bounds = {}, unit = null, forPartners = false, words: _words, ...rest }) => ({
      ...rest,
      unit,
      forPartners,
      bounds,
      category: ParameterCategory.SETTING,
    }),
  );
  if (rows.length) await context.database.write(context, async (tx) => void (await ensureRows(tx, Parameter, rows)));
}

/** Whether the code reads a parameter of this code, so that it cannot be removed. */
export const isDeclaredParameter = (code: string): boolean => definitions.has(code);

/** The words of a value that lists some with commas between. */
export const wordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** What a value names that the code, which reads the parameter, does not know: UNKNOWN_CODE for each word, with those that there are. */
export function wordFaults(code: string, value: unknown, path: InputPath): UserError[] {
  const words = definitions.get(code)?.words;
  if (!words) return [];
  return wordsOf(String(value))
    .filter((word) => !words.includes(word))
    .map((word) => userError('UNKNOWN_CODE', `There is no ${word} here.`, path, { word, words }));
}
