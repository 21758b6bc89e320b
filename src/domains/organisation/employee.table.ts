import { definePermission } from '../../kernel/access/index.js';
import { defineTable, type GraphRecord } from '../../kernel/tables/index.js';
import { InternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { Employee } from './employee.js';
import { Position } from './position.js';

definePermission({
  name: 'employee.export',
  area: 'exchange',
  description: 'To export staff as a table in a file (SYS-54).',
});

const UNIT = {
  noun: InternalOrganization,
  select: `select "code" as "key", "id" from "party" where "code" = any($1) and "kind" = 'INTERNAL_ORGANIZATION'`,
};

/** What holds now of a list that has periods; what is marked as main comes first. */
const open = (list: string, fields: string, value: (row: GraphRecord) => unknown) => ({
  select: `${list}(first: 50, filter: { validity: { to: { isNull: true } } }) { nodes { ${fields} } }`,
  value: (record: GraphRecord) =>
    (record[list] as { nodes: GraphRecord[] }).nodes
      .toSorted((one, two) => Number(two['main'] ?? 0) - Number(one['main'] ?? 0))
      .map(value),
});

/** Staff as a table, such as the sales staff that another system knows: import checks each row as hiring does (SYS-54). */
defineTable({
  name: 'employees',
  noun: Employee,
  mutation: 'employeeCreate',
  exportPermission: 'employee.export',
  keyColumn: 'employeeNo',
  known: 'select "employee_no" as "key" from "employee" where "employee_no" = any($1)',
  columns: [
    { name: 'employeeNo', description: 'Staff number; a row whose number exists is left alone.', needed: true },
    { name: 'name', description: 'Full name.', needed: true },
    { name: 'unit', description: 'Code of the unit.', needed: true, at: 'organization.code' },
    {
      name: 'positions',
      description: 'Codes of positions, the main one first, with semicolons between.',
      ...open('positions', 'main position { code }', (row) => (row['position'] as GraphRecord)['code']),
    },
    {
      name: 'regions',
      description: 'Codes of regions, when not all of the unit, with semicolons between.',
      ...open('regions', 'region { code }', (row) => (row['region'] as GraphRecord)['code']),
    },
    { name: 'phone', description: 'Telephone number at work.' },
    { name: 'email', description: 'E-mail address at work.' },
    { name: 'skills', description: 'Skills, with semicolons between.' },
    { name: 'from', description: 'First moment or day of validity; now when blank.', at: 'validity.from' },
    { name: 'until', description: 'End of validity; none when blank.', at: 'validity.to' },
    { name: 'status', description: 'Whether the employee works here.', exportOnly: true },
  ],
  input: (row) => ({
    employeeNo: row.text('employeeNo'),
    person: { name: row.text('name') },
    organizationId: row.reference('unit', UNIT),
    positionIds: row.has('positions')
      ? row.parts('positions').map((code) => row.referring('positions', code, Position))
      : undefined,
    regionIds: row.has('regions')
      ? row.parts('regions').map((code) => row.referring('regions', code, Region))
      : undefined,
    phone: row.text('phone'),
    email: row.text('email'),
    skills: row.texts('skills'),
    from: row.moment('from'),
    until: row.moment('until'),
  }),
});
