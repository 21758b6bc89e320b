import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Role } from '../organisation/index.js';
import { dailyPermissions } from './daily-permissions.js';
import { FunctionPoint } from './function-point.js';
import type { FunctionPointDefinition } from './function-points.js';
import { RolePermission } from './role-permission.js';
import { matchesPoint, standardPermissions } from './standard-permissions.js';

/**
 * Brings the list of function points to what the graph has: new ones are added and given to the standard roles they are meant for,
 * those that are gone are retired. Safe to call from several servers at once.
 */
export async function ensureFunctionPoints(
  context: CallContext,
  definitions: readonly FunctionPointDefinition[],
): Promise<void> {
  await context.database.write(context, async (tx) => {
    await tx.em.execute(`select pg_advisory_xact_lock(hashtext('function_point.ensure'))`);
    const known = new Map((await tx.em.find(FunctionPoint, {})).map((point) => [point.code, point]));
    const added: FunctionPoint[] = [];
    for (const definition of definitions) {
      const point = known.get(definition.code);
      if (point) Object.assign(point, { ...definition, retired: false });
      else added.push(tx.add(Object.assign(new FunctionPoint(), { ...definition, retired: false })));
    }
    const present = new Set(definitions.map(({ code }) => code));
    for (const point of known.values()) if (!present.has(point.code)) point.retired = true;
    await equipStandardRoles(tx, added);
  });
}

async function equipStandardRoles(tx: Transaction, points: readonly FunctionPoint[]): Promise<void> {
  if (points.length === 0) return;
  for (const role of await tx.em.find(Role, { code: { $in: Object.keys(standardPermissions) } })) {
    for (const functionPoint of points) {
      const patterns = [...standardPermissions[role.code]!, ...dailyPermissions(role.code)];
      if (!patterns.some((pattern) => matchesPoint(pattern, functionPoint))) continue;
      tx.add(Object.assign(new RolePermission(), { role, functionPoint, passable: false, moneyLimit: null }));
    }
  }
}
