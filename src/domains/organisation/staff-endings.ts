import type { Transaction } from '../../kernel/database/transaction.js';
import type { Employee } from './employee.js';

/** What another domain does when an employee moves or leaves, in the same transaction. */
export type StaffEnding = (tx: Transaction, employee: Employee, why: 'move' | 'leave') => Promise<void>;

/** What ends with the place of an employee in a unit, by the domains that know of it, such as permissions and accounts. */
class StaffEndings {
  private readonly all: StaffEnding[] = [];

  add(ending: StaffEnding): void {
    this.all.push(ending);
  }

  async run(tx: Transaction, employee: Employee, why: 'move' | 'leave'): Promise<void> {
    for (const ending of this.all) await ending(tx, employee, why);
  }
}

export const endings = new StaffEndings();

/** What another domain does when somebody begins to work, or works again, in the same transaction. */
export type StaffArrival = (tx: Transaction, employee: Employee) => Promise<void>;

/** What begins when a staff number can be used, by the domains that know of it. */
class StaffArrivals {
  private readonly all: StaffArrival[] = [];

  add(arrival: StaffArrival): void {
    this.all.push(arrival);
  }

  async run(tx: Transaction, employee: Employee): Promise<void> {
    for (const arrival of this.all) await arrival(tx, employee);
  }
}

export const arrivals = new StaffArrivals();

/** What a position's roles hold must be grantable by who assigns it; the domain of permissions knows. */
export type PositionCheck = (
  tx: Transaction,
  roleIds: readonly string[],
  path: readonly (string | number)[],
) => Promise<void>;

let check: PositionCheck = async () => undefined;

/** Says who checks the assignment of positions. */
export function checkPositionsBy(given: PositionCheck): void {
  check = given;
}

/** Refuses when the caller may not give what these roles hold. */
export const checkRoles: PositionCheck = (tx, roleIds, path) => check(tx, roleIds, path);
