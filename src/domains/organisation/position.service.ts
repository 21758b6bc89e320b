import { mayManageCommon, mayManageUnit } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { InternalOrganization } from '../party/index.js';
import { EmployeePosition } from './employee-position.js';
import { PositionRole } from './position-role.js';
import { Position } from './position.js';
import { Role } from './role.js';
import type { PositionSaveInput } from './staff.inputs.js';
import { checkRoles } from './staff-endings.js';

/** Creates, changes or removes a position. */
export async function savePosition(context: CallContext, input: PositionSaveInput): Promise<Position | null> {
  return context.database.write(context, async (tx) => {
    const position = input.positionId
      ? await tx.get(Position, input.positionId, ['input', 'positionId'])
      : await newPosition(tx, input);
    await requireOwner(tx, position);
    if (input.remove) return removePosition(tx, position);
    const changes = applyChanges(position, { name: input.name?.trim() ?? undefined, level: input.level ?? undefined });
    if (input.roleIds) {
      const roles: Role[] = [];
      for (const [index, id] of input.roleIds.entries())
        roles.push(await tx.get(Role, id, ['input', 'roleIds', index], { lock: false }));
      await checkRoles(
        tx,
        roles.map(({ id }) => id),
        ['input', 'roleIds'],
      );
      const before = await tx.em.find(PositionRole, { position }, { populate: ['role'] as never });
      for (const old of before) if (!roles.includes(old.role)) tx.em.remove(old);
      for (const role of roles)
        if (!before.some((old) => old.role.id === role.id))
          tx.add(Object.assign(new PositionRole(), { position, role }));
      position.defaultRole = roles[0]!;
      changes.push({ field: 'roles', old: before.map(({ role }) => role.code), new: roles.map(({ code }) => code) });
    }
    if (changes.length && input.positionId)
      tx.record({ kind: 'RECORD_CHANGE', type: 'position.changed', subject: position, data: { changes } });
    return position;
  });
}

async function newPosition(tx: Transaction, input: PositionSaveInput): Promise<Position> {
  const { code, name, level } = input;
  if (!code || !/^[A-Z][A-Z0-9_]*$/.test(code))
    return refuse('INVALID_CODE', 'Capital letters, digits and "_" are expected.', ['input', 'code']);
  if (!name) return refuse('REQUIRED', 'A new position needs a name.', ['input', 'name']);
  if (!level) return refuse('REQUIRED', 'A new position needs a rank.', ['input', 'level']);
  if ((await tx.em.count(Position, { code })) > 0)
    refuse('DUPLICATE', 'Another position has this code.', ['input', 'code']);
  const organization = input.organizationId
    ? await tx.get(InternalOrganization, input.organizationId, ['input', 'organizationId'], { lock: false })
    : null;
  const position = tx.add(
    Object.assign(new Position(), { code, name: name.trim(), level, defaultRole: null, organization }),
  );
  tx.record({ kind: 'BUSINESS_FACT', type: 'position.created', subject: position, data: { code } });
  return position;
}

async function requireOwner(tx: Transaction, position: Position): Promise<void> {
  const organization = position.organization
    ? await tx.em.findOne(InternalOrganization, { id: position.organization.id })
    : null;
  if (organization ? mayManageUnit(tx.caller, organization) : mayManageCommon(tx.caller)) return;
  refuse('OUT_OF_SCOPE', 'Only those who are responsible for the unit that defined it may change it.', ['input']);
}

async function removePosition(tx: Transaction, position: Position): Promise<null> {
  if ((await tx.em.count(EmployeePosition, { position })) > 0)
    refuse('IN_USE', 'Someone holds the position or held it.', ['input', 'positionId']);
  await tx.em.nativeDelete(PositionRole, { position });
  tx.record({ kind: 'BUSINESS_FACT', type: 'position.removed', subject: position, data: { code: position.code } });
  tx.em.remove(position);
  return null;
}
