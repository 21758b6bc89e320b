import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { Employee } from './employee.js';
import { activeEmployee } from './require-employee.js';
import { managedUnit } from './unit-checks.js';
import { VirtualTeam, VirtualTeamMember } from './virtual-team.js';
import type { VirtualTeamSaveInput } from './virtual-team.inputs.js';

/** Forms a virtual team, changes or dissolves it (MOD-13). */
export function saveTeam(context: CallContext, input: VirtualTeamSaveInput): Promise<VirtualTeam> {
  return context.database.write(context, async (tx) => {
    await tx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`virtual-team:${input.code}`]);
    const known = await tx.em.findOne(VirtualTeam, { code: input.code });
    if (known) await managedUnit(tx, tx.idOf(known.organization), ['input', 'code']);
    const organization = await managedUnit(tx, input.organizationId, ['input', 'organizationId']);
    const team = known ?? tx.add(Object.assign(new VirtualTeam(), { code: input.code }));
    Object.assign(team, { name: input.name, task: input.task, organization, active: !input.dissolve });
    await putMembers(tx, team, input.dissolve ? [] : input.memberIds);
    const data = { code: team.code, members: input.dissolve ? 0 : input.memberIds.length };
    tx.record({ kind: 'RECORD_CHANGE', type: 'team.saved', subject: team, data });
    return team;
  });
}

async function putMembers(tx: Transaction, team: VirtualTeam, ids: readonly string[]): Promise<void> {
  const members: Employee[] = [];
  for (const [index, id] of ids.entries()) {
    members.push(await activeEmployee(tx, id, ['input', 'memberIds', index]));
  }
  const before = await tx.em.find(VirtualTeamMember, { team: team.id });
  for (const member of before) if (!members.some(({ id }) => id === member.employee.id)) tx.em.remove(member);
  for (const employee of members)
    if (!before.some((member) => member.employee.id === employee.id))
      tx.add(Object.assign(new VirtualTeamMember(), { team, employee }));
}
