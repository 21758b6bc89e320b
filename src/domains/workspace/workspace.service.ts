import { mayManageCommon } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse, userError, type InputPath } from '../../kernel/errors/index.js';
import { applyChanges, expectVersion } from '../../kernel/record/index.js';
import { Employee } from '../organisation/index.js';
import { BaseInterface } from './base-interface.js';
import { WorkspaceView } from './workspace-view.js';
import type { BaseInterfaceSaveInput, WorkspaceViewRemoveInput, WorkspaceViewSaveInput } from './workspace.inputs.js';

/** Makes or replaces a standard interface. */
export async function saveBaseInterface(context: CallContext, input: BaseInterfaceSaveInput): Promise<BaseInterface> {
  return context.database.write(context, async (tx) => {
    if (!mayManageCommon(tx.caller)) refuse('OUT_OF_SCOPE', 'Only the headquarters may do this.', ['input']);
    refuseDoubles(input.menus, ['input', 'menus']);
    const known = await tx.em.findOne(BaseInterface, { code: input.code });
    const base =
      (known && (await tx.find(BaseInterface, known.id))) ??
      tx.add(Object.assign(new BaseInterface(), { code: input.code }));
    const changes = applyChanges(base, {
      name: input.name.trim(),
      menus: input.menus,
      openScreens: input.openScreens ?? [],
      active: input.active ?? true,
    });
    if (changes.length)
      tx.record({ kind: 'RECORD_CHANGE', type: 'interface.saved', subject: base, data: { code: base.code, changes } });
    return base;
  });
}

/** The employee who calls, locked, so that what they have is changed by one operation at a time. */
export async function callingEmployee(tx: Transaction): Promise<Employee> {
  const { employeeId } = tx.caller;
  if (!employeeId) return refuse('NOT_AN_EMPLOYEE', 'Only employees have a workspace.', ['input']);
  await tx.em.execute('select 1 from "employee" where "id" = ? for no key update', [employeeId]);
  return tx.em.getReference(Employee, employeeId);
}

/** Makes a view of the caller's own, or changes it. */
export async function saveView(context: CallContext, input: WorkspaceViewSaveInput): Promise<WorkspaceView> {
  return context.database.write(context, async (tx) => {
    const employee = await callingEmployee(tx);
    const known = input.viewId ? await tx.get(WorkspaceView, input.viewId, ['input', 'viewId']) : null;
    if (known) expectVersion(known, input.expectedVersion, ['input', 'expectedVersion']);
    const base = await tx.get(BaseInterface, input.baseId, ['input', 'baseId'], { lock: false });
    if (!base.active && known?.base.id !== base.id)
      refuse('NOT_ACTIVE', 'This interface may not be used for new views.', ['input', 'baseId']);
    const menus = offered(base, input.menus ?? base.menus);
    refuseDoubles(
      input.windows.map(({ screen }) => screen),
      ['input', 'windows'],
    );
    const name = input.name.trim();
    const others = await tx.em.find(WorkspaceView, { employee, ...(known ? { id: { $ne: known.id } } : {}) });
    if (others.some((other) => other.name === name))
      refuse('DUPLICATE', 'Another view has this name.', ['input', 'name']);
    const main = input.main ?? known?.main ?? false;
    // The mark moves before it is set anew: one view of an employee has it at any time.
    if (main) {
      const before = others.find((other) => other.main);
      if (before) await tx.em.nativeUpdate(WorkspaceView, { id: before.id }, { main: false });
    }
    const view = known ?? tx.add(Object.assign(new WorkspaceView(), { employee, version: 0, main: false }));
    const windows = input.windows.map(({ screen, x, y, width, height }) => ({ screen, x, y, width, height }));
    const openScreens = input.openScreens ?? base.openScreens;
    Object.assign(view, { base, name, menus, openScreens, windows, main, version: view.version + 1 });
    tx.record({ kind: 'BUSINESS_FACT', type: 'workspace.view.saved', subject: view, data: { version: view.version } });
    return view;
  });
}

function offered(base: BaseInterface, menus: readonly string[]): string[] {
  const faults = menus.flatMap((menu, index) =>
    base.menus.includes(menu)
      ? []
      : [userError('NOT_OFFERED', 'The standard interface does not offer this menu.', ['input', 'menus', index])],
  );
  if (faults.length) throw new Refusal(faults);
  refuseDoubles(menus, ['input', 'menus']);
  return [...menus];
}

function refuseDoubles(codes: readonly string[], path: InputPath): void {
  const index = codes.findIndex((code, at) => codes.indexOf(code) !== at);
  if (index >= 0) refuse('DUPLICATE', 'It is given twice.', [...path, index]);
}

/** Removes a view of the caller's own. */
export async function removeView(context: CallContext, input: WorkspaceViewRemoveInput): Promise<void> {
  await context.database.write(context, async (tx) => {
    await callingEmployee(tx);
    const view = await tx.get(WorkspaceView, input.viewId, ['input', 'viewId']);
    tx.record({ kind: 'BUSINESS_FACT', type: 'workspace.view.removed', subject: view });
    tx.em.remove(view);
  });
}
