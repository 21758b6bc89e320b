import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { virtualClock } from '../../testing/virtual-clock.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const guangdong: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };

const CREATE = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) {
  userErrors { code path details }
  customer { id code name lifecycle customerType version region { code }
    party { __typename name ... on Individual { gender birthDate } ... on ExternalOrganization { registrationNo }
      identifications { nodes { type number verified } } contactMedia { nodes { id kind value preferred } } }
    codes { nodes { code level } }
    contactPersons { nodes { id contactType preferred person { name contactMedia { nodes { value } } } } }
    accounts { nodes { id accountNo name status isDefault version billDelivery billAddress } } } } }`;
const CHANGE = `mutation ($input: CustomerChangeInput!) { customerChange(input: $input) {
  userErrors { code path details } customer { id name version subType region { code } accounts { nodes { region { code } } } characteristics { name value } } } }`;
const MOVE = `mutation ($input: CustomerMoveInput!) { customerMove(input: $input) {
  userErrors { code path } customer { lifecycle inNetworkPhase joinedAt leftAt } } }`;

let graph: TestGraph;
let regions: Record<string, string>;

beforeAll(async () => {
  graph = await startTestGraph();
  const { data } = await graph.query(`{ regions(first: 100) { nodes { id code } } }`);
  regions = Object.fromEntries(data.regions.nodes.map(({ id, code }: { id: string; code: string }) => [code, id]));
});
afterAll(() => graph.close());

async function create(input: Record<string, unknown>, as: As = guangdong) {
  const { data, errors } = await graph.query(CREATE, { input: { regionId: regions['4401'], ...input } }, { as });
  expect(errors).toBeUndefined();
  return data.customerCreate;
}

const run = async (document: string, input: Record<string, unknown>, as: As = guangdong) => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};

const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const events = (code: string) =>
  rows(
    `select h.kind, h.type, h.from_state, h.to_state, h.data, h.actor, h.reason from history_entry h join customer c on c.id = h.customer_id where c.code = $1 order by h.sequence`,
    [code],
  );
const counts = async () =>
  (
    await rows(
      `select (select count(*)::int from customer) customers, (select count(*)::int from party) parties, (select count(*)::int from account) accounts, (select count(*)::int from history_entry) events`,
    )
  )[0];

const paths = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('creating a customer', () => {
  test('CUS-06 CUS-08 makes a person with documents, media, codes, contacts and a first account in one step', async () => {
    const { customer, userErrors } = await create({
      individual: { name: '李雷', gender: 'FEMALE', birthDate: '1949-12-31' },
      identifications: [{ type: 'ID_CARD', number: '11010519491231002x', verified: true }],
      contactMedia: [{ kind: 'MOBILE', value: '138 0013 8000', preferred: true }],
      codes: [{ code: 'HQ-1', level: 'HEADQUARTERS' }],
      contactPersons: [
        {
          individual: { name: '韩梅梅' },
          contactMedia: [{ kind: 'EMAIL', value: 'han@example.com' }],
          contactType: 'FAMILY',
          preferred: true,
        },
      ],
      account: { billDelivery: 'EMAIL', billAddress: 'li@example.com' },
    });
    expect(userErrors).toEqual([]);
    expect(customer).toMatchObject({
      code: expect.stringMatching(/^C4401-\d{8}$/),
      name: '李雷',
      lifecycle: 'POTENTIAL',
      customerType: 'PUBLIC',
      version: 1,
      party: {
        __typename: 'Individual',
        identifications: { nodes: [{ type: 'ID_CARD', number: '11010519491231002X', verified: true }] },
        contactMedia: { nodes: [{ kind: 'MOBILE', value: '13800138000', preferred: true }] },
      },
      contactPersons: {
        nodes: [
          {
            contactType: 'FAMILY',
            preferred: true,
            person: { name: '韩梅梅', contactMedia: { nodes: [{ value: 'han@example.com' }] } },
          },
        ],
      },
      accounts: {
        nodes: [
          {
            accountNo: expect.stringMatching(/^A4401-\d{8}$/),
            name: '李雷',
            status: 'IN_USE',
            isDefault: true,
            billDelivery: 'EMAIL',
          },
        ],
      },
    });
    expect(customer.codes.nodes).toEqual(
      expect.arrayContaining([
        { code: customer.code, level: 'LOCAL_NETWORK' },
        { code: 'HQ-1', level: 'HEADQUARTERS' },
      ]),
    );
    const history = await events(customer.code);
    expect(history.map(({ type, to_state: to, actor }) => [type, to, actor])).toEqual([
      ['customer.status.changed', 'POTENTIAL', 'g1'],
      ['customer.created', null, 'g1'],
      ['customer.code.added', null, 'g1'],
      ['customer.contact.added', null, 'g1'],
      ['account.status.changed', 'IN_USE', 'g1'],
      ['account.opened', null, 'g1'],
    ]);
    expect(JSON.stringify(history)).not.toContain('11010519491231002');
  });

  test('CUS-09 makes an organisation whose registration number is one of its documents', async () => {
    const { customer, userErrors } = await create({
      organization: { name: '南方实业', registrationNo: '91350100M000100Y43', headCount: 50 },
    });
    expect(userErrors).toEqual([]);
    expect(customer).toMatchObject({
      customerType: 'COMMERCIAL',
      party: {
        __typename: 'ExternalOrganization',
        registrationNo: '91350100M000100Y43',
        identifications: { nodes: [{ type: 'REGISTRATION_NO', number: '91350100M000100Y43' }] },
      },
    });
    const again = await create({ organization: { name: '北方实业', registrationNo: '91350100m000100y43' } });
    expect(paths(again)).toEqual(['DUPLICATE input.organization.registrationNo']);
  });

  test('CUS-12 names every faulty field at once and writes nothing', async () => {
    const before = await counts();
    const payload = await create({
      individual: { name: '王五', birthDate: '2999-01-01', nationality: 'china'.slice(0, 2) },
      identifications: [
        { type: 'ID_CARD', number: '110105194912310021' },
        { type: 'REGISTRATION_NO', number: '91350100M000100Y43' },
      ],
      contactMedia: [
        { kind: 'MOBILE', value: '1' },
        { kind: 'EMAIL', value: 'x' },
      ],
      contactPersons: [{}],
      subType: '9A',
      account: { contactPhone: 'none' },
      characteristics: { ok: 1, 'not ok': { nested: true } },
    });
    expect(payload.customer).toBeNull();
    expect(paths(payload).sort()).toEqual([
      'CONTRADICTION input.identifications.1.type',
      'INVALID_CHARACTERISTICS input.characteristics.not ok',
      'INVALID_COUNTRY input.individual.nationality',
      'INVALID_EMAIL input.contactMedia.1.value',
      'INVALID_IDENTITY_NUMBER input.identifications.0.number',
      'INVALID_PHONE input.account.contactPhone',
      'INVALID_PHONE input.contactMedia.0.value',
      'INVALID_SUB_TYPE input.subType',
      'IN_FUTURE input.individual.birthDate',
      'REQUIRED input.contactPersons.0.individual',
    ]);
    expect(await counts()).toEqual(before);
  });

  test.each([
    [{}, 'REQUIRED input.individual'],
    [{ individual: { name: 'a' }, organization: { name: 'b' } }, 'CONTRADICTION input.organization'],
    [{ individual: { name: 'a' }, account: { billDelivery: 'POST' } }, 'REQUIRED input.account.billAddress'],
    [
      { individual: { name: 'a' }, account: { billDelivery: 'SMS', billAddress: 'x@example.com' } },
      'INVALID_PHONE input.account.billAddress',
    ],
    [{ individual: { name: 'a' }, accountManagerId: 'nonsense' }, 'BAD_ID input.accountManagerId'],
    [{ individual: { name: ' ' } }, 'REQUIRED input.individual.name'],
    [{ individual: { name: 'a'.repeat(201) } }, 'TOO_LONG input.individual.name'],
  ])('CUS-59 refuses an incomplete or contradictory front desk input (%#)', async (input, fault) => {
    const before = await counts();
    expect(paths(await create(input))).toEqual([fault]);
    expect(await counts()).toEqual(before);
  });

  test('CUS-12 refuses NUL and halves of characters in texts and in lists of them, with their place', async () => {
    const before = await counts();
    const half = '\ud83d';
    const payload = await run(CREATE, {
      regionId: regions['4401'],
      individual: { name: `王${half}`, hobbies: ['chess', `${half}go`] },
      serviceAddress: 'Road\u0000',
    });
    expect(paths(payload).sort()).toEqual([
      'INVALID_CHARACTER input.individual.hobbies.1',
      'INVALID_CHARACTER input.individual.name',
      'INVALID_CHARACTER input.serviceAddress',
    ]);
    expect(await counts()).toEqual(before);
    const whole = await run(CREATE, { regionId: regions['4401'], individual: { name: '王😀' } });
    expect(whole.userErrors).toEqual([]);
  });

  test('CUS-06 creates nothing when it is repeated with the same code, even at the same moment', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 5 }, () => create({ code: 'EXT-1', individual: { name: 'Ada' } })),
    );
    expect(attempts.filter(({ customer }) => customer).length).toBe(1);
    expect(attempts.flatMap((attempt) => attempt.userErrors.map(({ code }: { code: string }) => code))).toEqual(
      Array(4).fill('DUPLICATE'),
    );
    expect(await rows(`select count(*)::int n from party where name = 'Ada'`)).toEqual([{ n: 1 }]);
  });

  test('CUS-06 gives concurrent customers different codes', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, index) => create({ individual: { name: `Bulk ${index}` } })),
    );
    expect(new Set(all.map(({ customer }) => customer.code)).size).toBe(8);
  });

  test('CUS-07 finds a customer by the code of any level', async () => {
    const { customer } = await create({
      individual: { name: 'Many codes' },
      codes: [{ code: 'P-77', level: 'PROVINCE' }],
    });
    const { data } = await graph.query(`{ customerCode(code: "P-77") { customer { id } } }`, {}, { as: guangdong });
    expect(data.customerCode.customer.id).toBe(customer.id);
    const ADD =
      'mutation ($input: CustomerCodeAddInput!) { customerCodeAdd(input: $input) { userErrors { code } customerCode { id } } }';
    const added = { customerId: customer.id, code: 'HQ-77', level: 'HEADQUARTERS' };
    expect(await run(ADD, added)).toMatchObject({ userErrors: [] });
    const found = async (code: string, as: As = guangdong, at = '') =>
      (await graph.query(`query ($code: String!) { customer(code: $code${at}) { id code } }`, { code }, { as })).data
        .customer;
    for (const code of [customer.code, 'P-77', 'HQ-77']) {
      expect(await found(code)).toEqual({ id: customer.id, code: customer.code });
      expect(await found(code, sichuan)).toBeNull();
    }
    expect(await found('HQ-77', guangdong, `, asOf: "${new Date().toISOString()}"`)).toMatchObject({ id: customer.id });
    expect(await found('HQ-78')).toBeNull();
    expect(paths(await create({ code: 'P-77', individual: { name: 'x' } }))).toEqual(['DUPLICATE input.code']);
  });

  test('CUS-22 makes a contact person a customer, the same party, in a contact relation with each it is a contact of', async () => {
    const { customer } = await create({
      individual: { name: 'Host' },
      contactPersons: [{ individual: { name: 'Guest' } }],
    });
    const { data } = await graph.query(
      `query ($id: ID!) { node(id: $id) { ... on ContactPerson { person { id } } } }`,
      { id: customer.contactPersons.nodes[0].id },
    );
    const personId = data.node.person.id;
    // In two capacities for the first, in one for the second.
    await graph.query(
      `mutation ($input: ContactPersonAddInput!) { contactPersonAdd(input: $input) { userErrors { code } } }`,
      { input: { customerId: customer.id, personId, contactType: 'FINANCE' } },
      { as: guangdong },
    );
    const second = await create({ individual: { name: 'Second host' }, contactPersons: [{ personId }] });
    const guest = await create({ partyId: personId });
    expect(guest.customer.name).toBe('Guest');
    const related = await graph.query(
      `query ($id: ID!) { customer(id: $id) { relationshipsFrom { nodes { type subType direction to { id } } } } }`,
      { id: guest.customer.id },
      { as: guangdong },
    );
    expect(related.data.customer.relationshipsFrom.nodes).toEqual(
      [customer, second.customer].map(({ id }) => ({
        ...{ type: 'LOOSE', subType: 'CONTACT', direction: 'ONE_WAY' },
        to: { id },
      })),
    );
    expect(
      await rows(
        `select "c"."name" from "history_entry" "h" join "customer" "c" on "c"."id" = "h"."customer_id"
         where "h"."type" = 'customer.relationship.added' and "c"."name" in ('Guest', 'Host', 'Second host') order by 1`,
      ),
    ).toEqual(['Guest', 'Guest', 'Host', 'Second host'].map((name) => ({ name })));
    expect(await rows(`select count(*)::int n from party where name = 'Guest'`)).toEqual([{ n: 1 }]);
  });

  test('CUS-27 staff create customers only in their own regions, and others see nothing of them', async () => {
    const before = await counts();
    expect(paths(await create({ individual: { name: 'x' } }, sichuan))).toEqual(['OUT_OF_SCOPE input.regionId']);
    expect(await counts()).toEqual(before);
    const { customer } = await create({ individual: { name: 'Hidden' } });
    const seen = (as: As) =>
      graph.query(
        `query ($code: String!) { customer(code: $code) { name } parties(filter: { name: { eq: "Hidden" } }) { nodes { name } } }`,
        { code: customer.code },
        { as },
      );
    expect((await seen(guangdong)).data).toEqual({
      customer: { name: 'Hidden' },
      parties: { nodes: [{ name: 'Hidden' }] },
    });
    expect((await seen(sichuan)).data).toEqual({ customer: null, parties: { nodes: [] } });
    expect(paths((await run(CHANGE, { customerId: customer.id, vipNo: '1' }, sichuan)) as never)).toEqual([
      'NOT_FOUND input.customerId',
    ]);
  });

  test('CUS-27 customers see themselves and may not create customers', async () => {
    const { customer } = await create({
      individual: { name: 'Self' },
      identifications: [{ type: 'PASSPORT', number: 'E12345678' }],
    });
    const self: As = { sub: 'self', role: 'customer', customer: customer.code };
    const { data } = await graph.query(
      `{ customers { nodes { name party { identifications { nodes { number } } } } } }`,
      {},
      { as: self },
    );
    expect(data.customers.nodes).toEqual([
      { name: 'Self', party: { identifications: { nodes: [{ number: 'E12345678' }] } } },
    ]);
    const before = await counts();
    const { errors } = await graph.query(
      CREATE,
      { input: { regionId: regions['4401'], individual: { name: 'x' } } },
      { as: self },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await counts()).toEqual(before);
  });
});

describe('changing a customer', () => {
  test('CUS-29 records each changed field with old and new value', async () => {
    const { customer } = await create({
      individual: { name: 'Old name', religion: 'none at all' },
      characteristics: { colour: 'red', size: 1 },
    });
    const changed = (await run(CHANGE, {
      customerId: customer.id,
      expectedVersion: 1,
      subType: 'IMPORTANT',
      individual: { name: 'New name', religion: 'other than that' },
      characteristics: { colour: null, weight: 2 },
    })) as { customer: Record<string, unknown> };
    expect(changed.customer).toMatchObject({ name: 'New name', version: 2, subType: 'IMPORTANT' });
    expect(changed.customer.characteristics).toEqual(
      expect.arrayContaining([
        { name: 'size', value: 1 },
        { name: 'weight', value: 2 },
      ]),
    );
    expect(changed.customer.characteristics).toHaveLength(2);
    const last = (await events(customer.code)).at(-1)!;
    expect(last).toMatchObject({ kind: 'RECORD_CHANGE', type: 'customer.changed', data: { version: 2 } });
    expect(last.data.changes).toEqual(
      expect.arrayContaining([
        { field: 'individual.name', old: 'Old name', new: 'New name' },
        { field: 'name', old: 'Old name', new: 'New name' },
        { field: 'subType', old: null, new: 'IMPORTANT' },
        { field: 'individual.religion', old: '*******' + ' all', new: '***********that' },
      ]),
    );
  });

  test('refuses a change of a record that was changed meanwhile, and an empty change leaves no trace', async () => {
    const { customer } = await create({ individual: { name: 'Twice' } });
    const both = await Promise.all(
      ['a', 'b'].map((vipNo) => run(CHANGE, { customerId: customer.id, expectedVersion: 1, vipNo })),
    );
    expect(both.flatMap((payload) => paths(payload as never))).toEqual(['VERSION_CONFLICT input.expectedVersion']);
    const before = await counts();
    const nothing = (await run(CHANGE, { customerId: customer.id })) as { customer: { version: number } };
    expect(nothing.customer.version).toBe(2);
    expect(await counts()).toEqual(before);
  });

  test('refuses data of an organisation on a person and the reverse', async () => {
    const person = await create({ individual: { name: 'Person' } });
    const company = await create({ organization: { name: 'Company' } });
    expect(
      paths((await run(CHANGE, { customerId: person.customer.id, organization: { headCount: 3 } })) as never),
    ).toEqual(['CONTRADICTION input.organization']);
    expect(
      paths((await run(CHANGE, { customerId: company.customer.id, individual: { gender: 'MALE' } })) as never),
    ).toEqual(['CONTRADICTION input.individual']);
  });

  test('CUS-27 moves a customer with the accounts to another region of the caller only', async () => {
    const { customer } = await create({ individual: { name: 'Mover' } });
    expect(paths((await run(CHANGE, { customerId: customer.id, regionId: regions['5101'] })) as never)).toEqual([
      'OUT_OF_SCOPE input.regionId',
    ]);
    const moved = await run(CHANGE, { customerId: customer.id, regionId: regions['4403'] });
    expect(moved).toMatchObject({
      userErrors: [],
      customer: { region: { code: '4403' }, accounts: { nodes: [{ region: { code: '4403' } }] } },
    });
  });

  test('customers change only their own data', async () => {
    const { customer } = await create({ individual: { name: 'Own' } });
    const self: As = { sub: 'self', role: 'customer', customer: customer.code };
    expect(
      paths((await run(CHANGE, { customerId: customer.id, serviceLevel: 'DIAMOND', vipNo: null }, self)) as never),
    ).toEqual(['FORBIDDEN input.serviceLevel', 'FORBIDDEN input.vipNo']);
    expect(await run(CHANGE, { customerId: customer.id, individual: { name: 'Renamed' } }, self)).toMatchObject({
      userErrors: [],
      customer: { name: 'Renamed' },
    });
    const other = await create({ individual: { name: 'Other' } });
    expect(paths((await run(CHANGE, { customerId: other.customer.id, serviceAddress: 'x' }, self)) as never)).toEqual([
      'NOT_FOUND input.customerId',
    ]);
  });
});

describe('the life cycle of a customer', () => {
  test('CUS-17 goes from potential over in network to left and back, each step in the history', async () => {
    const { customer } = await create({ individual: { name: 'Cycle' } });
    const move = (step: string) => run(MOVE, { customerId: customer.id, step, reason: `because ${step}` });
    expect(await move('LEAVE')).toMatchObject({ userErrors: [{ code: 'INVALID_TRANSITION' }], customer: null });
    expect(await move('ENTER')).toMatchObject({
      customer: { lifecycle: 'IN_NETWORK', inNetworkPhase: 'UPGRADE', leftAt: null },
    });
    expect(await move('LEAVE')).toMatchObject({
      customer: { lifecycle: 'LEFT', inNetworkPhase: null, leftAt: expect.any(String) },
    });
    expect(await move('WIN_BACK')).toMatchObject({ customer: { lifecycle: 'IN_NETWORK', leftAt: null } });
    const steps = (await events(customer.code)).filter(({ type }) => type === 'customer.status.changed');
    expect(steps.map(({ from_state: from, to_state: to, reason }) => [from, to, reason])).toEqual([
      [null, 'POTENTIAL', null],
      ['POTENTIAL', 'IN_NETWORK', 'because ENTER'],
      ['IN_NETWORK', 'LEFT', 'because LEAVE'],
      ['LEFT', 'IN_NETWORK', 'because WIN_BACK'],
    ]);
  });
});

test('CUS-12 documents end, and people are born, by the day of the operator', async () => {
  const clock = virtualClock(graph, '2026-12-01T16:00:00Z');
  try {
    const valid = (validUntil: string, number: string) => [{ type: 'PASSPORT', number, validUntil }];
    const over = await create({ individual: { name: 'Over' }, identifications: valid('2026-12-01', 'E70001') });
    expect(over.userErrors).toMatchObject([{ code: 'EXPIRED', path: ['input', 'identifications', '0', 'validUntil'] }]);
    const lasts = await create({ individual: { name: 'Lasts' }, identifications: valid('2026-12-02', 'E70002') });
    const born = await create({ individual: { name: 'Born', birthDate: '2026-12-02' } });
    expect([lasts.userErrors, born.userErrors]).toEqual([[], []]);
  } finally {
    clock.stop();
  }
});
