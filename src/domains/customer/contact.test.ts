import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const PERSON = `contactPerson { id contactType preferred department person { id name } }`;
const ADD = `mutation ($input: ContactPersonAddInput!) { contactPersonAdd(input: $input) { userErrors { code path } ${PERSON} } }`;
const CHANGE = `mutation ($input: ContactPersonChangeInput!) { contactPersonChange(input: $input) { userErrors { code path } ${PERSON} } }`;
const REMOVE = `mutation ($input: ContactPersonRemoveInput!) { contactPersonRemove(input: $input) { userErrors { code path } customer { contactPersons { nodes { id } } } } }`;
const MEDIUM = `contactMedium { id kind value preferred postcode }`;
const ADD_MEDIUM = `mutation ($input: ContactMediumAddInput!) { contactMediumAdd(input: $input) { userErrors { code path } ${MEDIUM} } }`;
const CHANGE_MEDIUM = `mutation ($input: ContactMediumChangeInput!) { contactMediumChange(input: $input) { userErrors { code path } ${MEDIUM} } }`;
const REMOVE_MEDIUM = `mutation ($input: ContactMediumRemoveInput!) { contactMediumRemove(input: $input) { userErrors { code path } customer { party { contactMedia { nodes { id } } } } } }`;

let graph: TestGraph;
let regionId: string;
let customer: { id: string; code: string };

async function create(name: string): Promise<{ id: string; code: string }> {
  const { data } = await graph.query(
    `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id code } } }`,
    { input: { regionId, individual: { name } } },
    { as: clerk },
  );
  return data.customerCreate.customer;
}

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph.close());
beforeEach(async () => {
  customer = await create('Reached');
});

async function run(document: string, input: Record<string, unknown>, as: As = clerk) {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the payloads of six mutations
  return Object.values(data as object)[0] as any;
}
const paths = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const lastEvent = async () =>
  (
    await graph.database.pool.query(
      `select h.* from history_entry h join customer c on c.id = h.customer_id where c.code = $1 order by h.sequence desc limit 1`,
      [customer.code],
    )
  ).rows[0];

