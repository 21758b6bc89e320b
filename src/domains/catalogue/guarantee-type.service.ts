import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import type { GuaranteeAskedInput } from './guarantee-asked.input.js';
import { GuaranteeKind } from './guarantee-kind.js';
import { GuaranteeType } from './guarantee-type.js';
import type { GuaranteeTypeSaveInput } from './guarantee-type.input.js';
import { requireMaintainer } from './maintenance.js';
import { MaintenanceLevel } from './maintenance-level.js';
import type { OfferingCreateInput } from './offering.input.js';
import type { Offering } from './offering.js';

const types = [
  [GuaranteeKind.INSTANCE, '电话担保'],
  [GuaranteeKind.EMPLOYEE, '职工担保'],
  [GuaranteeKind.DEPOSIT, '押金'],
] as const;

/** Kinds of guarantees from the first start; each is named by how it is given. */
export async function ensureGuaranteeTypes(context: CallContext): Promise<void> {
  const rows = types.map(([code, name]) => ({ code, name, givenAs: code, active: true }));
  await context.database.write(context, async (tx) => void (await ensureRows(tx, GuaranteeType, rows)));
}

/** Adds a kind of guarantee, or changes one; they are common to all regions (PRD-42). */
export async function saveGuaranteeType(context: CallContext, input: GuaranteeTypeSaveInput): Promise<GuaranteeType> {
  return context.database.write(context, async (tx) => {
    await requireMaintainer(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, ['input']);
    const { code, name, givenAs, active } = input;
    const path = ['input', 'givenAs'];
    if (givenAs === GuaranteeKind.NONE) refuse('CONTRADICTORY', 'A guarantee is something.', path);
    const known = await tx.em.findOne(GuaranteeType, { code });
    if (known && known.givenAs !== givenAs)
      refuse('CONTRADICTORY', `It is given as ${known.givenAs}; add another kind.`, path, { givenAs: known.givenAs });
    const type = known ?? tx.add(Object.assign(new GuaranteeType(), { code, givenAs }));
    const changes = applyChanges(type, { name, active: active ?? true });
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'guaranteeType.changed', subject: type, data: { changes } });
    return type;
  });
}

/** Decimal places of a deposit; where coins are larger, the deposit for a piece is rounded to them. */
const DEPOSIT_DIGITS = 2;

type Asked = Pick<Offering, 'guarantee' | 'guaranteeType' | 'guaranteeCount' | 'guaranteeAmount'>;

/** The fields of an input that say which guarantee is asked for. */
type AskedFor = GuaranteeAskedInput & Pick<OfferingCreateInput, 'guarantee'>;

/** Whether an input says anything of the guarantee. */
export const namesGuarantee = (input: AskedFor): boolean =>
  [input.guarantee, input.guaranteeTypeId, input.guaranteeCount, input.guaranteeAmount].some(
    (value) => value !== undefined,
  );

/** What an offering asks for as guarantee, with the number or the amount that goes with how it is given (PRD-42). */
export async function guaranteeOf(tx: Transaction, input: AskedFor, at: InputPath = ['input']): Promise<Asked> {
  const type = await typeOf(tx, input, at);
  const kind = type?.givenAs ?? GuaranteeKind.NONE;
  const deposit = kind === GuaranteeKind.DEPOSIT;
  const counted = kind !== GuaranteeKind.NONE && !deposit;
  if (counted !== (input.guaranteeCount != null))
    refuse(
      counted ? 'REQUIRED' : 'CONTRADICTORY',
      `A guarantee of kind ${kind} ${counted ? 'needs' : 'has no'} number.`,
      [...at, 'guaranteeCount'],
    );
  if (deposit !== (input.guaranteeAmount != null))
    refuse(
      deposit ? 'REQUIRED' : 'CONTRADICTORY',
      `A guarantee of kind ${kind} ${deposit ? 'needs' : 'has no'} amount.`,
      [...at, 'guaranteeAmount'],
    );
  // Its currency is that of the plan for which it is sold.
  if (input.guaranteeAmount != null && new Decimal(input.guaranteeAmount).decimalPlaces() > DEPOSIT_DIGITS)
    refuse('TOO_PRECISE', `A deposit has at most ${DEPOSIT_DIGITS} decimal places.`, [...at, 'guaranteeAmount'], {
      digits: DEPOSIT_DIGITS,
    });
  return {
    ...{ guarantee: kind, guaranteeType: type },
    ...{ guaranteeCount: input.guaranteeCount ?? null, guaranteeAmount: input.guaranteeAmount ?? null },
  };
}

/** The kind that is asked for: by itself, or the one that is named by how it is given; null for none. */
async function typeOf(
  tx: Transaction,
  { guarantee, guaranteeTypeId }: AskedFor,
  at: InputPath,
): Promise<GuaranteeType | null> {
  const path = [...at, guaranteeTypeId ? 'guaranteeTypeId' : 'guarantee'];
  if (!guaranteeTypeId && (guarantee ?? GuaranteeKind.NONE) === GuaranteeKind.NONE) return null;
  const type = guaranteeTypeId
    ? await tx.get(GuaranteeType, guaranteeTypeId, path, { lock: false })
    : await tx.em.findOne(GuaranteeType, { code: guarantee! });
  if (!type) return refuse('NOT_FOUND', 'There is no such kind of guarantee; name one by its id.', path);
  if (guarantee && guarantee !== type.givenAs)
    refuse('CONTRADICTORY', `This kind is given as ${type.givenAs}.`, path, { givenAs: type.givenAs });
  if (!type.active) refuse('NOT_ACTIVE', 'Offerings do not ask for this kind any more.', path);
  return type;
}
