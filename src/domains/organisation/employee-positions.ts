import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { EmployeePosition } from './employee-position.js';
import type { Employee } from './employee.js';
import { PositionRole } from './position-role.js';
import { Position } from './position.js';
import { checkRoles } from './staff-endings.js';

/** Assigns positions; the first becomes the main one when there is none. A position gives its roles, so they must be the caller's to give. */
export async function assignPositions(
  tx: Transaction,
  employee: Employee,
  ids: readonly string[],
  until: Date | null,
  path: InputPath,
): Promise<void> {
  if (ids.length === 0) return;
  const held = await tx.em.find(EmployeePosition, { employee, validity: { to: null } });
  let main = held.some((each) => each.main);
  for (const [index, id] of ids.entries()) {
    const position = await tx.get(Position, id, [...path, index], { lock: false });
    if (held.some((each) => each.position.id === position.id))
      refuse('DUPLICATE', 'The employee holds this position already.', [...path, index]);
    const roles = await tx.em.find(PositionRole, { position });
    await checkRoles(
      tx,
      roles.map(({ role }) => role.id),
      [...path, index],
    );
    tx.add(
      Object.assign(new EmployeePosition(), {
        employee,
        position,
        main: !main,
        validity: TimePeriod.since(tx.at, until),
      }),
    );
    main = true;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'employee.position.assigned',
      subject: employee,
      data: { position: position.code },
    });
  }
}

/** Ends positions that an employee holds. */
export async function endPositions(
  tx: Transaction,
  employee: Employee,
  held: readonly EmployeePosition[],
): Promise<void> {
  if (held.length === 0) return;
  await tx.em.populate([...held], ['position'] as never);
  for (const each of held) {
    each.validity = TimePeriod.since(each.validity.from, tx.at);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'employee.position.ended',
      subject: employee,
      data: { position: each.position.code },
    });
  }
  // What is assigned next is compared with what is still held.
  await tx.em.flush();
}
