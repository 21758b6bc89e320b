import type pg from 'pg';
import type { Caller } from '../../kernel/access/index.js';
import type { Database } from '../../kernel/database/database.js';
import { AUDIT_READ } from '../access/index.js';

/** What a token that names an operator's number says about the caller; invalid when the number may not be used now. */
export type OperatorCaller =
  | {
      valid: true;
      caller: Pick<Caller, 'name' | 'operatorId' | 'partnerUnitPath' | 'partnerUnitIds' | 'auditPartnerId'> & {
        permissions: ReadonlySet<string>;
      };
    }
  | { valid: false };

interface OperatorRow {
  id: string;
  name: string;
  partnerId: string;
  path: string | null;
  valid: boolean;
  held: string[] | null;
  units: string[] | null;
}

/** What an operator holds is what they were granted, as far as it is open to the partner still. */
const FIND = `
  select "o"."id", "o"."name", "o"."partner_id" "partnerId", "u"."path",
    "o"."status" = 'ACTIVE' and "o"."validity_from" <= now() and ("o"."validity_to" is null or "o"."validity_to" > now()) "valid",
    (select array_agg("f"."code") from "operator_grant" "g"
      join "partner_permission" "p" on "p"."function_point_id" = "g"."function_point_id" and "p"."partner_id" = "o"."partner_id"
      join "function_point" "f" on "f"."id" = "g"."function_point_id" and not "f"."retired"
      where "g"."operator_id" = "o"."id" and ("g"."valid_to" is null or "g"."valid_to" > now())) "held",
    (select array_agg("a"."id"::text) from "partner_unit" "a"
      where "a"."partner_id" = "o"."partner_id" and starts_with("u"."path", "a"."path")) "units"
  from "partner_operator" "o" left join "partner_unit" "u" on "u"."id" = "o"."unit_id" where "o"."operator_no" = $1`;

/** Looks up an operator of a partner by number; undefined when this partner has none of this number. */
export async function findOperator(
  { pool }: Pick<Database, 'pool'>,
  partnerId: string,
  operatorNo: string,
): Promise<OperatorCaller | undefined> {
  const { rows } = await pool.query<OperatorRow>({ name: 'partner_operator_caller', text: FIND, values: [operatorNo] });
  const [row] = rows;
  if (row?.partnerId !== partnerId) return undefined;
  if (!row.valid) return { valid: false };
  const permissions = new Set(row.held ?? []);
  const caller = {
    name: row.name,
    operatorId: row.id,
    partnerUnitPath: row.path ?? '/',
    partnerUnitIds: row.units ?? [],
    permissions,
    ...(permissions.has(AUDIT_READ) ? { auditPartnerId: partnerId } : {}),
  };
  return { valid: true, caller };
}

/** Whether a partner keeps its operators here, so that a person who calls for it must be one of them. */
export async function hasOperators(pool: pg.Pool, partnerId: string): Promise<boolean> {
  const text = 'select 1 from "partner_operator" where "partner_id" = $1 limit 1';
  return (await pool.query({ name: 'partner_has_operators', text, values: [partnerId] })).rowCount === 1;
}
