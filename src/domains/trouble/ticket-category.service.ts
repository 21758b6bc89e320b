import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import type { TicketCategorySaveInput } from './ticket-category.inputs.js';
import { TicketCategory } from './ticket-category.js';
import { TicketKind } from './ticket-enums.js';

const GENERAL: Record<TicketKind, string> = {
  [TicketKind.FAULT]: 'FAULT_GENERAL',
  [TicketKind.COMPLAINT]: 'COMPLAINT_GENERAL',
  [TicketKind.SUGGESTION]: 'SUGGESTION_GENERAL',
  [TicketKind.BILL_DISPUTE]: 'DISPUTE_GENERAL',
};

/** The category in use that a report names, or the general one of the kind (TRB-03). */
export async function categoryFor(
  tx: Transaction,
  ticketKind: TicketKind,
  code: string | null | undefined,
): Promise<TicketCategory> {
  const wanted = code ?? GENERAL[ticketKind];
  const found = await tx.em.findOne(TicketCategory, { code: wanted, ticketKind, active: true });
  return (
    found ??
    refuse(
      'UNKNOWN_CODE',
      `There is no category in use with the code "${wanted}" for ${ticketKind}.`,
      ['input', 'categoryCode'],
      { code: wanted },
    )
  );
}

/** Makes a category or changes one; tickets that have it keep it (TRB-03, TRB-04). */
export function saveTicketCategory(context: CallContext, input: TicketCategorySaveInput): Promise<TicketCategory> {
  return context.database.write(context, async (tx) => {
    // One at a time, so that no two changes make a circle together.
    await tx.em.execute(`select pg_advisory_xact_lock(hashtext('ticket-category.save'))`);
    const { code, name, ticketKind, parentCode = null } = input;
    const active = input.active ?? true;
    const known = await tx.em.findOne(TicketCategory, { code });
    if (known && known.ticketKind !== ticketKind)
      refuse('CONTRADICTION', `${code} is for ${known.ticketKind}.`, ['input', 'ticketKind']);
    if (!active && GENERAL[ticketKind] === code)
      refuse('IN_USE', 'Tickets that name no category have this one.', ['input', 'active']);
    const parent = parentCode ? await parentOf(tx, code, ticketKind, parentCode) : null;
    const category = known ?? tx.add(Object.assign(new TicketCategory(), { code, ticketKind }));
    Object.assign(category, { name, parent, active });
    const data = { code, name, ticketKind, parentCode: parent?.code ?? null, active };
    tx.record({ kind: 'RECORD_CHANGE', type: 'ticket-category.saved', subject: category, data });
    return category;
  });
}

/** The wider category, which may not lie inside the narrower one. */
async function parentOf(tx: Transaction, code: string, ticketKind: TicketKind, parentCode: string) {
  const path = ['input', 'parentCode'];
  const parent = await tx.em.findOne(TicketCategory, { code: parentCode });
  if (!parent) return refuse('UNKNOWN_CODE', `There is no category ${parentCode}.`, path, { code: parentCode });
  if (parent.ticketKind !== ticketKind) refuse('CONTRADICTION', `${parentCode} is for ${parent.ticketKind}.`, path);
  for (let above: TicketCategory | null = parent; above; above = await wider(tx, above))
    if (above.code === code) refuse('CYCLE', `${parentCode} lies inside ${code}.`, path);
  return parent;
}

const wider = async (tx: Transaction, { parent }: TicketCategory): Promise<TicketCategory | null> =>
  parent ? tx.em.findOneOrFail(TicketCategory, { id: parent.id }) : null;
