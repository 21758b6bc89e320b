import type { Database } from '../../kernel/database/database.js';
import type {
  Cell,
  ChangeStep,
  GraphRecord,
  RowChange,
  RowReader,
  TableColumn,
  TableDefinition,
  TableUpdate,
} from '../../kernel/tables/index.js';
import { AttributeDataType } from '../catalogue/index.js';
import { CustomerType } from './customer-enums.js';

/** Before the code of an attribute in the name of its column. */
const PREFIX = 'characteristics.';

/** How these columns are named. */
export const ATTRIBUTE_COLUMNS = `${PREFIX}*`;

interface Attribute {
  customerType: CustomerType;
  code: string;
  name: string;
  dataType: AttributeDataType;
}

const ATTRIBUTES = `
  select "t"."customer_type" "customerType", "f"."code", "f"."name", "f"."data_type" "dataType"
  from "customer_template_field" "f" join "customer_template" "t" on "t"."id" = "f"."template_id"
  where "f"."active" order by "t"."code", "f"."position"`;

/** Attributes in use by code; several market groups may have one of the same code. */
type Attributes = ReadonlyMap<string, readonly Attribute[]>;

async function readAttributes(database: Pick<Database, 'pool'>): Promise<Attributes> {
  const { rows } = await database.pool.query<Attribute>(ATTRIBUTES);
  return Map.groupBy(rows, ({ code }) => code);
}

/**
 * A table of customers with a column for each attribute that a template has now (CUS-10), `characteristics.<code>`: an import takes
 * its values as the template of the customer's market group says, and an export writes them.
 */
export async function withAttributes(
  table: TableDefinition,
  database: Pick<Database, 'pool'>,
): Promise<TableDefinition> {
  const attributes = await readAttributes(database);
  const { update } = table;
  return {
    ...table,
    columns: [...table.columns, ...[...attributes].map(columnOf)],
    input: (row) => ({ ...table.input(row), characteristics: valuesOf(row, attributes, typeOfNew(row)) }),
    ...(update ? { update: updateWith(update, attributes) } : {}),
  };
}

const columnOf = ([code, alike]: [string, readonly Attribute[]]): TableColumn => ({
  name: `${PREFIX}${code}`,
  description: `Attribute ${alike[0]!.name} of ${alike.map(({ customerType }) => customerType).join(' and ')} customers.`,
  select: 'characteristics { name value }',
  value: ({ characteristics }) =>
    ((characteristics ?? []) as readonly GraphRecord[]).find(({ name }) => name === code)?.['value'],
});

/** Market group of a new customer, as one is made without it: by what the customer is. */
function typeOfNew(row: RowReader): unknown {
  if (row.has('customerType')) return row.text('customerType')!.value;
  const isOrganization = String(row.text('kind')?.value ?? '').toUpperCase() === 'ORGANIZATION';
  return isOrganization ? CustomerType.COMMERCIAL : CustomerType.PUBLIC;
}

/** Values of the attributes that a row has; undefined when it has none. */
function valuesOf(
  row: RowReader,
  attributes: Attributes,
  customerType: unknown,
): Record<string, Cell | undefined> | undefined {
  const given = [...attributes].filter(([code]) => row.has(`${PREFIX}${code}`));
  if (given.length === 0) return undefined;
  return Object.fromEntries(
    given.map(([code, alike]) => {
      const own = alike.find((attribute) => attribute.customerType === customerType) ?? alike[0]!;
      return [code, valueOf(row, `${PREFIX}${code}`, own.dataType)];
    }),
  );
}

function valueOf(row: RowReader, column: string, type: AttributeDataType): Cell | undefined {
  switch (type) {
    case AttributeDataType.BOOLEAN:
      return row.flag(column);
    case AttributeDataType.INTEGER:
      return row.whole(column);
    case AttributeDataType.DECIMAL: {
      const cell = row.text(column);
      const text = String(cell?.value);
      return /^-?\d{1,15}(\.\d{1,10})?$/.test(text)
        ? row.piece(column, Number(text))
        : row.fault(column, 'A number is expected.');
    }
    case AttributeDataType.TEXT:
    case AttributeDataType.DATE:
    case AttributeDataType.CHOICE:
      return row.text(column);
  }
}

/** Customers who are there have their attributes changed with the rest of what is theirs. */
function updateWith(update: TableUpdate, attributes: Attributes): TableUpdate {
  return {
    ...update,
    normal: {
      ...update.normal,
      ...Object.fromEntries([...attributes].map(([code, alike]) => [`${PREFIX}${code}`, normalOf(alike)])),
    },
    steps: (change) => {
      const changed = [...change.changed];
      const rest = new Set(changed.filter((column) => !column.startsWith(PREFIX)));
      const steps = update.steps({ ...change, changed: rest });
      return rest.size === changed.length ? steps : withValues(steps, change, attributes);
    },
  };
}

function withValues(
  steps: ChangeStep[],
  { record, field, changed, read }: RowChange,
  attributes: Attributes,
): ChangeStep[] {
  const row = read((column) => (changed.has(column) ? field(column) : ''));
  const type = changed.has('customerType') ? field('customerType') : record['customerType'];
  const characteristics = valuesOf(row, attributes, type);
  const [first, ...others] = steps;
  return first?.mutation === 'customerChange'
    ? [{ ...first, input: { ...first.input, characteristics } }, ...others]
    : [{ mutation: 'customerChange', input: { customerId: record.id, characteristics, reason: 'import' } }, ...steps];
}

const flags: Readonly<Record<string, string>> = { yes: 'true', 1: 'true', no: 'false', 0: 'false' };

/** How a cell looks as an export shows the value; where market groups differ, as it stands. */
function normalOf(alike: readonly Attribute[]): (text: string) => string {
  const types = new Set(alike.map(({ dataType }) => dataType));
  const [type] = types;
  if (types.size > 1) return (text) => text;
  if (type === AttributeDataType.BOOLEAN) return (text) => flags[text.toLowerCase()] ?? text.toLowerCase();
  if (type === AttributeDataType.INTEGER || type === AttributeDataType.DECIMAL)
    return (text) => (/^-?\d+(\.\d+)?$/.test(text) ? String(Number(text)) : text);
  return (text) => text;
}
