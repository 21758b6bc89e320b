import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };

let graph: TestGraph;
let regionId: string;
let manager: Hired;
let supervisor: Hired;
let since: string;

/** Runs a mutation; answers its payload. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have what the test asked for
async function run(mutation: string, fields: string, input: object, as: As = clerk): Promise<any> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code path } ${fields} } }`;
  const { data, errors } = await graph.query(document, { input }, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[mutation];
}
const faults = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const set = async (code: string, value: string) => {
  const { data } = await graph.query('query ($code: String!) { parameter(code: $code) { id } }', { code });
  expect(faults(await run('parameterSet', '__typename', { parameterId: data.parameter.id, value }, 'admin'))).toEqual(
    [],
  );
};

const SHOWN = 'id type number validUntil address verified expired';
/** A customer with documents; answers the keys of the documents. */
async function customer(input: object): Promise<{ customerId: string; documents: string[] }> {
  const fields = 'customer { id party { identifications { nodes { id } } } }';
  const payload = await run('customerCreate', fields, { regionId, ...input }, 'admin');
  expect(faults(payload)).toEqual([]);
  const { id: customerId, party } = payload.customer;
  return { customerId, documents: party.identifications.nodes.map(({ id }: { id: string }) => id) };
}
const person = (number: string, more: object = {}, own: object = {}) =>
  customer({ individual: { name: 'Ann', ...own }, identifications: [{ type: 'ID_CARD', number, ...more }] });

const seen = async (id: string, asOf?: string) => {
  const query = `query ($id: ID!, $at: DateTime) { customer(id: $id, asOf: $at) { party { ... on ExternalOrganization { registrationNo }
    identifications { nodes { id type number validUntil address verified } } } } }`;
  const { data, errors } = await graph.query(query, { id, at: asOf });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.customer.party;
};
const documentsOf = async (id: string, asOf?: string) => (await seen(id, asOf)).identifications.nodes;
const sequence = async () => (await rows(`select coalesce(max("sequence"), 0) "last" from "history_entry"`))[0].last;
/** What was done with documents in a test. */
const history = () =>
  rows(
    `select "type", "reason", "data" from "history_entry" where "type" like 'customer.identification.%' and "sequence" > $1 order by "sequence"`,
    [since],
  );

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
  manager = await hire(graph, 'D100', 'H4401', ['BIG_CUSTOMER_MANAGER', 'GROUP_CUSTOMER_MANAGER']);
  supervisor = await hire(graph, 'D200', 'H4401', ['GROUP_CUSTOMER_MANAGER']);
});
afterAll(() => graph.close());
beforeEach(async () => {
  await rows(`delete from "party_identification"`);
  since = await sequence();
});

test('CUS-12 CUS-29 a renewed document has its new validity, and the former one stays in the history', async () => {
  const former = { validUntil: '2098-01-01', address: 'Old road 1', verified: true };
  const { customerId, documents } = await person('440101198001011239', former);
  const [before] = await documentsOf(customerId);
  const then = (await rows('select clock_timestamp() "at"'))[0].at.toISOString();
  await rows('select pg_sleep(0.02)');
  const input = { customerId, identificationId: documents[0], validUntil: '2099-01-01', reason: 'renewed' };
  for (const [wrong, fault] of [
    [{ validUntil: '2020-01-01' }, 'EXPIRED input.validUntil'],
    [{ validUntil: '2097-12-31' }, 'CONTRADICTION input.validUntil'],
    [{ validUntil: undefined }, 'REQUIRED input.validUntil'],
  ] as const)
    expect(faults(await run('customerIdentificationRenew', '__typename', { ...input, ...wrong }))).toEqual([fault]);
  expect([await documentsOf(customerId), await history()]).toEqual([[before], []]);

  const renewed = await run('customerIdentificationRenew', `held identification { ${SHOWN} }`, input, 'admin');
  expect(renewed).toEqual({
    ...{ userErrors: [], held: null },
    identification: { ...before, validUntil: '2099-01-01', verified: false, expired: false },
  });
  expect(await documentsOf(customerId, then)).toEqual([before]);
  await run('customerIdentificationRenew', '__typename', input);
  expect(await history()).toMatchObject([
    {
      ...{ type: 'customer.identification.renewed', reason: 'renewed' },
      data: {
        type: 'ID_CARD',
        changes: [
          { field: 'identifications.validUntil', old: '2098-01-01', new: '2099-01-01' },
          { field: 'identifications.verified', old: true, new: false },
        ],
      },
    },
  ]);
  const endless = await run('customerIdentificationRenew', `identification { ${SHOWN} }`, {
    ...input,
    ...{ validUntil: null, verified: true, address: 'New road 2' },
  });
  expect(endless.identification).toMatchObject({ validUntil: null, verified: true });
});

