import {
  type Cell,
  changedInput,
  defineTable,
  type GraphRecord,
  jsonForm,
  momentForm,
  numberForm,
  partsForm,
  type RowChange,
  type RowField,
  type RowReader,
  updateByCode,
} from '../../kernel/tables/index.js';
import { Region } from '../region/index.js';
import { CatalogueNode } from './catalogue-node.js';
import { GuaranteeType } from './guarantee-type.js';
import { Offering } from './offering.js';
import { ProductLine } from './product-line.js';
import { Product } from './product.js';
import { TariffPlan } from './tariff-plan.js';
import { CATALOGUE_EXPORT } from './tariff-plan.table.js';

/**
 * A product with its quantities, such as `PHONE`, `SET_TOP_BOX*0..3=1`, `REMOTE*1..2?`: smallest and largest number, 1 when absent; the
 * usual one, the smallest when absent; a question mark when the customer need not take it though the smallest is not 0.
 */
const COMPONENT =
  /^(?<code>[^*]+?)(?:\s*\*\s*(?<min>\d{1,5})(?:\.\.(?<max>\d{1,5}))?(?:\s*=\s*(?<usual>\d{1,5}))?\s*(?<free>\?)?)?$/;
/** Behind a plan that is preselected. */
const DEFAULT_MARK = '!';
/** Behind a plan that every instance must have. */
const REQUIRED_MARK = '+';
/** Columns that mean something only together. */
const WHOLE = [
  ['components', 'fixedValues'],
  ['guarantee', 'guaranteeType', 'guaranteeCount', 'guaranteeAmount'],
];
const TARIFF = /^(?<code>.*?)\s*(?<marks>[!+]*)$/;

const nodes = (list: unknown): GraphRecord[] => (list as { nodes: GraphRecord[] }).nodes;
const codeOf = (record: unknown): string => String((record as GraphRecord | null)?.['code'] ?? '');

/** What is asked of an offering to tell what restricts its sale beside the columns. */
const RESTRICTIONS =
  'salesRules(first: 1) { nodes { id } } allowedServices(first: 1) { nodes { id } } slas(first: 1) { nodes { id } } relations(first: 1) { nodes { id } } components(first: 50) { nodes { lifecycleControl breachAction } }';

/** Offerings with their products, tariff plans and places in catalogues (PRD-30, PRD-33, PRD-86, PRD-94). */
defineTable({
  name: 'offerings',
  noun: Offering,
  mutation: 'offeringCreate',
  exportPermission: CATALOGUE_EXPORT,
  keyColumn: 'code',
  columns: [
    {
      name: 'code',
      description:
        'Code of the offering; a row whose code exists is left alone, unless the import is told to change or refuse those.',
      needed: true,
    },
    { name: 'name', description: 'Name on the market.', needed: true },
    { name: 'salesTerms', description: 'Sales terms.' },
    { name: 'serviceContent', description: 'What the customer gets and owes.' },
    { name: 'level', description: 'Level that maintains it.', needed: true },
    {
      name: 'owner',
      description: 'Code of the province or local network that maintains it; that of who imports it when blank.',
      at: 'owner.code',
    },
    { name: 'productLine', description: 'Code of its line; blank for bundles over several.', at: 'productLine.code' },
    { name: 'validFrom', description: 'First moment of sale; now when blank.', at: 'validity.from' },
    { name: 'validTo', description: 'First moment after the sale.', at: 'validity.to' },
    { name: 'paymentMethods', description: 'Means of payment, with semicolons between; all when blank.' },
    { name: 'guarantee', description: 'Guarantee that the customer must give; NONE when blank.' },
    {
      name: 'guaranteeType',
      description: 'Code of the kind of guarantee; that named by `guarantee` when blank.',
      at: 'guaranteeType.code',
    },
    { name: 'guaranteeCount', description: 'Number of guarantors or papers, for INSTANCE, EMPLOYEE and DOCUMENT.' },
    { name: 'guaranteeAmount', description: 'Deposit, for DEPOSIT.' },
    {
      name: 'components',
      description:
        'Products by code with smallest and largest number, such as `PHONE; SET_TOP_BOX*0..3`; `=1` behind them is the usual number, `?` one that the customer need not take.',
      needed: true,
      select:
        'components(first: 50) { nodes { minQuantity maxQuantity defaultQuantity required fixedValues { name value } product { code } } }',
      value: ({ components }) => nodes(components).map(componentText),
    },
    {
      name: 'fixedValues',
      description: 'Attribute values that the offering fixes: JSON, by code of the product and of the attribute.',
      select: 'components(first: 50) { nodes { fixedValues { name value } product { code } } }',
      value: fixedValuesOf,
    },
    {
      name: 'tariffs',
      description:
        'Tariff plans by code, with semicolons between; `!` behind the preselected one, `+` behind those that every instance must have. Those it is sold with now, else those that come first.',
      needed: true,
      select: 'tariffs(first: 50) { nodes { isDefault required validity { from to } tariffPlan { code } } }',
      value: ({ tariffs }) => tiesOfNow(nodes(tariffs)).map(tariffText),
    },
    {
      name: 'placements',
      description: 'Headings of catalogues, as code of the catalogue, slash, code of the heading.',
      select: 'catalogueEntries(first: 20) { nodes { heading { code catalogue { code } } } }',
      value: ({ catalogueEntries }) =>
        nodes(catalogueEntries).flatMap(({ heading }) =>
          heading ? [`${codeOf((heading as GraphRecord)['catalogue'])}/${codeOf(heading)}`] : [],
        ),
    },
    {
      name: 'restrictions',
      description:
        'What restricts or binds the sale and is not in this table, with semicolons between: SALES_RULES, ALLOWED_SERVICES, COMMITMENTS, SLA, RELATIONS. A new offering for which it names any is refused, so that nothing is sold freely that was not: clear the cell, and set them there before the offering is approved.',
      select: RESTRICTIONS,
      value: restrictionsOf,
    },
    { name: 'status', description: 'State of the offering.', exportOnly: true, becomes: 'PENDING_APPROVAL' },
  ],
  input: offeringInput,
  update: offeringUpdate(),
});

