import {
  changedInput,
  defineTable,
  type GraphRecord,
  jsonForm,
  momentForm,
  partsForm,
  type RowReader,
  updateByCode,
} from '../../kernel/tables/index.js';
import { ExternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { ProductLine } from './product-line.js';
import { Product } from './product.js';
import { CATALOGUE_EXPORT } from './tariff-plan.table.js';

const ATTRIBUTE = 'code name dataType mandatory allowedValues min max unit defaultValue perEnd';

const nodes = (list: unknown): GraphRecord[] => (list as { nodes: GraphRecord[] }).nodes;

/** The template of a product as an import reads it: what is empty is left away. */
function templateOf({ attributes }: GraphRecord): unknown {
  const items = nodes(attributes)
    .toSorted((one, other) => Number(one['position']) - Number(other['position']))
    .map(({ position: _, ...attribute }) =>
      Object.fromEntries(
        Object.entries(attribute).filter(
          ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
        ),
      ),
    );
  return items.length > 0 ? JSON.stringify(items) : null;
}

/** Products with their attribute templates and services (PRD-01, PRD-12, PRD-27). */
defineTable({
  name: 'products',
  noun: Product,
  mutation: 'productCreate',
  exportPermission: CATALOGUE_EXPORT,
  keyColumn: 'code',
  columns: [
    {
      name: 'code',
      description:
        'Code of the product; a row whose code exists is left alone, unless the import is told to change or refuse those.',
      needed: true,
    },
    { name: 'name', description: 'Name in the language of the operator.', needed: true },
    { name: 'description', description: 'What it does.' },
    { name: 'kind', description: 'MAIN or ATTACHED.', needed: true },
    { name: 'nature', description: 'COMMUNICATION, PHYSICAL or SOFT_SERVICE.', needed: true },
    { name: 'level', description: 'Level that maintains it.', needed: true },
    {
      name: 'owner',
      description: 'Code of the province or local network that maintains it; that of who imports it when blank.',
      at: 'owner.code',
    },
    { name: 'providerKind', description: 'OWN, OTHER_OPERATOR or PARTNER.', needed: true },
    { name: 'provider', description: 'Name of the providing organisation, unless it is OWN.', at: 'provider.name' },
    { name: 'productLine', description: 'Code of the product line.', needed: true, at: 'productLine.code' },
    { name: 'validFrom', description: 'First moment of sale; now when blank.', at: 'validity.from' },
    { name: 'validTo', description: 'First moment after the sale.', at: 'validity.to' },
    {
      name: 'services',
      description: 'Customer services that may be ordered on it, with semicolons between.',
      needed: true,
      select: 'services(first: 20) { nodes { service } }',
      value: ({ services }) => nodes(services).map(({ service }) => service),
    },
    {
      name: 'attributes',
      description: 'Template of attributes: a JSON list of ProductAttributeInput.',
      select: `attributes(first: 100) { nodes { ${ATTRIBUTE} position } }`,
      value: templateOf,
    },
    { name: 'status', description: 'State of the product.', exportOnly: true, becomes: 'PENDING_APPROVAL' },
  ],
  input: productInput,
  update: productUpdate(),
});

function productInput(row: RowReader): Record<string, unknown> {
  return {
    code: row.text('code'),
    name: row.text('name'),
    description: row.text('description'),
    kind: row.text('kind'),
    nature: row.text('nature'),
    level: row.text('level'),
    ownerId: row.reference('owner', Region),
    providerKind: row.text('providerKind'),
    providerId: row.reference('provider', {
      noun: ExternalOrganization,
      // A name that several organisations have names none of them.
      select: `select "name" as "key", min("id"::text) as "id" from "party" where "kind" = 'EXTERNAL_ORGANIZATION' and "name" = any($1) group by "name" having count(*) = 1`,
    }),
    productLineId: row.reference('productLine', ProductLine),
    validFrom: row.moment('validFrom'),
    validTo: row.moment('validTo'),
    services: row.texts('services')?.map((service) => ({ service })),
    attributes: row.json('attributes'),
  };
}

/** What a row may change: the rest says which product it is, and who maintains it. */
function productUpdate() {
  return updateByCode(Product, {
    mutations: { productChange: 'change { id }' },
    fixed: ['kind', 'nature', 'level', 'owner', 'providerKind', 'provider', 'productLine', 'validFrom'],
    forms: { validFrom: momentForm, validTo: momentForm, services: partsForm(), attributes: jsonForm },
    steps: (change) => {
      const values = changedInput(change, productInput, ['name', 'description', 'validTo', 'services', 'attributes']);
      return [{ mutation: 'productChange', input: { productId: change.record.id, ...values, reason: 'import' } }];
    },
  });
}