test('CUS-12 a corrected number is checked as a new one is, and stands masked in the history', async () => {
  await person('440101800202123');
  const { customerId, documents } = await person('440101198001011239', { verified: true }, { birthDate: '1980-01-01' });
  const before = await documentsOf(customerId);
  const input = { customerId, identificationId: documents[0] };
  const correct = (more: object) =>
    run('customerIdentificationCorrect', `identification { ${SHOWN} }`, { ...input, ...more });
  for (const [number, fault] of [
    ['440101198001011230', 'INVALID_IDENTITY_NUMBER input.number'],
    ['4401011980', 'INVALID_IDENTITY_NUMBER input.number'],
    ['440101198003051234', 'CONTRADICTION input.number'],
    [null, 'REQUIRED input.number'],
  ])
    expect(faults(await correct({ number }))).toEqual([fault]);
  const other = await person('440101198003051234');
  const theirs = { customerId: other.customerId, identificationId: other.documents[0] };
  // The card of somebody else, in its other form.
  expect(
    faults(await run('customerIdentificationCorrect', '__typename', { ...theirs, number: '440101198002021236' })),
  ).toEqual(['DUPLICATE input.number']);
  const foreign = await run('customerIdentificationCorrect', '__typename', { ...input, ...theirs, customerId });
  expect(faults(foreign)).toEqual(['NOT_FOUND input.identificationId']);
  expect([await documentsOf(customerId), await history()]).toEqual([before, []]);

  // Its own former number is no other document.
  expect(faults(await correct({ number: '440101800101123', validUntil: '2001-01-01' }))).toEqual([]);
  expect(await documentsOf(customerId)).toMatchObject([
    { number: '440101800101123', validUntil: '2001-01-01', verified: false },
  ]);
  const [{ data }] = await history();
  expect(data.changes[0]).toEqual({
    ...{ field: 'identifications.number', old: '**************1239', new: '***********1123' },
  });
});

test('CUS-12 two parties that are given the two numbers of one card at once do not both have it', async () => {
  const [one, other] = [await person('440101198001011239'), await person('440101198003051234')];
  const correct = ({ customerId, documents }: typeof one, number: string) =>
    run('customerIdentificationCorrect', '__typename', { customerId, identificationId: documents[0], number });
  const answers = await Promise.all([correct(one!, '440101198004051236'), correct(other!, '440101800405123')]);
  expect(answers.flatMap(faults)).toEqual(['DUPLICATE input.number']);
});

test('CUS-09 CUS-12 the registration number of an organisation follows the correction and the end of its document', async () => {
  const organization = { name: 'Harbour Freight', registrationNo: '91350100M000100Y43' };
  const { customerId, documents } = await customer({ organization });
  const input = { customerId, identificationId: documents[0] };
  const wrong = await run('customerIdentificationCorrect', '__typename', { ...input, number: '91350100M000100Y44' });
  expect(faults(wrong)).toEqual(['INVALID_IDENTITY_NUMBER input.number']);
  expect((await seen(customerId)).registrationNo).toBe('91350100M000100Y43');
  const corrected = await run('customerIdentificationCorrect', '__typename', { ...input, number: '110108000000016' });
  expect(faults(corrected)).toEqual([]);
  expect((await seen(customerId)).registrationNo).toBe('110108000000016');
  const more = { customerId, type: 'REGISTRATION_NO', number: '91350100M000100Y43' };
  expect(faults(await run('customerIdentificationAdd', '__typename', more))).toEqual([]);
  expect(faults(await run('customerIdentificationEnd', '__typename', { ...input, reason: 'replaced' }))).toEqual([]);
  expect(await seen(customerId)).toMatchObject({
    registrationNo: '91350100M000100Y43',
    identifications: { nodes: [{ number: '91350100M000100Y43' }] },
  });
});

test('CUS-12 the last document of a customer who has to have one is not ended, however many are ended at once', async () => {
  const { customerId, documents } = await person('440101198001011239');
  const end = (identificationId: string | undefined) =>
    run('customerIdentificationEnd', 'customer { id }', { customerId, identificationId, reason: 'lost' });
  expect(faults(await end(documents[0]))).toEqual(['LAST_IDENTIFICATION input.identificationId']);
  expect(await history()).toEqual([]);
  const added = await run('customerIdentificationAdd', 'identification { id }', {
    ...{ customerId, type: 'PASSPORT', number: 'E12345678' },
  });
  const answers = await Promise.all([end(documents[0]), end(added.identification.id)]);
  expect(answers.flatMap(faults)).toEqual(['LAST_IDENTIFICATION input.identificationId']);
  const left = await documentsOf(customerId);
  expect(left).toHaveLength(1);
  await set('customer.identification.required', 'BIG');
  expect(faults(await end(left[0].id))).toEqual([]);
  await set('customer.identification.required', 'PUBLIC,COMMERCIAL,BIG');
  expect(await documentsOf(customerId)).toEqual([]);
  // What is nobody's any more may be somebody else's.
  await person('440101198001011239');
  expect((await history()).at(-1)).toMatchObject({ type: 'customer.identification.ended', reason: 'lost' });
});

