import type {
  ChangeStep,
  GraphRecord,
  RowChange,
  RowField,
  RowReader,
  TableUpdate,
} from '../../kernel/tables/index.js';
import {
  ContactMediumKind,
  IdentificationType,
  identityNumberForms,
  normalContactValue,
  normalIdentityNumber,
} from '../party/index.js';
import { findCustomerIdsByCode, findCustomerIdsByDocument } from './customer-lookup.js';

const REASON = 'import';
const { REGISTRATION_NO } = IdentificationType;

interface Document {
  id: string;
  type: IdentificationType;
  number: string;
  validUntil: string | null;
}

interface Medium {
  id: string;
  kind: ContactMediumKind;
  value: string;
  postcode: string | null;
}

/** Columns of contact media by kind. */
const mediaColumns: readonly (readonly [string, ContactMediumKind])[] = [
  ['mobile', ContactMediumKind.MOBILE],
  ['phone', ContactMediumKind.PHONE_FIXED],
  ['email', ContactMediumKind.EMAIL],
  ['address', ContactMediumKind.POST],
];

/** Columns that say something of documents and ways to reach a customer, which have mutations of their own. */
const besides = new Set([
  'idType',
  'idNo',
  'idValidUntil',
  'registrationNo',
  'postcode',
  ...mediaColumns.map(([name]) => name),
]);

/** Parts of the input of a new customer that a change of one has too. */
const changeable = [
  ...['regionId', 'individual', 'organization', 'customerType', 'subType', 'serviceLevel', 'secrecyLevel'],
  ...['serviceAddress', 'vipNo', 'accountManagerId', 'operators'],
];

const partOf = (record: GraphRecord): GraphRecord => (record['party'] as GraphRecord | null) ?? {};
const nodesOf = <Node>(record: GraphRecord, list: string): readonly Node[] =>
  (partOf(record)[list] as { nodes: readonly Node[] } | undefined)?.nodes ?? [];

const isType = (text: string): text is IdentificationType => text in IdentificationType;

/** The document of the customer that a row is about: that with its number, or without a number the first that is no business registration. */
function documentOf(record: GraphRecord, field: RowField): Document | undefined {
  const documents = nodesOf<Document>(record, 'documents');
  const [type, number] = [field('idType'), field('idNo')];
  if (number === '') return documents.find((document) => document.type !== REGISTRATION_NO);
  if (!isType(type)) return undefined;
  const forms = identityNumberForms(type, number);
  return documents.find((document) => document.type === type && forms.includes(document.number));
}

/** The medium of a kind that a row is about: that with its value, or else the first. */
function mediumOf(record: GraphRecord, kind: ContactMediumKind, given: string): Medium | undefined {
  const media = nodesOf<Medium>(record, 'media').filter((medium) => medium.kind === kind);
  return media.find(({ value }) => value === normalContactValue(kind, given)) ?? media[0];
}

/**
 * How rows of the table of customers change customers who are there, by code or by identity document (CUS-25): each column as users change
 * it, with approval where they need one (WFL-28). Blank cells change nothing.
 * @param input the input of a new customer, made of the cells of a row
 */
export function customerUpdate(input: (row: RowReader) => Record<string, unknown>): TableUpdate {
  return {
    mutations: {
      customerChange: 'held',
      customerIdentificationAdd: 'held',
      customerIdentificationRenew: 'held',
      customerIdentificationCorrect: 'held',
      contactMediumAdd: '',
      contactMediumChange: '',
    },
    find: findCustomers,
    select:
      'party { documents: identifications(first: 50) { nodes { id type number validUntil } } media: contactMedia(first: 50) { nodes { id kind value postcode } } }',
    fixed: ['kind', 'parent'],
    kept: {
      idType: (record, field) => documentOf(record, field)?.type,
      // Both numbers of one card are the same document.
      idNo: (record, field) => documentOf(record, field) && normalIdentityNumber(field('idNo')),
      idValidUntil: (record, field) => documentOf(record, field)?.validUntil,
      postcode: (record, field) => mediumOf(record, ContactMediumKind.POST, field('address'))?.postcode,
      ...Object.fromEntries(
        mediaColumns.map(([name, kind]) => [
          name,
          (record: GraphRecord, field: RowField) => mediumOf(record, kind, field(name))?.value,
        ]),
      ),
    },
    normal: {
      kind: (text) => text.toUpperCase(),
      idNo: normalIdentityNumber,
      registrationNo: normalIdentityNumber,
      headCount: (text) => (/^\d+$/.test(text) ? String(Number(text)) : text),
      operators: (text) =>
        text
          .split(';')
          .map((part) => part.trim())
          .filter(Boolean)
          .join('; '),
      ...Object.fromEntries(
        mediaColumns.map(([name, kind]) => [name, (text: string) => normalContactValue(kind, text)]),
      ),
    },
    steps: (change) => [
      ...changeSteps(change, input),
      ...documentSteps(change),
      ...registrationSteps(change),
      ...mediumSteps(change),
    ],
  };
}

