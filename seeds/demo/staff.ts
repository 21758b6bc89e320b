import { Employee, EmployeePosition, EmployeeStatus, Position } from '../../src/domains/organisation/index.js';
import { Individual, PartyStatus } from '../../src/domains/party/index.js';
import type { Database } from '../../src/kernel/database/database.js';
import type { Batch } from '../bulk/batch.js';
import type { Actor } from '../bulk/history.js';
import { Random } from '../bulk/random.js';
import { seedId } from '../bulk/seed-id.js';
import { makeEmail, makePerson } from './people/person.js';
import type { Reference } from './reference.js';

/** An employee who does something in the stories. */
export interface Clerk {
  id: string;
  name: string;
  actor: Actor;
}

/** The employees, by what they do. */
export interface Staff {
  /** At the halls, by local network. */
  clerks: Map<string, Clerk[]>;
  managers: Map<string, Clerk[]>;
  /** At the hotline. */
  agents: Clerk[];
  dispatchers: Clerk[];
}

/** Positions and how many hold them: in each hall, and at the hotline. */
const HALL = [
  ['HALL_MANAGER', 1],
  ['HALL_CLERK', 3],
  ['BIG_CUSTOMER_MANAGER', 3],
] as const;
const HOTLINE = [
  ['CALL_CENTRE_SUPERVISOR', 2],
  ['CALL_CENTRE_AGENT', 10],
] as const;
const HIRED = new Date('2015-03-01T00:00:00Z');

/** Makes up the employees. Their rows are added to the batch, if there is one: they are the same for every size of the population. */
export async function makeStaff(
  database: Database,
  seed: number,
  reference: Reference,
  batch: Batch | undefined,
): Promise<Staff> {
  const positions = new Map((await database.orm.em.fork().find(Position, {})).map(({ code, id }) => [code, id]));
  const staff: Staff = { clerks: new Map(), managers: new Map(), agents: [], dispatchers: [] };
  let number = 0;
  const hire = (position: string, organization: string, region: string, prefix: string): Clerk => {
    const clerk = makeEmployee(
      seed,
      number++,
      { organization, region, prefix, position: positions.get(position)! },
      batch,
    );
    return clerk;
  };
  for (const { id, code, network, organizationId } of reference.regions) {
    if (code !== network) continue;
    const held = HALL.map(([position, count]) =>
      Array.from({ length: count }, () => hire(position, organizationId, id, network)),
    );
    staff.clerks.set(network, [...held[0]!, ...held[1]!]);
    staff.managers.set(network, held[2]!);
  }
  const [dispatchers, agents] = HOTLINE.map(([position, count]) =>
    Array.from({ length: count }, () => hire(position, reference.hotlineId, reference.countryId, 'HQ')),
  );
  staff.dispatchers = dispatchers!;
  staff.agents = agents!;
  return staff;
}

function makeEmployee(
  seed: number,
  number: number,
  place: { organization: string; region: string; prefix: string; position: string },
  batch: Batch | undefined,
): Clerk {
  // Employees belong to no customer: their keys stand before those of the first one.
  const key = (noun: typeof Employee | typeof Individual | typeof EmployeePosition) => seedId(seed, noun, -1 - number);
  const random = new Random(seed, -1 - number);
  const person = makePerson(random, 0);
  const employeeNo = `${place.prefix}${seed}${String(number + 1).padStart(4, '0')}`;
  const id = key(Employee);
  const clerk = { id, name: person.name, actor: { subject: employeeNo, name: person.name, kind: 'STAFF' as const } };
  if (!batch) return clerk;
  const validity = { from: HIRED, to: null };
  batch.add(Individual, {
    id: key(Individual),
    createdAt: HIRED,
    name: person.name,
    status: PartyStatus.ACTIVE,
    region: place.region,
    gender: person.gender,
    nationality: 'CN',
    hobbies: [],
  });
  batch.add(Employee, {
    id,
    createdAt: HIRED,
    employeeNo,
    name: person.name,
    person: key(Individual),
    organization: place.organization,
    status: EmployeeStatus.ACTIVE,
    validity,
    phone: `400${random.digits(7)}`,
    email: makeEmail(random, person.handle),
    skills: [],
  });
  batch.add(EmployeePosition, {
    id: key(EmployeePosition),
    createdAt: HIRED,
    employee: id,
    position: place.position,
    main: true,
    validity,
  });
  return clerk;
}