describe('contact persons', () => {
  test('CUS-22 a customer follows the name that it is given as a contact person', async () => {
    const { contactPerson } = await run(ADD, { customerId: customer.id, individual: { name: 'Maiden' } });
    const party = await graph.query(
      `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code } customer { id } } }`,
      { input: { regionId, partyId: contactPerson.person.id } },
      { as: clerk },
    );
    expect(party.data.customerCreate.userErrors).toEqual([]);
    const { id } = party.data.customerCreate.customer;
    expect(paths(await run(CHANGE, { contactPersonId: contactPerson.id, individual: { name: 'Married' } }))).toEqual(
      [],
    );
    const { data } = await graph.query(
      `query ($id: ID!) { customer(id: $id) { name version history { nodes { type } } } customers(filter: { search: { text: "Married" } }) { totalCount } }`,
      { id },
      { as: clerk },
    );
    expect(data.customer).toMatchObject({ name: 'Married', version: 2 });
    expect(data.customer.history.nodes).toContainEqual({ type: 'customer.changed' });
    expect(data.customers.totalCount).toBe(1);
  });

  test('CUS-21 one person is a contact of many customers, and a customer prefers one contact', async () => {
    const one = await run(ADD, { customerId: customer.id, individual: { name: 'Anna' }, preferred: true });
    const other = await create('Another');
    const same = await run(ADD, {
      customerId: other.id,
      personId: one.contactPerson.person.id,
      contactType: 'FINANCE',
    });
    expect(same.contactPerson.person.id).toBe(one.contactPerson.person.id);
    expect(
      paths(await run(ADD, { customerId: other.id, personId: one.contactPerson.person.id, contactType: 'FINANCE' })),
    ).toEqual(['DUPLICATE input.personId']);

    const added = await Promise.all(
      ['B', 'C', 'D'].map((name) => run(ADD, { customerId: customer.id, individual: { name }, preferred: true })),
    );
    expect(added.flatMap(paths)).toEqual([]);
    await Promise.all(
      added.map(({ contactPerson }) => run(CHANGE, { contactPersonId: contactPerson.id, preferred: true })),
    );
    const { data } = await graph.query(
      `query ($code: String!) { customer(code: $code) { contactPersons(filter: { preferred: { eq: true } }) { nodes { id } } } }`,
      { code: customer.code },
    );
    expect(data.customer.contactPersons.nodes).toHaveLength(1);
  });

  test('CUS-21 exactly one contact is preferred as long as there are any', async () => {
    const preferred = async () => {
      const { data } = await graph.query(
        `query ($code: String!) { customer(code: $code) { contactPersons { nodes { preferred person { name } } } } }`,
        { code: customer.code },
      );
      return data.customer.contactPersons.nodes.flatMap((contact: { preferred: boolean; person: { name: string } }) =>
        contact.preferred ? [contact.person.name] : [],
      );
    };
    const add = async (name: string) =>
      (await run(ADD, { customerId: customer.id, individual: { name } })).contactPerson as { id: string };
    const [anna] = [await add('Anna'), await add('Bert')];
    const carl = await add('Carl');
    expect(await preferred()).toEqual(['Anna']);
    expect(paths(await run(CHANGE, { contactPersonId: anna.id, preferred: false, department: 'X' }))).toEqual([
      'CONTRADICTION input.preferred',
    ]);
    expect(await preferred()).toEqual(['Anna']);
    await run(CHANGE, { contactPersonId: carl.id, preferred: true });
    expect(await preferred()).toEqual(['Carl']);
    await run(REMOVE, { contactPersonId: carl.id });
    expect(await preferred()).toEqual(['Anna']);
    expect(await lastEvent()).toMatchObject({
      type: 'customer.contact.changed',
      data: { changes: [{ field: 'preferred', old: false, new: true }] },
    });
    await Promise.all(['D', 'E', 'F'].map(add));
    await run(REMOVE, { contactPersonId: anna.id });
    expect(await preferred()).toEqual(['Bert']);
  });

  test('CUS-29 changes and removals stand in the history of the customer', async () => {
    const { contactPerson } = await run(ADD, { customerId: customer.id, individual: { name: 'Anna' } });
    await run(CHANGE, { contactPersonId: contactPerson.id, department: 'IT', individual: { name: 'Anne' } });
    expect(await lastEvent()).toMatchObject({
      kind: 'RECORD_CHANGE',
      type: 'customer.contact.changed',
      data: {
        changes: [
          { field: 'name', old: 'Anna', new: 'Anne' },
          { field: 'department', old: null, new: 'IT' },
        ],
      },
    });
    expect(
      (await run(REMOVE, { contactPersonId: contactPerson.id, reason: 'left' })).customer.contactPersons.nodes,
    ).toEqual([]);
    expect(await lastEvent()).toMatchObject({
      type: 'customer.contact.removed',
      reason: 'left',
      data: { name: 'Anne' },
    });
    expect(paths(await run(REMOVE, { contactPersonId: contactPerson.id }))).toEqual([
      'NOT_FOUND input.contactPersonId',
    ]);
  });

  test('CUS-20 staff of another region and other customers do not reach them', async () => {
    const { contactPerson } = await run(ADD, { customerId: customer.id, individual: { name: 'Anna' } });
    const other = await create('Another');
    for (const as of [
      { sub: 's', role: 'staff', region: '51' },
      { sub: 'o', role: 'customer', customer: other.code },
    ] as As[]) {
      expect(paths(await run(CHANGE, { contactPersonId: contactPerson.id, department: 'X' }, as))).toEqual([
        'NOT_FOUND input.contactPersonId',
      ]);
      const { data } = await graph.query(
        `query ($id: ID!) { node(id: $id) { id } }`,
        { id: contactPerson.person.id },
        { as },
      );
      expect(data.node).toBeNull();
    }
  });
});