/** Customers by code, and else by document or business registration; none where a document names several. */
async function findCustomers(
  database: Parameters<typeof findCustomerIdsByCode>[0],
  rows: readonly RowField[],
): Promise<(string | undefined)[]> {
  const documents = rows.map((field) => [
    ...(isType(field('idType')) && field('idNo') ? keysOf(field('idType') as IdentificationType, field('idNo')) : []),
    ...(field('registrationNo') ? keysOf(REGISTRATION_NO, field('registrationNo')) : []),
  ]);
  const codes = await findCustomerIdsByCode(
    database,
    rows.map((field) => field('code')),
  );
  const numbers = documents.flat().map((key) => key.slice(key.indexOf(':') + 1));
  const byDocument = await findCustomerIdsByDocument(database, numbers);
  return rows.map(
    (field, index) =>
      codes.get(field('code')) ?? documents[index]!.flatMap((key) => byDocument.get(key) ?? []).find(Boolean),
  );
}

const keysOf = (type: IdentificationType, number: string): string[] =>
  identityNumberForms(type, number).map((form) => `${type}:${form}`);

/** What is said of the customer and the party themselves. */
function changeSteps(
  { record, field, changed, read }: RowChange,
  input: (row: RowReader) => Record<string, unknown>,
): ChangeStep[] {
  const columns = new Set([...changed].filter((column) => !besides.has(column)));
  if (columns.size === 0) return [];
  // What kind of customer it is decides which columns there are.
  const kind = partOf(record)['__typename'] === 'Individual' ? 'INDIVIDUAL' : 'ORGANIZATION';
  const all = input(read((column) => (column === 'kind' ? kind : columns.has(column) ? field(column) : '')));
  const parts = changeable.map((name) => [name, all[name]] as const).filter(([, part]) => saysSomething(part));
  return [
    { mutation: 'customerChange', input: { customerId: record.id, ...Object.fromEntries(parts), reason: REASON } },
  ];
}

const saysSomething = (part: unknown): boolean =>
  part !== undefined &&
  (Object.getPrototypeOf(part) !== Object.prototype ||
    Object.values(part as object).some((cell) => cell !== undefined));

/** A document that the customer has not is added; another validity is that of a renewed one, or a correction when it ends sooner. */
function documentSteps({ record, field, changed, read }: RowChange): ChangeStep[] {
  if (!changed.has('idType') && !changed.has('idNo') && !changed.has('idValidUntil')) return [];
  const row = read(field);
  const customerId = record.id;
  const validUntil = row.text('idValidUntil');
  const document = documentOf(record, field);
  if (!document) {
    if (!row.has('idNo')) row.fault('idNo', 'There is no document yet: it needs a kind and a number.');
    const type = row.text('idType') ?? row.fault('idType', 'A number needs its kind.');
    const input = { customerId, type, number: row.text('idNo'), validUntil, reason: REASON };
    return [{ mutation: 'customerIdentificationAdd', input }];
  }
  const isSooner = document.validUntil !== null && field('idValidUntil') < document.validUntil;
  const mutation = isSooner ? 'customerIdentificationCorrect' : 'customerIdentificationRenew';
  return [{ mutation, input: { customerId, identificationId: document.id, validUntil, reason: REASON } }];
}

/** The registration number of an organisation is that of its document. */
function registrationSteps({ record, field, changed, read }: RowChange): ChangeStep[] {
  if (!changed.has('registrationNo')) return [];
  const row = read(field);
  const customerId = record.id;
  if (partOf(record)['__typename'] === 'Individual') row.fault('registrationNo', 'A person has no registrationNo.');
  const number = row.text('registrationNo');
  const kept = partOf(record)['registrationNo'];
  const document = nodesOf<Document>(record, 'documents').find(
    (one) => one.type === REGISTRATION_NO && one.number === kept,
  );
  return document
    ? [
        {
          mutation: 'customerIdentificationCorrect',
          input: { customerId, identificationId: document.id, number, reason: REASON },
        },
      ]
    : [
        {
          mutation: 'customerIdentificationAdd',
          input: { customerId, type: REGISTRATION_NO, number, reason: REASON },
        },
      ];
}

/** Ways to reach the customer: the one of the kind is changed, or there is one from now on. */
function mediumSteps({ record, field, changed, read }: RowChange): ChangeStep[] {
  const row = read(field);
  return mediaColumns.flatMap(([name, kind]): ChangeStep[] => {
    const isPost = kind === ContactMediumKind.POST;
    if (!changed.has(name) && !(isPost && changed.has('postcode'))) return [];
    const value = row.text(name);
    const postcode = isPost ? row.text('postcode') : undefined;
    const medium = mediumOf(record, kind, field(name));
    if (medium)
      return [
        {
          mutation: 'contactMediumChange',
          input: { customerId: record.id, contactMediumId: medium.id, value, postcode },
        },
      ];
    if (!value) row.fault('postcode', 'There is no address that it is of.');
    return [{ mutation: 'contactMediumAdd', input: { customerId: record.id, kind, value, postcode } }];
  });
}
