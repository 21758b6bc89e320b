import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { inRows, Refusal, refuse, type InputPath, type RowRejection } from '../../kernel/errors/index.js';
import { decodeId, TimePeriod } from '../../kernel/model/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import { operatorToday } from '../calendar/index.js';
import { addIndividual, Individual, individualFaults, type InternalOrganization, renameParty } from '../party/index.js';
import { EmployeePosition } from './employee-position.js';
import { EmployeeRegion } from './employee-region.js';
import { Employee, EmployeeStatus } from './employee.js';
import { assignPositions, endPositions } from './employee-positions.js';
import { claimStaffNumber, nextStaffNumber } from './staff-number.js';
import type {
  EmployeeChangeInput,
  EmployeeCreateInput,
  EmployeeLeaveInput,
  EmployeeMoveInput,
  EmployeePositionsInput,
  EmployeeRowInput,
} from './staff.inputs.js';
import { managedUnit, openUnit, regionsInScope } from './unit-checks.js';
import { arrivals, endings } from './staff-endings.js';

/** Hires an employee into a unit. */
export async function createEmployee(
  context: CallContext,
  tx: Transaction,
  input: EmployeeCreateInput,
  at: InputPath,
): Promise<Employee> {
  const organization = await openUnit(tx, input.organizationId, [...at, 'organizationId']);
  const region = organization.region;
  if (!region) return refuse('NO_REGION', 'The unit has no seat; give it a region first.', [...at, 'organizationId']);
  const faults = individualFaults(input.person, [], [...at, 'person'], await operatorToday(tx));
  if (faults.length) throw new Refusal(faults);
  if (input.employeeNo) await claimStaffNumber(context, tx, input.employeeNo, [...at, 'employeeNo']);
  const employeeNo = input.employeeNo ?? (await nextStaffNumber(context, organization));
  const person = addIndividual(tx, input.person, region);
  const { phone = null, email = null } = input;
  const own = {
    employeeNo,
    name: person.name,
    person,
    organization,
    phone,
    email,
    skills: input.skills ?? [],
    deletedAt: null,
  };
  const employee = tx.add(
    Object.assign(new Employee(), {
      ...own,
      status: EmployeeStatus.ACTIVE,
      validity: period(tx, input.from, input.until, at),
    }),
  );
  for (const each of await regionsInScope(tx, input.regionIds ?? [], [...at, 'regionIds']))
    addRegion(tx, employee, each);
  await assignPositions(tx, employee, input.positionIds ?? [], null, [...at, 'positionIds']);
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'employee.created',
    ...about(employee, organization),
    data: { employeeNo, organization: organization.code },
  });
  await arrivals.run(tx, employee);
  return employee;
}

const about = (employee: Employee, unit: InternalOrganization) => ({
  subject: employee,
  regionId: unit.region?.id ?? null,
});

function period(
  tx: Transaction,
  from: string | null | undefined,
  until: string | null | undefined,
  at: InputPath,
): TimePeriod {
  const begin = from ? new Date(from) : tx.at;
  const end = until ? new Date(until) : null;
  if (end && end <= begin) refuse('INVALID_PERIOD', 'The end must be after the beginning.', [...at, 'until']);
  return TimePeriod.since(begin, end);
}

function addRegion(tx: Transaction, employee: Employee, region: EmployeeRegion['region']): void {
  tx.add(Object.assign(new EmployeeRegion(), { employee, region, validity: TimePeriod.since(tx.at) }));
}

/** The employee with this id in the caller's part of the organisation, and the unit where they work. */
async function managedEmployee(
  tx: Transaction,
  id: string,
  path: InputPath,
): Promise<{ employee: Employee; unit: InternalOrganization }> {
  const employee = await tx.get(Employee, id, path);
  const unit = await managedUnit(tx, tx.idOf(employee.organization), path);
  if (employee.status === EmployeeStatus.DELETED) refuse('NOT_ACTIVE', 'The employee has left.', path);
  return { employee, unit };
}

/** Changes an employee. A validity that ends later makes an invalid number valid again. */
export async function changeEmployee(tx: Transaction, input: EmployeeChangeInput, at: InputPath): Promise<Employee> {
  const { employee, unit } = await managedEmployee(tx, input.employeeId, [...at, 'employeeId']);
  const { name, phone, email, skills, until } = input;
  const changes = applyChanges(employee, {
    name: name?.trim() ?? undefined,
    phone,
    email,
    skills: skills === null ? [] : skills,
  });
  if (name) {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
    const person = await tx.em.findOneOrFail(Individual, { id: employee.person.id }, lock);
    await renameParty(tx, person, employee.name, [...at, 'name']);
  }
  if (until !== undefined) {
    const before = employee.validity;
    employee.validity = period(tx, before.from.toISOString(), until, at);
    changes.push({
      field: 'validity.to',
      old: before.to?.toISOString() ?? null,
      new: employee.validity.to?.toISOString() ?? null,
    });
    const valid = employee.validity.to === null || employee.validity.to > tx.at;
    const returns = valid && employee.status !== EmployeeStatus.ACTIVE;
    setStatus(tx, employee, unit, valid ? EmployeeStatus.ACTIVE : EmployeeStatus.INVALID, valid ? 'extend' : 'expire');
    if (returns) await arrivals.run(tx, employee);
  }
  if (input.regionIds) changes.push(...(await workFor(tx, employee, input.regionIds, [...at, 'regionIds'])));
  if (changes.length)
    tx.record({ kind: 'RECORD_CHANGE', type: 'employee.changed', ...about(employee, unit), data: { changes } });
  return employee;
}

