import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import { BaseInterface } from './base-interface.js';

/** Code, name, menus, screens that open by themselves (SYS-49). */
const interfaces: readonly [string, string, string[], string[]][] = [
  [
    'BIG_CUSTOMER_MANAGER',
    '大客户经理',
    ['customers', 'opportunities', 'contracts', 'orders', 'sla', 'tasks'],
    ['tasks'],
  ],
  ['COMMERCIAL_CUSTOMER_MANAGER', '商业客户经理', ['customers', 'opportunities', 'orders', 'tasks'], ['tasks']],
  ['HALL_CLERK', '营业厅营业员', ['acceptance', 'customers', 'orders', 'payments'], ['acceptance']],
  ['CALL_AGENT', '客服代表', ['contacts', 'customers', 'orders', 'faults', 'complaints', 'knowledge'], ['contacts']],
  ['FAULT_DISPATCHER', '障碍调度员', ['faults', 'faultBoard', 'tasks'], ['faultBoard']],
  ['ADMINISTRATOR', '系统管理员', ['organisation', 'staff', 'permissions', 'parameters', 'alarms', 'log'], ['alarms']],
];

/** Writes the standard interfaces that the requirements name; those that exist stay as the operator changed them. */
export async function ensureBaseInterfaces(context: CallContext): Promise<void> {
  const rows = interfaces.map(([code, name, menus, openScreens]) => ({ code, name, menus, openScreens, active: true }));
  await context.database.write(context, async (tx) => void (await ensureRows(tx, BaseInterface, rows)));
}