function restrictionsOf({ salesRules, allowedServices, components, slas, relations }: GraphRecord): string[] {
  const committed = nodes(components).some(
    ({ lifecycleControl, breachAction }) => lifecycleControl !== 'NONE' || breachAction,
  );
  return [
    ...(nodes(salesRules).length > 0 ? ['SALES_RULES'] : []),
    ...(nodes(allowedServices).length > 0 ? ['ALLOWED_SERVICES'] : []),
    ...(committed ? ['COMMITMENTS'] : []),
    ...(nodes(slas).length > 0 ? ['SLA'] : []),
    ...(nodes(relations).length > 0 ? ['RELATIONS'] : []),
  ];
}

function offeringInput(row: RowReader): Record<string, unknown> {
  if (row.has('restrictions'))
    row.fault(
      'restrictions',
      'RESTRICTED: The table does not hold these: clear the cell and set them before the offering is approved.',
    );
  return {
    code: row.text('code'),
    name: row.text('name'),
    salesTerms: row.text('salesTerms'),
    serviceContent: row.text('serviceContent'),
    level: row.text('level'),
    ownerId: row.reference('owner', Region),
    productLineId: row.reference('productLine', ProductLine),
    validFrom: row.moment('validFrom'),
    validTo: row.moment('validTo'),
    paymentMethods: row.texts('paymentMethods'),
    guarantee: row.text('guarantee'),
    guaranteeTypeId: row.reference('guaranteeType', GuaranteeType),
    guaranteeCount: row.whole('guaranteeCount'),
    guaranteeAmount: row.text('guaranteeAmount'),
    components: componentsOf(row),
    tariffs: row.parts('tariffs').map((part) => {
      const { code = '', marks = '' } = TARIFF.exec(part)?.groups ?? {};
      return {
        tariffPlanId: row.referring('tariffs', code.trim(), TariffPlan),
        isDefault: marks.includes(DEFAULT_MARK),
        ...(marks.includes(REQUIRED_MARK) ? { required: true } : {}),
      };
    }),
    placements: placementsOf(row),
  };
}