async function workFor(
  tx: Transaction,
  employee: Employee,
  ids: readonly string[],
  at: InputPath,
): Promise<FieldChange[]> {
  const regions = await regionsInScope(tx, ids, at);
  const open = await tx.em.find(
    EmployeeRegion,
    { employee, validity: { to: null } },
    { populate: ['region'] as never },
  );
  for (const link of open)
    if (!regions.includes(link.region)) link.validity = TimePeriod.since(link.validity.from, tx.at);
  for (const region of regions) if (!open.some((link) => link.region.id === region.id)) addRegion(tx, employee, region);
  return [{ field: 'regions', old: open.map(({ region }) => region.code), new: regions.map(({ code }) => code) }];
}

/** Puts a staff number into a state and records it; nothing when it is in that state. */
export function setStatus(
  tx: Transaction,
  employee: Employee,
  unit: InternalOrganization,
  status: EmployeeStatus,
  action: string,
  reason?: string,
): void {
  const from = employee.status;
  if (from === status) return;
  employee.status = status;
  tx.record({
    kind: 'STATE_CHANGE',
    type: 'employee.status.changed',
    ...about(employee, unit),
    from,
    to: status,
    action,
    reason: reason ?? null,
  });
}

/** Moves an employee to another unit under the same number; what they had in the old one ends. */
export async function moveEmployee(tx: Transaction, input: EmployeeMoveInput, at: InputPath): Promise<Employee> {
  const { employee, unit } = await managedEmployee(tx, input.employeeId, [...at, 'employeeId']);
  const organization = await openUnit(tx, input.organizationId, [...at, 'organizationId']);
  const changes = applyChanges(employee, { organization });
  if (changes.length === 0) return employee;
  await endAll(tx, employee, 'move');
  await assignPositions(tx, employee, input.positionIds ?? [], null, [...at, 'positionIds']);
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'employee.moved',
    ...about(employee, organization),
    data: { changes, from: unit.code, to: organization.code },
  });
  return employee;
}

/** Marks an employee as gone: nothing is removed, and nothing may be done with the number any more. */
export async function leaveEmployee(tx: Transaction, input: EmployeeLeaveInput, at: InputPath): Promise<Employee> {
  const { employee, unit } = await managedEmployee(tx, input.employeeId, [...at, 'employeeId']);
  if (employee.id === tx.caller.employeeId) refuse('OUT_OF_SCOPE', 'Nobody removes themselves.', [...at, 'employeeId']);
  await endAll(tx, employee, 'leave');
  employee.deletedAt = tx.at;
  setStatus(tx, employee, unit, EmployeeStatus.DELETED, 'leave', input.reason);
  return employee;
}

async function endAll(tx: Transaction, employee: Employee, why: 'move' | 'leave'): Promise<void> {
  await endPositions(tx, employee, await tx.em.find(EmployeePosition, { employee, validity: { to: null } }));
  for (const link of await tx.em.find(EmployeeRegion, { employee, validity: { to: null } }))
    link.validity = TimePeriod.since(link.validity.from, tx.at);
  await endings.run(tx, employee, why);
}

/** Assigns positions to an employee and ends others. */
export async function changePositions(
  tx: Transaction,
  input: EmployeePositionsInput,
  at: InputPath,
): Promise<Employee> {
  const { employee } = await managedEmployee(tx, input.employeeId, [...at, 'employeeId']);
  if (employee.id === tx.caller.employeeId && input.assignIds?.length)
    refuse('SELF_GRANT', 'Nobody gives a position to themselves.', [...at, 'assignIds']);
  const ending: EmployeePosition[] = [];
  for (const [index, id] of (input.endIds ?? []).entries()) {
    const held = await tx.em.findOne(EmployeePosition, {
      employee,
      position: decodeId(id)!.uuid,
      validity: { to: null },
    });
    ending.push(held ?? refuse('NOT_HELD', 'The employee does not hold this position.', [...at, 'endIds', index]));
  }
  await endPositions(tx, employee, ending);
  const until = input.until ? new Date(input.until) : null;
  if (until && until <= tx.at) refuse('INVALID_PERIOD', 'The end must be to come.', [...at, 'until']);
  await assignPositions(tx, employee, input.assignIds ?? [], until, [...at, 'assignIds']);
  return employee;
}

/** Carries out many operations, each by itself. */
export async function applyEmployees(
  context: CallContext,
  rows: readonly EmployeeRowInput[],
): Promise<{ results: Employee[]; rejections: RowRejection[] }> {
  return inRows(rows, (row, index) =>
    context.database.write(context, async (tx) => {
      const at = (step: string) => ['input', 'rows', index, step];
      const steps = Object.values(row).filter((value) => value !== null && value !== undefined);
      if (steps.length !== 1)
        refuse('REQUIRED', 'Exactly one operation is expected in a row.', ['input', 'rows', index]);
      if (row.create) return createEmployee(context, tx, row.create, at('create'));
      if (row.change) return changeEmployee(tx, row.change, at('change'));
      if (row.move) return moveEmployee(tx, row.move, at('move'));
      if (row.leave) return leaveEmployee(tx, row.leave, at('leave'));
      return changePositions(tx, row.positions!, at('positions'));
    }),
  );
}
