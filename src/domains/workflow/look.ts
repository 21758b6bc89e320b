import type { CallContext } from '../../kernel/database/context.js';
import type { PlainTransaction } from '../../kernel/database/plain-transaction.js';
import { LIVE } from '../../kernel/process/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessToken } from './process-token.js';

/** A row as JSON, and its mark, which every change of the row changes. */
export interface SeenRow {
  row: Record<string, unknown>;
  mark: string;
}

/** An instance and the visits at which it stands, as one look finds them. */
export interface SeenInstance {
  instance: SeenRow;
  tokens: SeenRow[];
}

/** SQL of a row of which an operation may change any part. */
export const seenRow = (alias: string): string =>
  `json_build_object('row', to_json(${alias}), 'mark', ${alias}."xmin"::text)`;

const STATES = LIVE.map((status) => `'${status}'`).join(', ');

/** SQL of the columns of {@link SeenInstance}. */
export const SEEN_INSTANCE = `
  ${seenRow('"i"')} "instance", (
    select coalesce(json_agg(${seenRow('"k"')} order by "k"."seq"), '[]') from "process_token" "k"
    where "k"."instance_id" = "i"."id" and "k"."status" in (${STATES})) "tokens"`;

const LOOK = `select ${SEEN_INSTANCE} from "process_instance" "i" where "i"."id" = $1`;

/** Looks at an instance, and locks nothing. */
export async function lookAtInstance({ database }: CallContext, id: string): Promise<SeenInstance> {
  const statement = { name: 'process_look', text: LOOK, values: [id] };
  const { rows } = await database.pool.query<SeenInstance>(statement);
  return rows[0]!;
}

/** The entities of what was seen; whether it still stands so is asked when they are written. */
export function rowsOf(
  tx: PlainTransaction,
  seen: SeenInstance,
): { instance: ProcessInstance; tokens: ProcessToken[] } {
  const instance = tx.row(ProcessInstance, seen.instance.row, seen.instance.mark);
  const tokens = seen.tokens.map(({ row, mark }) => Object.assign(tx.row(ProcessToken, row, mark), { instance }));
  return { instance, tokens };
}