/** What a row may change. Plans and headings that it has are kept as they are: they are tied and placed by themselves. */
function offeringUpdate() {
  const component = (part: string, zone: string) => {
    const { code, min = '1', max = min, usual = min, free } = COMPONENT.exec(part)?.groups ?? {};
    if (!code) return part;
    const [minQuantity, defaultQuantity] = [numberForm(min, zone), numberForm(usual, zone)];
    const maxQuantity = String(Math.max(1, Number(max)));
    return componentText({ product: { code }, minQuantity, maxQuantity, defaultQuantity, required: !free });
  };
  const tie = (part: string) => {
    const { code = '', marks = '' } = TARIFF.exec(part)?.groups ?? {};
    return tariffText({
      tariffPlan: { code: code.trim() },
      isDefault: marks.includes(DEFAULT_MARK),
      required: marks.includes(REQUIRED_MARK),
    });
  };
  const changeable = [
    ...['name', 'salesTerms', 'serviceContent', 'productLine', 'validTo', 'paymentMethods'],
    ...['guarantee', 'guaranteeType', 'guaranteeCount', 'guaranteeAmount', 'components', 'fixedValues'],
  ];
  // What a blank cell leaves as it is belongs to a bundle that is given whole.
  const kept = ({ record, field }: RowChange): RowField => {
    const present: Record<string, () => string> = {
      components: () => nodes(record['components']).map(componentText).join('; '),
      fixedValues: () => fixedValuesOf(record) ?? '',
    };
    return (column) => field(column) || (present[column]?.() ?? '');
  };
  return updateByCode(Offering, {
    mutations: { offeringChange: 'change { id }' },
    fixed: ['level', 'owner', 'validFrom', 'tariffs', 'placements', 'restrictions'],
    forms: {
      ...{ validFrom: momentForm, validTo: momentForm, guaranteeCount: numberForm, guaranteeAmount: numberForm },
      ...{
        paymentMethods: partsForm(),
        restrictions: partsForm(),
        placements: partsForm(),
        components: partsForm(component),
        tariffs: partsForm(tie),
      },
      fixedValues: jsonForm,
    },
    steps: (change) => {
      const changed = new Set(change.changed);
      // A bundle and a guarantee are given whole.
      for (const whole of WHOLE)
        if (whole.some((column) => changed.has(column))) for (const column of whole) changed.add(column);
      const values = changedInput({ ...change, changed, field: kept(change) }, offeringInput, changeable);
      return [{ mutation: 'offeringChange', input: { offeringId: change.record.id, ...values, reason: 'import' } }];
    },
  });
}

function componentText({ product, minQuantity, maxQuantity, defaultQuantity, required }: GraphRecord): string {
  const usual = defaultQuantity === minQuantity ? '' : `=${String(defaultQuantity)}`;
  const free = !required && Number(minQuantity) > 0 ? '?' : '';
  return `${codeOf(product)}*${String(minQuantity)}..${String(maxQuantity)}${usual}${free}`;
}

const tariffText = ({ tariffPlan, isDefault, required }: GraphRecord): string =>
  `${codeOf(tariffPlan)}${isDefault ? DEFAULT_MARK : ''}${required ? REQUIRED_MARK : ''}`;

/** Of the ties to plans those that hold, else those that will first; what has ended is not sold again by reading it back. */
function tiesOfNow(ties: readonly GraphRecord[]): GraphRecord[] {
  const now = Date.now();
  const period = ({ validity }: GraphRecord) => {
    const { from, to } = validity as { from: string; to: string | null };
    return { from: Date.parse(from), to: to ? Date.parse(to) : Infinity };
  };
  const left = ties.filter((tie) => period(tie).to > now);
  const held = left.filter((tie) => period(tie).from <= now);
  if (held.length > 0) return held;
  const first = Math.min(...left.map((tie) => period(tie).from));
  return left.filter((tie) => period(tie).from === first);
}

function fixedValuesOf({ components }: GraphRecord): string | null {
  const fixed = nodes(components).flatMap(({ product, fixedValues }) => {
    const values = fixedValues as { name: string; value: unknown }[];
    return values.length > 0
      ? [[codeOf(product), Object.fromEntries(values.map(({ name, value }) => [name, value]))] as const]
      : [];
  });
  return fixed.length > 0 ? JSON.stringify(Object.fromEntries(fixed)) : null;
}

function componentsOf(row: RowReader) {
  const fixed = (row.json('fixedValues')?.value ?? {}) as Record<string, Record<string, unknown> | undefined>;
  const parts = row.parts('components').flatMap((part) => {
    const { code, min, max, usual, free } = COMPONENT.exec(part)?.groups ?? {};
    if (!code) return row.fault('components', `"${part}" is no product with quantities.`) ?? [];
    const values = Object.entries(fixed[code] ?? {}).map(([name, value]) => ({
      name: row.piece('fixedValues', name),
      value: row.piece('fixedValues', value),
    }));
    return [
      {
        productId: row.referring('components', code, Product),
        ...(min ? { minQuantity: Number(min), maxQuantity: Math.max(1, Number(max ?? min)) } : {}),
        ...(usual ? { defaultQuantity: Number(usual) } : {}),
        ...(free ? { required: false } : {}),
        ...(values.length > 0 ? { fixedValues: values } : {}),
      },
    ];
  });
  return parts;
}

function placementsOf(row: RowReader): { catalogueNodeId: Cell }[] | undefined {
  if (!row.has('placements')) return undefined;
  const heading = {
    noun: CatalogueNode,
    select: `select "c"."code" || '/' || "n"."code" as "key", "n"."id" from "catalogue_node" "n" join "catalogue" "c" on "c"."id" = "n"."catalogue_id" where "c"."code" || '/' || "n"."code" = any($1)`,
  };
  return row.parts('placements').map((part) => ({ catalogueNodeId: row.referring('placements', part, heading) }));
}
