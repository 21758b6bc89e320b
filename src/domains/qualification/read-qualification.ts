import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { Offering } from '../catalogue/index.js';
import { type AdmittedValues, leftOpen } from './admitted-values.js';
import type { QualificationRows, RuleRows } from './qualification-rows.js';
import { everything, OWN, type Reading, rulesOnly, VALID } from './qualification-statements.js';

/** Which offerings are read; all conditions must hold. */
export interface CandidateFilter {
  ids?: readonly string[] | undefined;
  headingId?: string | undefined;
  productLineId?: string | undefined;
  search?: string | undefined;
  afterId?: string | undefined;
  /** Only those that the rules leave open, of kinds of which is known which values they admit; left out: all. */
  admitted?: AdmittedValues | undefined;
  /** At least so many are read, when there are. */
  atLeast: number;
}

/** Numbers of offerings that are read at once; the planner must know them, and each is a statement of its own. */
const STEPS = [21, 51, 101] as const;

/** How many offerings are read at once for at least so many. */
export const readAtOnce = (atLeast: number): number => STEPS.find((step) => step >= atLeast) ?? STEPS.at(-1)!;

type Reader = Pick<CallContext, 'database' | 'caller'>;

/** For whom, and when, offerings are read. */
export interface ReadFor {
  at: Date;
  /** Key of the customer; null for nobody in particular. */
  customerId: string | null;
  /** Keys of offerings that are bought with each of those that are judged. */
  withIds?: readonly string[];
}

/** Reads offerings in the order of their keys, with all that bears on whether they may be bought, in one statement. */
export async function readQualificationRows(
  reader: Reader,
  filter: CandidateFilter,
  { at, customerId, withIds = [] }: ReadFor,
): Promise<QualificationRows> {
  return read(reader, 'qualification', filter, [at, customerId, withIds], everything);
}

/** Like {@link readQualificationRows}, for offerings by their keys, with nothing but their rules of sale. */
export async function readRuleRows(
  reader: Reader,
  ids: readonly string[],
  { at, customerId }: ReadFor,
): Promise<RuleRows> {
  return read(reader, 'qualification_rules', { ids, atLeast: ids.length }, [at, customerId], rulesOnly);
}

async function read<Rows>(
  { database, caller }: Reader,
  name: string,
  filter: CandidateFilter,
  values: unknown[],
  statement: (reading: Reading) => string,
): Promise<Rows> {
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { ids, headingId, productLineId, search, afterId, admitted } = filter;
  const visible = visibleRows(Offering, caller, '"f"', bind);
  const conditions = [
    ids
      ? `"f"."id" = any(${bind(ids)}::uuid[])`
      : `"f"."status" in ('IN_USE', 'INDIVIDUAL') and ("f"."status" = 'IN_USE' or ${OWN}) and ${VALID}`,
    ...(headingId
      ? [
          `"f"."id" in (select "e"."offering_id" from "catalogue_entry" "e" where "e"."heading_id" = ${bind(headingId)})`,
        ]
      : []),
    ...(productLineId ? [`"f"."product_line_id" = ${bind(productLineId)}`] : []),
    ...(search ? [`"f"."name" ilike ${bind(`%${search.replace(/[\\%_]/g, '\\$&')}%`)}`] : []),
    ...(afterId ? [`"f"."id" > ${bind(afterId)}`] : []),
    visible,
  ];
  const open = admitted ? leftOpen(bind(JSON.stringify(admitted))) : null;
  const limit = readAtOnce(filter.atLeast);
  const shape = [ids, headingId, productLineId, search, afterId, admitted].map((part) => (part ? 1 : 0)).join('');
  const { rows } = await database.pool.query<{ found: Rows }>({
    name: `${name}_${caller.kind}_${shape}_${limit}`,
    text: statement({ where: conditions.join(' and '), limit, visible, open }),
    values,
  });
  return rows[0]!.found;
}
