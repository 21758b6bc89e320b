import { definePermission } from '../../kernel/access/index.js';
import {
  type Cell,
  defineTable,
  type GraphRecord,
  type RowReader,
  type TableColumn,
} from '../../kernel/tables/index.js';
import { Employee } from '../organisation/index.js';
import { ContactMediumKind } from '../party/index.js';
import { Region } from '../region/index.js';
import { ATTRIBUTE_COLUMNS, withAttributes } from './customer-attributes.table.js';
import { customerByCode } from './customer-by-code.js';
import { customerUpdate } from './customer-update.table.js';
import { Customer } from './customer.js';

// Of an area of its own, so that those who may change records do not get it along.
definePermission({
  name: 'customer.export',
  area: 'exchange',
  description: 'To export customers as a table in a file (CUS-25).',
});

const ORGANIZATION = 'ORGANIZATION';
const PARTY = '__typename';

const individualColumns: TableColumn[] = [
  { name: 'gender', description: 'Gender: MALE, FEMALE or OTHER; people only.' },
  { name: 'birthDate', description: 'Day of birth, YYYY-MM-DD; people only.' },
  { name: 'nationality', description: 'Nationality, ISO 3166-1 alpha-2; people only.' },
  { name: 'education', description: 'Highest completed education; people only.' },
  { name: 'occupation', description: 'Occupation; people only.' },
  { name: 'maritalStatus', description: 'Marital status; people only.' },
];
const organizationColumns: TableColumn[] = [
  { name: 'registrationNo', description: 'Business registration number; organisations only.' },
  { name: 'legalRepresentative', description: 'Name of the legal representative; organisations only.' },
  { name: 'industry', description: 'Industry; organisations only.' },
  { name: 'scale', description: 'Size class; organisations only.' },
  { name: 'headCount', description: 'Number of people; organisations only.' },
  { name: 'unitKind', description: 'Kind of unit, such as company or school; organisations only.' },
];

const ofParty = (type: string, columns: readonly TableColumn[]): TableColumn[] =>
  columns.map((column) => ({
    ...column,
    at: `party.${column.name}`,
    select: `party { ... on ${type} { ${column.name} } }`,
  }));

const nodes = (record: GraphRecord, list: string): GraphRecord[] =>
  ((record['party'] as GraphRecord | null)?.[list] as { nodes: GraphRecord[] } | undefined)?.nodes ?? [];

/** A value of the first identity document that is no business registration, which has a column of its own. */
const ofDocument = (field: string) => ({
  select: 'party { identifications(first: 5) { nodes { type number validUntil } } }',
  value: (record: GraphRecord) =>
    nodes(record, 'identifications').find(({ type }) => type !== 'REGISTRATION_NO')?.[field],
});

/** A value of the first contact medium of a kind. */
const ofMedium = (kind: ContactMediumKind, field = 'value') => ({
  select: 'party { contactMedia(first: 20) { nodes { kind value postcode } } }',
  value: (record: GraphRecord) => nodes(record, 'contactMedia').find((medium) => medium['kind'] === kind)?.[field],
});

const media: readonly (readonly [string, ContactMediumKind])[] = [
  ['mobile', ContactMediumKind.MOBILE],
  ['phone', ContactMediumKind.PHONE_FIXED],
  ['email', ContactMediumKind.EMAIL],
  ['address', ContactMediumKind.POST],
];

/** Columns that stand in the input and in the record under the same name. */
const ofCustomer: TableColumn[] = [
  { name: 'customerType', description: 'Market group: PUBLIC, COMMERCIAL or BIG.' },
  { name: 'subType', description: 'Sub-type within the market group (CUS-16).' },
  { name: 'serviceLevel', description: 'Service level; STANDARD when blank.' },
  { name: 'secrecyLevel', description: 'Secrecy level; NORMAL when blank.' },
  { name: 'vipNo', description: 'VIP number.' },
  { name: 'serviceAddress', description: 'Address at which the customer is served.' },
];

