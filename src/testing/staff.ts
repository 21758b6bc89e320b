import { Employee, EmployeePosition, EmployeeStatus, Position } from '../domains/organisation/index.js';
import { Individual, InternalOrganization, PartyStatus } from '../domains/party/index.js';
import { encodeId, TimePeriod } from '../kernel/model/index.js';
import type { As, TestGraph } from './graph.js';

/** An employee that a test made. */
export interface Hired {
  /** Opaque id of the employee. */
  id: string;
  /** Calls as the employee, with what they hold. */
  as: As;
}

/** Makes an employee in a unit of the standard organisation, such as `H4401`, with positions such as `HALL_CLERK`. */
export async function hire(
  graph: TestGraph,
  employeeNo: string,
  unit: string,
  positions: readonly string[] = [],
): Promise<Hired> {
  const { database } = graph;
  return database.write(database.systemContext('test'), async (tx) => {
    const organization = await tx.em.findOneOrFail(InternalOrganization, { code: unit });
    const person = tx.add(
      Object.assign(new Individual(), {
        name: `Employee ${employeeNo}`,
        status: PartyStatus.ACTIVE,
        region: organization.region,
        hobbies: [],
      }),
    );
    const validity = () => TimePeriod.since(new Date('2020-01-01T00:00:00Z'));
    const own = {
      employeeNo,
      name: person.name,
      person,
      organization,
      status: EmployeeStatus.ACTIVE,
      skills: [],
      deletedAt: null,
    };
    const employee = tx.add(Object.assign(new Employee(), { ...own, validity: validity() }));
    for (const code of positions) {
      const position = await tx.em.findOneOrFail(Position, { code });
      tx.add(Object.assign(new EmployeePosition(), { employee, position, main: true, validity: validity() }));
    }
    return { id: encodeId('em', employee.id), as: { sub: employeeNo, role: 'staff' } };
  });
}
