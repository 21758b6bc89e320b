import { requirePermission, visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { uuidOf } from '../../kernel/model/index.js';
import { NumberChoice } from './number-choice.js';
import { startLevel } from './number-level.service.js';
import type { NumberChoicesInput } from './number.input.js';
import { ResourceItem } from './resource-item.js';

const DEFAULT_COUNT = 20;
/** Numbers among which is chosen by chance. */
const CHANCE_AMONG = 10_000;

/**
 * Free numbers to choose from, of the stock that the caller may see: by exchange, head, tail and level, in their order or by chance (RES-39).
 * For a customer only those of levels that the customer may choose (RES-38).
 */
export async function numberChoices(context: CallContext, input: NumberChoicesInput): Promise<NumberChoice[]> {
  const { caller, database } = context;
  requirePermission(caller, 'resourceReserve');
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const id = (value: string | null | undefined, tag: string, field: string) =>
    value ? uuidOf(value, tag, ['input', field]) : null;
  const typeId = id(input.typeId, 'ra', 'typeId')!;
  const holderId = id(input.holderId, 'rb', 'holderId');
  const customerId = id(input.customerId, 'cu', 'customerId');
  const { exchange, head, tail, level, deposit } = input;
  const applicant = { customerId, deposit: deposit?.amount ?? null, at: database.clock() };
  const from = customerId ? await startLevel(context, typeId, applicant) : null;
  const conditions = [
    `"i"."type_id" = ${bind(typeId)} and "i"."status" = 'IN_STOCK' and "i"."outside_refused_at" is null and "t"."category" = 'NUMBER'`,
    ...(holderId ? [`"i"."holder_id" = ${bind(holderId)}`] : []),
    ...(exchange ? [`"i"."exchange" = ${bind(exchange)}`] : []),
    ...(head ? [`starts_with("i"."resource_no", ${bind(head)})`] : []),
    ...(tail ? [`right("i"."resource_no", ${tail.length}) = ${bind(tail)}`] : []),
    ...(level ? [`"i"."level" = ${bind(level)}`] : []),
    ...(from ? [`coalesce("i"."level", 5) >= ${bind(from)}`] : []),
    visibleRows(ResourceItem, caller, '"i"', bind),
  ];
  const count = input.count ?? DEFAULT_COUNT;
  const found = `select "i"."id", "i"."resource_no" from "resource_item" "i" join "resource_type" "t" on "t"."id" = "i"."type_id" where ${conditions.join(' and ')}`;
  const text = input.random
    ? `select "id" from (${found} limit ${CHANCE_AMONG}) "f" order by random() limit ${bind(count)}`
    : `${found} order by "i"."resource_no" limit ${bind(count)}`;
  const { rows } = await database.pool.query<{ id: string }>(text, values);
  // Stands for an item by its key; what is selected of it is read when it is answered.
  return rows.map(({ id: key }) =>
    Object.assign(new NumberChoice(), { item: Object.assign(new ResourceItem(), { id: key }) }),
  );
}