/** Customers, people and organisations, as a table: import checks each row as the front desk does (CUS-25, CUS-26). */
defineTable({
  name: 'customers',
  noun: Customer,
  mutation: 'customerCreate',
  exportPermission: 'customer.export',
  keyColumn: 'code',
  known: 'select "code" as "key" from "customer_code" where "code" = any($1)',
  selfReferring: true,
  update: customerUpdate((row) => customerInput(row)),
  distinct: [['idType', 'idNo'], ['registrationNo']],
  columns: [
    {
      name: 'code',
      description:
        'Code of the customer; a row whose code exists is left alone, unless the import is told to change or refuse those.',
      needed: true,
    },
    { name: 'name', description: 'Full name of the person or organisation.', needed: true },
    {
      name: 'kind',
      description: 'INDIVIDUAL, or ORGANIZATION; a person when blank.',
      select: `party { ${PARTY} }`,
      value: ({ party }) => party && ((party as GraphRecord)[PARTY] === 'Individual' ? 'INDIVIDUAL' : ORGANIZATION),
    },
    { name: 'region', description: 'Code of the region that serves the customer.', needed: true, at: 'region.code' },
    ...ofParty('Individual', individualColumns),
    ...ofParty('ExternalOrganization', organizationColumns),
    { name: 'idType', description: 'Kind of the identity document.', ...ofDocument('type') },
    { name: 'idNo', description: 'Number of the identity document.', ...ofDocument('number') },
    { name: 'idValidUntil', description: 'Last day of its validity, YYYY-MM-DD.', ...ofDocument('validUntil') },
    ...media.map(([name, kind]) => ({ name, description: `Contact medium: ${kind}.`, ...ofMedium(kind) })),
    { name: 'postcode', description: 'Postcode of the address.', ...ofMedium(ContactMediumKind.POST, 'postcode') },
    ...ofCustomer,
    { name: 'accountManager', description: 'Staff number of the account manager.', at: 'accountManager.employeeNo' },
    {
      name: 'parent',
      description: 'Code of the customer who owns it; may stand in another row of the file (CUS-45).',
      select:
        'relationshipsTo(first: 1, filter: { type: { eq: OWNERSHIP }, validity: { to: { isNull: true } } }) { nodes { from { code } } }',
      value: ({ relationshipsTo }) =>
        (relationshipsTo as { nodes: { from: GraphRecord | null }[] } | undefined)?.nodes[0]?.from?.['code'],
    },
    { name: 'operators', description: 'Operators whose services are used, with semicolons between.' },
    { name: 'lifecycle', description: 'Where the customer stands with the operator.', exportOnly: true },
    { name: 'joinedAt', description: 'When the customer first had a product in use.', exportOnly: true },
    { name: 'leftAt', description: 'When the customer left.', exportOnly: true },
  ],
  input: customerInput,
  further: { named: ATTRIBUTE_COLUMNS, add: withAttributes },
});

function customerInput(row: RowReader) {
  return {
    code: row.text('code'),
    regionId: row.reference('region', Region),
    ...whoOf(row),
    identifications: row.has('idNo')
      ? [
          {
            type: row.text('idType') ?? row.fault('idType', 'A number needs its kind.'),
            number: row.text('idNo'),
            validUntil: row.text('idValidUntil'),
          },
        ]
      : undefined,
    contactMedia: mediaOf(row),
    ...Object.fromEntries(ofCustomer.map(({ name }) => [name, row.text(name)])),
    accountManagerId: row.reference('accountManager', {
      noun: Employee,
      select: 'select "employee_no" as "key", "id" from "employee" where "employee_no" = any($1)',
    }),
    parentId: row.reference('parent', customerByCode),
    operators: row.texts('operators'),
  };
}

function whoOf(row: RowReader) {
  const isOrganization = String(row.text('kind')?.value ?? '').toUpperCase() === ORGANIZATION;
  if (row.has('kind') && !isOrganization && row.text('kind')!.value !== 'INDIVIDUAL')
    row.fault('kind', 'Expected is INDIVIDUAL or ORGANIZATION.');
  const [own, foreign] = isOrganization
    ? [organizationColumns, individualColumns]
    : [individualColumns, organizationColumns];
  for (const { name } of foreign)
    if (row.has(name)) row.fault(name, `${isOrganization ? 'An organisation' : 'A person'} has no ${name}.`);
  const data: Record<string, Cell | undefined> = { name: row.text('name') };
  for (const { name } of own) data[name] = name === 'headCount' ? row.whole(name) : row.text(name);
  return isOrganization ? { organization: data } : { individual: data };
}

function mediaOf(row: RowReader) {
  const given = media.flatMap(([column, kind]) =>
    row.has(column)
      ? [
          {
            kind,
            value: row.text(column),
            postcode: kind === ContactMediumKind.POST ? row.text('postcode') : undefined,
          },
        ]
      : [],
  );
  return given.length > 0 ? given : undefined;
}