test('CUS-12 tells that a document has expired, by the day that it is where the operator is', async () => {
  const { documents } = await person('440101198001011239', { validUntil: '2099-01-01' });
  const expired = async (day: string) => {
    await rows(`update "party_identification" set "valid_until" = ${day}`);
    const query = 'query ($id: ID!) { node(id: $id) { ... on PartyIdentification { expired } } }';
    return (await graph.query(query, { id: documents[0] })).data.node.expired;
  };
  const today = "(now() at time zone 'Asia/Shanghai')::date";
  expect([await expired(`${today} - 1`), await expired(today), await expired('null')]).toEqual([true, false, false]);
  // From Kiritimati to Niue there are 25 hours: one of them has another day than Shanghai.
  const days = [];
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
    await set('operator.time-zone', zone);
    const there = `(now() at time zone '${zone}')::date`;
    days.push(await expired(`${there} - 1`), await expired(there));
  }
  await set('operator.time-zone', 'Asia/Shanghai');
  expect(days).toEqual([true, false, true, false]);
});

test('WFL-28 CUS-12 where documents are key data, each step waits for approval and is looked at anew then', async () => {
  await set('customer.approval.fields', 'identifications');
  const organization = { name: 'Quay Works', registrationNo: '91350100M000100Y43' };
  const { customerId, documents } = await customer({ customerType: 'BIG', organization });
  const before = await seen(customerId);
  const input = { customerId, identificationId: documents[0], reason: 'typing error' };
  const correct = { ...input, number: '110108000000016' };
  const held = await run('customerIdentificationCorrect', 'held identification { number }', correct, manager.as);
  expect([faults(held), held.held]).toEqual([[], true]);
  expect([await seen(customerId), await history()]).toEqual([before, []]);
  const waiting = await run('customerIdentificationRenew', 'held', { ...input, validUntil: null }, manager.as);
  // The same validity is no change, so nothing waits.
  expect([faults(waiting), waiting.held]).toEqual([[], null]);
  const second = await run('customerIdentificationCorrect', 'held', { ...input, address: 'Quay 1' }, manager.as);
  expect(faults(second)).toEqual(['APPROVAL_PENDING input.customerId']);
  const query = `query ($id: String!) { approvals(first: 9, filter: { subjectId: { eq: $id }, status: { eq: ASKED } }) { nodes { id changes reason } } }`;
  const open = async () => (await graph.query(query, { id: customerId })).data.approvals.nodes;
  const decide = async (approved: boolean) => {
    const [{ id }] = await open();
    const verdict = { approvalId: id, approved, remark: 'looked' };
    return faults(await run('approvalDecide', '__typename', verdict, supervisor.as));
  };
  expect(await open()).toMatchObject([
    {
      reason: 'typing error',
      changes: {
        'identifications.number': { old: '**************0Y43', new: '***********0016' },
        'organization.registrationNo': { old: '**************0Y43', new: '***********0016' },
      },
    },
  ]);
  expect(await decide(true)).toEqual([]);
  expect(await seen(customerId)).toMatchObject({
    registrationNo: '110108000000016',
    identifications: { nodes: [{ number: '110108000000016' }] },
  });
  expect(await history()).toMatchObject([
    { type: 'customer.identification.corrected', data: { proposedBy: 'D100', approvalNo: expect.any(String) } },
  ]);
  // What somebody else has got meanwhile is not had by approval either.
  const adding = { customerId, type: 'REGISTRATION_NO', number: '91350100M000100Y43' };
  const added = await run('customerIdentificationAdd', 'held identification { id }', adding, manager.as);
  expect(added).toEqual({ userErrors: [], held: true, identification: null });
  await customer({ organization: { name: 'Other Works', registrationNo: '91350100M000100Y43' } });
  expect(await decide(true)).toEqual(['DUPLICATE input.number']);
  expect(await decide(false)).toEqual([]);
  expect(await documentsOf(customerId)).toHaveLength(1);
  // No way leads round it: the end waits, too.
  await set('customer.identification.required', '');
  const ended = await run('customerIdentificationEnd', 'held', { ...input, reason: 'closed' }, manager.as);
  expect([faults(ended), ended.held, (await documentsOf(customerId)).length]).toEqual([[], true, 1]);
  expect(await decide(true)).toEqual([]);
  expect(await seen(customerId)).toMatchObject({ registrationNo: null, identifications: { nodes: [] } });
  await set('customer.identification.required', 'PUBLIC,COMMERCIAL,BIG');
  await set('customer.approval.fields', '');
});
