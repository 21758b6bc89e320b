import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { Customer } from '../customer/index.js';
import { adjust, lockBalances, requireAvailable } from './balances.js';
import { holderFor } from './holder-for.js';
import { requireLevel, startLevel } from './number-level.service.js';
import type { NumbersReserveInput } from './number.input.js';
import { isNumber, piecesOf } from './pieces.js';
import { itemLifecycle, reservationLifecycle } from './resource.lifecycle.js';
import { expiryOfReservation } from './reservation.service.js';
import { askForHold } from './number-hold.js';
import { Reservation } from './reservation.js';
import { ResourceType } from './resource-type.js';

/** The first run of free numbers that is long enough; numbers with other digits are not neighbours. */
const RUN = `
  select array_agg("no" order by "no") "nos" from (
    select "resource_no" "no", length("resource_no") "digits",
      "resource_no"::numeric - row_number() over (partition by length("resource_no") order by "resource_no"::numeric) "run"
    from "resource_item" where "type_id" = ? and "holder_id" = ? and "status" = 'IN_STOCK' and "outside_refused_at" is null
      and "resource_no" ~ '^[0-9]+$' and starts_with("resource_no", ?) and coalesce("level", 5) >= ?
  ) "free" group by "digits", "run" having count(*) >= ? order by min("no") limit 1`;

/** Keeps numbers in a row for someone, all or none (RES-40). */
export async function reserveInARow(context: CallContext, input: NumbersReserveInput): Promise<Reservation[]> {
  return context.database.write(context, async (tx) => {
    const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId'], { lock: false });
    if (!isNumber(type)) refuse('CONTRADICTORY', 'Only numbers follow one another.', ['input', 'typeId']);
    const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
    const customer = input.customerId
      ? await tx.get(Customer, input.customerId, ['input', 'customerId'], { lock: false })
      : null;
    const expiresAt = expiryOfReservation(tx, input.expiresAt);
    const deposit = input.deposit?.amount ?? null;
    const from = await startLevel(context, type.id, { customerId: customer?.id ?? null, deposit, at: tx.at });
    // Who holds the balance is alone with the numbers of the holder, so the run cannot be taken away.
    const balance = (await lockBalances(tx, type, [holder])).get(holder.id)!;
    const { count, reason = null } = input;
    const [found] = await tx.em.execute<{ nos: string[] }[]>(RUN, [
      ...[type.id, holder.id, input.startsWith ?? '', customer ? from : 1, count],
    ]);
    if (!found) return refuse('OUT_OF_STOCK', `No ${count} free numbers follow one another.`, ['input', 'count']);
    const resourceNos = found.nos.slice(0, count);
    const { items } = await piecesOf(tx, type, holder, { resourceNos }, ['input']);
    requireAvailable(balance, count, ['input', 'count']);
    adjust(tx, type, holder, balance, { reserved: count });
    const kept: Reservation[] = [];
    for (const item of items.sort((a, b) => (a.resourceNo < b.resourceNo ? -1 : 1))) {
      if (customer) requireLevel(item, from, ['input', 'count']);
      await itemLifecycle.move(tx, item, 'reserve');
      const values = { type, item, holder, quantity: 1, customer, expiresAt, reason, deposit };
      const reservation = tx.add(Object.assign(new Reservation(), values, { reservedBy: tx.caller.subject }));
      reservationLifecycle.begin(tx, reservation, { reason });
      askForHold(tx, reservation);
      kept.push(reservation);
    }
    return kept;
  });
}