describe('contact media', () => {
  test('CUS-19 one number for one purpose stands once with a party, however it is written and whoever adds it', async () => {
    const phone = { customerId: customer.id, kind: 'MOBILE' };
    const added = await Promise.all(
      ['13900139000', '139 0013 9000', '139-0013-9000'].map((value) => run(ADD_MEDIUM, { ...phone, value })),
    );
    expect(added.flatMap(paths)).toEqual(['DUPLICATE input.value', 'DUPLICATE input.value']);
    expect(paths(await run(ADD_MEDIUM, { ...phone, value: '13900139000', purpose: 'BILLING' }))).toEqual([]);
    const { contactMedium: other } = await run(ADD_MEDIUM, { ...phone, value: '13900139001' });
    expect(
      paths(await run(CHANGE_MEDIUM, { customerId: customer.id, contactMediumId: other.id, value: '139 0013 9000' })),
    ).toEqual(['DUPLICATE input.value']);
    const { rows } = await graph.database.pool.query(
      `select value, purpose from contact_medium m join customer c on c.party_id = m.party_id where c.code = $1 order by 1, 2`,
      [customer.code],
    );
    expect(rows).toEqual([
      { value: '13900139000', purpose: 'BILLING' },
      { value: '13900139000', purpose: 'GENERAL' },
      { value: '13900139001', purpose: 'GENERAL' },
    ]);
    const { data } = await graph.query(
      `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } userErrors { code path } } }`,
      {
        input: {
          ...{ regionId, individual: { name: 'Twice' } },
          contactMedia: ['13900139000', '+86 139 0013 9000', '139 00139000'].map((value) => ({
            kind: 'MOBILE',
            value,
          })),
        },
      },
      { as: clerk },
    );
    expect(data.customerCreate).toEqual({
      customer: null,
      userErrors: [{ code: 'DUPLICATE', path: ['input', 'contactMedia', '2', 'value'] }],
    });
  });

  test('CUS-19 are added, changed and removed with checks, for the customer and for its contacts', async () => {
    const first = await run(ADD_MEDIUM, {
      customerId: customer.id,
      kind: 'MOBILE',
      value: '138-0013-8000',
      preferred: true,
    });
    expect(first.contactMedium).toMatchObject({ value: '13800138000', preferred: true });
    const second = await run(ADD_MEDIUM, {
      customerId: customer.id,
      kind: 'POST',
      value: '天河路 1 号',
      postcode: '510000',
      preferred: true,
    });
    expect(paths(second)).toEqual([]);
    const { data } = await graph.query(`query ($id: ID!) { node(id: $id) { ... on ContactMedium { preferred } } }`, {
      id: first.contactMedium.id,
    });
    expect(data.node.preferred).toBe(false);

    const id = { customerId: customer.id, contactMediumId: first.contactMedium.id };
    expect(paths(await run(CHANGE_MEDIUM, { ...id, value: 'none' }))).toEqual(['INVALID_PHONE input.value']);
    expect(paths(await run(CHANGE_MEDIUM, { ...id, postcode: '1' }))).toEqual(['CONTRADICTION input.postcode']);
    expect((await run(CHANGE_MEDIUM, { ...id, value: '13900139000' })).contactMedium.value).toBe('13900139000');
    expect(await lastEvent()).toMatchObject({
      data: { changes: [{ field: 'value', old: '*******8000', new: '*******9000' }] },
    });
    expect((await run(REMOVE_MEDIUM, id)).customer.party.contactMedia.nodes).toEqual([{ id: second.contactMedium.id }]);
  });

  test('CUS-20 a medium of someone else looks like none', async () => {
    const other = await create('Another');
    const { contactMedium } = await run(ADD_MEDIUM, { customerId: other.id, kind: 'EMAIL', value: 'a@example.com' });
    expect(paths(await run(REMOVE_MEDIUM, { customerId: customer.id, contactMediumId: contactMedium.id }))).toEqual([
      'NOT_FOUND input.contactMediumId',
    ]);
    const { contactPerson } = await run(ADD, { customerId: other.id, individual: { name: 'Theirs' } });
    expect(
      paths(
        await run(ADD_MEDIUM, {
          customerId: customer.id,
          contactPersonId: contactPerson.id,
          kind: 'EMAIL',
          value: 'b@example.com',
        }),
      ),
    ).toEqual(['CONTRADICTION input.contactPersonId']);
  });
});
