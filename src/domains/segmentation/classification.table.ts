import { definePermission } from '../../kernel/access/index.js';
import { defineTable } from '../../kernel/tables/index.js';
import { customerByCode, CustomerSegment, SegmentDimension, SegmentMembership } from '../customer/index.js';

const CLASSIFICATION_EXPORT = 'classification.export';

// Of an area of its own, so that those who may change classes do not get it along.
definePermission({
  name: CLASSIFICATION_EXPORT,
  area: 'exchange',
  description: 'To export the classes of customers, and who is in them, as tables in files (CUS-74).',
});

/** Classes of customers as a table, to be imported, and exported for print (CUS-74). */
defineTable({
  name: 'customer-classes',
  noun: CustomerSegment,
  list: 'customerSegments',
  mutation: 'customerSegmentSave',
  exportPermission: CLASSIFICATION_EXPORT,
  keyColumn: 'code',
  columns: [
    { name: 'code', description: 'Code; a row whose code exists is left alone.', needed: true },
    { name: 'name', description: 'Name.', needed: true },
    { name: 'dimension', description: 'Code of the dimension.', needed: true, at: 'dimension.code' },
    { name: 'condition', description: 'Condition over `customer` in FEEL; empty for a list.' },
    { name: 'rule', description: 'The rule in words.' },
    { name: 'priority', description: 'HIGH, MEDIUM or LOW.' },
    { name: 'status', description: 'Whether it is in use.', exportOnly: true },
    { name: 'memberCount', description: 'Number of customers when last found.', exportOnly: true },
    { name: 'revenue', description: 'Monthly revenue then.', exportOnly: true, at: 'revenue.amount' },
    { name: 'currency', description: 'Its currency.', exportOnly: true, at: 'revenue.currency' },
    { name: 'refreshedAt', description: 'When they were last found.', exportOnly: true },
  ],
  input: (row) => ({
    code: row.text('code'),
    name: row.text('name'),
    dimensionId: row.reference('dimension', SegmentDimension),
    condition: row.text('condition'),
    rule: row.text('rule'),
    priority: row.text('priority'),
  }),
});

/** Who is and was in which class as a table, to be exported for print; import puts customers into lists (CUS-74). */
defineTable({
  name: 'customer-class-members',
  noun: SegmentMembership,
  list: 'segmentMemberships',
  mutation: 'customerSegmentMembersAdd',
  inputType: 'SegmentMembersInput',
  exportPermission: CLASSIFICATION_EXPORT,
  keyColumn: 'member',
  exportOrder: 'createdAt',
  known: `select "s"."code" || '/' || "c"."code" as "key" from "segment_membership" "m" join "customer_segment" "s" on "s"."id" = "m"."segment_id"
    join "customer" "c" on "c"."id" = "m"."customer_id" where "m"."validity_to" is null and "s"."code" || '/' || "c"."code" = any($1)`,
  columns: [
    {
      name: 'member',
      description: 'Codes of the class and of the customer with a slash between; who is in it already is left alone.',
      needed: true,
      select: 'segment { code } customer { code }',
      value: (record) => `${codeIn(record['segment'])}/${codeIn(record['customer'])}`,
    },
    { name: 'class', description: 'Code of the class, a list.', needed: true, at: 'segment.code' },
    { name: 'className', description: 'Name of the class.', exportOnly: true, at: 'segment.name' },
    { name: 'dimension', description: 'Code of its dimension.', exportOnly: true, at: 'dimension.code' },
    { name: 'customer', description: 'Code of the customer.', needed: true, at: 'customer.code' },
    { name: 'customerName', description: 'Name of the customer.', exportOnly: true, at: 'customer.name' },
    { name: 'customerType', description: 'Market group.', exportOnly: true, at: 'customer.customerType' },
    { name: 'region', description: 'Code of the region.', exportOnly: true, at: 'customer.region.code' },
    { name: 'validFrom', description: 'Since when.', exportOnly: true, at: 'validity.from' },
    { name: 'validTo', description: 'Until when; empty while it holds.', exportOnly: true, at: 'validity.to' },
  ],
  input: (row) => ({
    segmentId: row.reference('class', CustomerSegment),
    customerIds: [row.reference('customer', customerByCode)],
  }),
});

const codeIn = (part: unknown): string => (part as { code: string }).code;
