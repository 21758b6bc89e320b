import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { until } from '../../testing/until.js';
import { compareStatement } from './duplicate-queries.js';
import { DuplicateBasis, DuplicateParty } from './duplicate-rule.js';
import { findAllDuplicates } from './find-duplicates.js';
import { customerReferences, partyReferences } from './merge-references.js';

const clerk: As = { sub: 'g1', role: 'staff', region: 'T-N' };
const second: As = { sub: 'g2', role: 'staff', region: 'T-N' };
const elsewhere: As = { sub: 's1', role: 'staff', region: 'T-S' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id code accounts { nodes { id } } }');
const FIND = mutation(
  'customerDuplicatesFind',
  'CustomerDuplicatesFindInput',
  'candidates { id score matched status first { id } second { id } }',
);
const DISMISS = mutation('duplicateCandidateDismiss', 'DuplicateDismissInput', 'candidate { status decidedBy }');
const RULE = mutation('duplicateRuleSave', 'DuplicateRuleSaveInput', 'rule { code }');
const MERGE = 'merge { id status requestedBy decidedBy survivor { id } absorbed { id lifecycle mergedInto { id } } }';
const REQUEST = mutation('customerMergeRequest', 'CustomerMergeRequestInput', MERGE);
const DECIDE = mutation('customerMergeDecide', 'CustomerMergeDecideInput', MERGE);
const UNDO = mutation(
  'customerMergeUndo',
  'CustomerMergeUndoInput',
  'merge { status changes(first: 100) { nodes { noun field restored } } }',
);
const CHANGE = mutation('customerChange', 'CustomerChangeInput', 'customer { id serviceAddress }');

let graph: TestGraph;
let shop: Shop;
let regionId: string;
let absorbedId: string;

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  shop = await openShop(graph.database);
  regionId = encodeId('re', shop.north.id);
  absorbedId = encodeId('cu', shop.customer.id);
});
afterAll(() => graph?.close());

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: Record<string, unknown>, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  const answer = Object.values(data as object)[0];
  if (document === CREATE) expect(answer.userErrors).toEqual([]);
  return answer;
};
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const person = async (name: string, more: Record<string, unknown> = {}) =>
  (await run(CREATE, { regionId, individual: { name, birthDate: '1980-01-02' }, ...more })).customer as {
    id: string;
    code: string;
    accounts: { nodes: { id: string }[] };
  };
const phone = (value: string) => [{ kind: 'MOBILE', value }];
const found = async (customerId: string, as: As = clerk) =>
  ((await run(FIND, { customerId }, as)).candidates ?? []) as {
    id: string;
    score: number;
    matched: string[];
    first: { id: string };
    second: { id: string };
  }[];
const request = (survivorId: string, otherId: string, as: As = clerk) =>
  run(REQUEST, { survivorId, absorbedId: otherId, consent: '书面同意', reason: '同一客户' }, as);
const decide = (mergeId: string, approve: boolean, as: As = second) => run(DECIDE, { mergeId, approve }, as);
const keysOf = async (...ids: string[]) => ids.map((id) => Buffer.from(id, 'base64url').toString('hex', 2));

/** Every row that refers to one of the customers or is one, without what each write changes. */
async function contents(...ids: string[]): Promise<Record<string, unknown[]>> {
  const keys = await keysOf(...ids);
  const parties = (await rows(`select "party_id" "id" from "customer" where "id" = any($1::uuid[])`, [keys])).map(
    ({ id }) => id as string,
  );
  const tables: [string, string, string[]][] = [
    ['customer', 'id', keys],
    ['party', 'id', parties],
    ['customer_credential', 'customer_id', keys],
    // Who looked at them meanwhile is remembered as it comes, a moment after each answer.
    ...customerReferences()
      .filter(({ table }) => table !== 'customer_read')
      .map(({ table, column }): [string, string, string[]] => [table, column, keys]),
    ...partyReferences().map(({ table, column }): [string, string, string[]] => [table, column, parties]),
  ];
  const all: Record<string, unknown[]> = {};
  for (const [table, column, values] of tables)
    all[`${table}.${column}`] = (
      await rows(
        `select to_jsonb("t") - 'updated_at' - 'version' "row" from "${table}" "t" where "${column}" = any($1::uuid[]) order by "id"`,
        [values],
      )
    ).map(({ row }) => row as unknown);
  return all;
}

describe('finding customers who are one', () => {
  it('CUS-80 adds up the weights of the rules that hold, and keeps those from the threshold on', async () => {
    const one = await person('重名一', { contactMedia: phone('13800000001') });
    const other = await person('重名一', { contactMedia: phone('13800000001') });
    await person('重名一');
    const [candidate, ...more] = await found(one.id);
    expect(candidate).toMatchObject({ score: 110, matched: ['SAME_BIRTH_DATE', 'SAME_NAME', 'SAME_PHONE'] });
    expect([candidate!.first.id, candidate!.second.id].sort()).toEqual([one.id, other.id].sort());
    // The third has the name and the birthday only: 70, just enough.
    expect(more.map(({ score }) => score)).toEqual([70]);
  });

  it('CUS-80 knows one identity card by its 15 and its 18 characters, and customers of one party', async () => {
    const card = (number: string) => ({ identifications: [{ type: 'ID_CARD', number }] });
    const input = { birthDate: '1949-12-31', gender: 'FEMALE' };
    const one = await person('旧证', { individual: { ...input, name: '旧证' }, ...card('110105491231002') });
    const passport = { identifications: [{ type: 'PASSPORT', number: 'E19491231' }] };
    const other = await person('新证', { individual: { ...input, name: '新证' }, ...passport });
    // No customer is made so any more; some were, and some are loaded so.
    await rows(
      `update "party_identification" set "type" = 'ID_CARD', "number" = '11010519491231002X' where "number" = 'E19491231'`,
    );
    expect(
      (await found(one.id)).map(({ matched, first, second: to }) => [
        matched.includes('SAME_DOCUMENT'),
        [first.id, to.id].includes(other.id),
      ]),
    ).toEqual([[true, true]]);
    const [{ party }] = await rows(`select "party_id" "party" from "customer" where "code" = $1`, [one.code]);
    const { customer: again } = await run(CREATE, { regionId, partyId: encodeId('pi', party) });
    expect((await found(again.id))[0]!.matched).toContain('SAME_PARTY');
  });

  it('CUS-80 follows the rules as the operator sets them', async () => {
    const one = await person('邮件甲', {
      contactMedia: [{ kind: 'EMAIL', value: 'same@example.org' }],
      individual: { name: '邮件甲' },
    });
    await person('邮件乙', {
      contactMedia: [{ kind: 'EMAIL', value: 'same@example.org' }],
      individual: { name: '邮件乙' },
    });
    expect(await found(one.id)).toEqual([]);
    const rule = { code: 'SAME_EMAIL', name: '同一邮箱', basis: 'EMAIL' };
    await run(RULE, { ...rule, weight: 90 }, 'admin');
    expect((await found(one.id)).map(({ score, matched }) => [score, matched])).toEqual([[90, ['SAME_EMAIL']]]);
    await run(RULE, { ...rule, weight: 40 }, 'admin');
    expect(
      (await graph.query(RULE, { input: { ...rule, weight: 1 } }, { as: clerk })).errors?.[0]?.extensions['code'],
    ).toBe('FORBIDDEN');
  });

  it('CUS-80 looks at all customers by a job, and never finds again who was dismissed', async () => {
    const one = await person('夜间', { contactMedia: phone('13800000002') });
    await person('夜间', { contactMedia: phone('13800000002') });
    const search = () =>
      findAllDuplicates.run({}, graph.database.systemContext('job'), {
        id: '1',
        attempt: 1,
        signal: new AbortController().signal,
      });
    await search();
    const kept = () =>
      rows(
        `select "d"."status", "d"."score" from "duplicate_candidate" "d" join "customer" "c" on "c"."id" in ("d"."first_id", "d"."second_id") where "c"."code" = $1`,
        [one.code],
      );
    expect(await kept()).toEqual([{ status: 'OPEN', score: 110 }]);
    const [{ id: candidateId }] = (await found(one.id)) as unknown as [{ id: string }];
    expect((await run(DISMISS, { candidateId, reason: '父子' }, elsewhere)).userErrors[0].code).toBe('NOT_FOUND');
    expect((await run(DISMISS, { candidateId, reason: '父子' })).candidate).toEqual({
      status: 'DISMISSED',
      decidedBy: 'g1',
    });
    expect((await run(DISMISS, { candidateId, reason: '再次' })).userErrors[0].code).toBe('INVALID_STATE');
    await search();
    expect(await kept()).toEqual([{ status: 'DISMISSED', score: 110 }]);
    expect(await found(one.id)).toEqual([]);
  });

  it('CUS-80 compares through indexes, never all with all', async () => {
    const rules = Object.values(DuplicateBasis).map((basis) => ({ basis, appliesTo: DuplicateParty.ANY, weight: 1 }));
    const client = await graph.database.pool.connect();
    try {
      await client.query('begin; set local enable_seqscan = off');
      const { rows: plan } = await client.query(`explain ${compareStatement(rules)!.replace('$1', `'{}'`)}`);
      expect(plan.map((line) => String(line['QUERY PLAN'])).filter((line) => line.includes('Seq Scan'))).toEqual([]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('merging customers', () => {
  let survivor: Awaited<ReturnType<typeof person>>;
  let mergeId: string;
  let before: Record<string, unknown[]>;

  it('CUS-80 is asked for by one person and approved by another', async () => {
    survivor = await person('李娜', { contactMedia: phone('13911110000'), vipNo: 'V-1' });
    const other = await person('王芳');
    await run(mutation('contactPersonAdd', 'ContactPersonAddInput', 'contactPerson { id }'), {
      customerId: absorbedId,
      individual: { name: '联系人' },
      preferred: true,
    });
    await run(mutation('contactPersonAdd', 'ContactPersonAddInput', 'contactPerson { id }'), {
      customerId: survivor.id,
      individual: { name: '另一人' },
      preferred: true,
    });
    await run(mutation('contactMediumAdd', 'ContactMediumAddInput', 'contactMedium { id }'), {
      customerId: absorbedId,
      kind: 'MOBILE',
      value: '13911110000',
    });
    await run(mutation('contactMediumAdd', 'ContactMediumAddInput', 'contactMedium { id }'), {
      customerId: absorbedId,
      kind: 'EMAIL',
      value: 'lina@example.org',
    });
    for (const fromId of [absorbedId, survivor.id])
      await run(mutation('customerRelationshipAdd', 'CustomerRelationshipAddInput', 'relationship { id }'), {
        fromId,
        toId: other.id,
        type: 'LOOSE',
      });
    await run(CHANGE, { customerId: absorbedId, serviceAddress: '中山路1号', vipNo: 'V-2' });
    const placed = await run(mutation('orderSubmit', 'OrderSubmitInput', 'order { id }'), {
      customerId: absorbedId,
      items: [{ action: 'INSTALL', offeringId: encodeId('of', shop.family.id) }],
    });
    expect(placed.userErrors).toEqual([]);
    await until(
      async () =>
        (
          await rows(`select 1 from "product_instance" where "customer_id" = $1 and "status" = 'ACTIVE'`, [
            shop.customer.id,
          ])
        ).length > 0,
    );
    await until(
      async () =>
        (
          await rows(`select 1 from "customer_order" where "customer_id" = $1 and "status" = 'COMPLETED'`, [
            shop.customer.id,
          ])
        ).length > 0,
    );
    before = await contents(survivor.id, absorbedId);

    const { merge } = await request(survivor.id, absorbedId);
    expect(merge).toMatchObject({ status: 'REQUESTED', requestedBy: 'g1' });
    mergeId = merge.id;
    expect((await request(survivor.id, absorbedId)).userErrors[0]).toEqual({
      code: 'DUPLICATE',
      path: ['input', 'absorbedId'],
    });
    expect((await decide(mergeId, true, clerk)).userErrors[0].code).toBe('SAME_PERSON');
    expect((await decide(mergeId, true, elsewhere)).userErrors[0].code).toBe('NOT_FOUND');
    expect(await contents(survivor.id, absorbedId)).toEqual(before);
  });

  it('CUS-80 moves all that the absorbed customer has to the survivor, which keeps its code', async () => {
    const answers = await Promise.all([decide(mergeId, true), decide(mergeId, true)]);
    expect(answers.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
    const { data } = await graph.query(
      `query ($id: ID!) { customer(id: $id) { code lifecycle vipNo serviceAddress
        accounts(first: 9) { totalCount nodes { isDefault } } orders { totalCount } productInstances { totalCount }
        codes(first: 9) { nodes { code } } contactPersons { nodes { preferred } } relationshipsFrom { totalCount }
        party { contactMedia(first: 9) { nodes { value } } } mergedCustomers { nodes { code lifecycle } } } }`,
      { id: survivor.id },
      { as: clerk },
    );
    expect(data.customer).toMatchObject({
      code: survivor.code,
      lifecycle: 'IN_NETWORK',
      vipNo: 'V-1',
      serviceAddress: '中山路1号',
      orders: { totalCount: 1 },
      relationshipsFrom: { totalCount: 1 },
      mergedCustomers: { nodes: [{ code: 'C-NORTH', lifecycle: 'MERGED' }] },
    });
    expect(data.customer.productInstances.totalCount).toBe(before['product_instance.customer_id']!.length);
    expect(data.customer.accounts.nodes.filter(({ isDefault }: { isDefault: boolean }) => isDefault)).toHaveLength(1);
    expect(data.customer.accounts.totalCount).toBe(2);
    expect(data.customer.codes.nodes.map(({ code }: { code: string }) => code).sort()).toEqual(
      ['C-NORTH', survivor.code].sort(),
    );
    expect(
      data.customer.contactPersons.nodes.filter(({ preferred }: { preferred: boolean }) => preferred),
    ).toHaveLength(1);
    expect(data.customer.party.contactMedia.nodes.map(({ value }: { value: string }) => value).sort()).toEqual([
      '13911110000',
      'lina@example.org',
    ]);
    // Nothing is lost: the same rows are there, each with one of the two.
    const after = await contents(survivor.id, absorbedId);
    for (const [table, kept] of Object.entries(before))
      expect([table, after[table]!.length]).toEqual([
        table,
        kept.length + (table === 'customer.merged_into_id' ? 1 : 0),
      ]);
  });

  it('CUS-80 leads old ids and codes to the survivor, in reads and in changes', async () => {
    const { data } = await graph.query(
      `query ($id: ID!) { byId: customer(id: $id) { id } byCode: customer(code: "C-NORTH") { id } node(id: $id) { id } nodes(ids: [$id]) { id } }`,
      { id: absorbedId },
      { as: clerk },
    );
    const it = { id: survivor.id };
    expect(data).toEqual({ byId: it, byCode: it, node: it, nodes: [it] });
    // A further code that stayed with the absorbed customer leads there too.
    const key = 'select "id" from "customer" where "code" = \'C-NORTH\'';
    await rows(
      `insert into "customer_code" ("id", "created_at", "updated_at", "code", "customer_id", "level", "validity_from")
       values (gen_random_uuid(), now(), now(), 'P-NORTH', (${key}), 'PROVINCE', now())`,
    );
    const further = await graph.query(`{ customer(code: "P-NORTH") { id } }`, {}, { as: clerk });
    expect(further.data.customer).toEqual(it);
    await rows(`delete from "customer_code" where "code" = 'P-NORTH'`);
    const changed = await run(CHANGE, { customerId: absorbedId, serviceAddress: '中山路1号' });
    expect(changed.customer.id).toBe(survivor.id);
    const own = await graph.query(
      `{ customer(code: "C-NORTH") { id } }`,
      {},
      { as: { sub: 'me', role: 'customer', customer: 'C-NORTH' } },
    );
    expect(own.data.customer).toEqual(it);
    expect((await request(survivor.id, absorbedId)).userErrors[0].code).toBe('CONTRADICTION');
  });

  it('CUS-80 takes a merge back so that each customer has exactly what it had', async () => {
    expect((await run(UNDO, { mergeId, reason: '误并' }, elsewhere)).userErrors[0].code).toBe('NOT_FOUND');
    const { merge, userErrors } = await run(UNDO, { mergeId, reason: '误并' });
    expect(userErrors).toEqual([]);
    expect(merge.status).toBe('UNDONE');
    expect(merge.changes.nodes.every(({ restored }: { restored: boolean }) => restored)).toBe(true);
    expect(await contents(survivor.id, absorbedId)).toEqual(before);
    expect((await run(UNDO, { mergeId, reason: '再次' })).userErrors[0].code).toBe('INVALID_STATE');
    expect(
      (await graph.query(`query ($id: ID!) { customer(id: $id) { code } }`, { id: absorbedId }, { as: clerk })).data
        .customer.code,
    ).toBe('C-NORTH');
  });

  it('CUS-80 keeps what was changed after the merge when it is taken back, and tells of it', async () => {
    const { merge } = await request(survivor.id, absorbedId);
    await decide(merge.id, true);
    await run(CHANGE, { customerId: survivor.id, serviceAddress: '新地址' });
    const undone = (await run(UNDO, { mergeId: merge.id, reason: '误并' })).merge;
    expect(undone.changes.nodes.filter(({ restored }: { restored: boolean }) => !restored)).toEqual([
      { noun: 'Customer', field: 'serviceAddress', restored: false },
    ]);
    expect(await rows(`select "service_address" "at" from "customer" where "code" = $1`, [survivor.code])).toEqual([
      { at: '新地址' },
    ]);
  });

  it('CUS-80 gives attributes and operators back one by one, though some were changed after the merge', async () => {
    const kept = await person('甲方', { characteristics: { floor: 1, note: 'own' }, operators: ['A'] });
    const gone = await person('乙方', { characteristics: { hobby: 'chess', size: 'L' }, operators: ['B', 'C'] });
    const { merge } = await request(kept.id, gone.id);
    await decide(merge.id, true);
    const held = async (...ids: string[]) =>
      rows(`select "characteristics" "c", "operators" "o" from "customer" where "id" = any($1::uuid[]) order by "id"`, [
        await keysOf(...ids),
      ]);
    expect(await held(kept.id)).toEqual([
      { c: { floor: 1, note: 'own', hobby: 'chess', size: 'L' }, o: ['A', 'B', 'C'] },
    ]);
    const since = { characteristics: { floor: 2, size: 'M', colour: 'red' }, operators: ['A', 'B', 'C', 'D'] };
    expect((await run(CHANGE, { customerId: kept.id, ...since })).userErrors).toEqual([]);
    const undone = (await run(UNDO, { mergeId: merge.id, reason: '误并' })).merge;
    // The size was changed since: it stays with the survivor, and the merge tells of it.
    expect(await held(kept.id, gone.id)).toEqual([
      { c: { floor: 2, note: 'own', size: 'M', colour: 'red' }, o: ['A', 'D'] },
      { c: { hobby: 'chess', size: 'L' }, o: ['B', 'C'] },
    ]);
    expect(undone.changes.nodes.filter(({ restored }: { restored: boolean }) => !restored)).toEqual([
      { noun: 'Customer', field: 'characteristics', restored: false },
    ]);
  });

  it('CUS-80 follows one merge after another, and takes them back in turn', async () => {
    const [a, b, c] = [await person('链甲'), await person('链乙'), await person('链丙')];
    const first = (await request(b.id, a.id)).merge;
    await decide(first.id, true);
    const later = (await request(c.id, b.id)).merge;
    await decide(later.id, true);
    const at = async (id: string) =>
      (await graph.query(`query ($id: ID!) { customer(id: $id) { id } }`, { id }, { as: clerk })).data.customer.id;
    expect([await at(a.id), await at(b.id)]).toEqual([c.id, c.id]);
    expect((await run(UNDO, { mergeId: first.id, reason: 'x' })).userErrors[0].code).toBe('INVALID_STATE');
    expect((await run(UNDO, { mergeId: later.id, reason: 'x' })).userErrors).toEqual([]);
    expect(await at(a.id)).toBe(b.id);
    expect((await run(UNDO, { mergeId: first.id, reason: 'x' })).userErrors).toEqual([]);
    expect(await at(a.id)).toBe(a.id);
  });

  it('CUS-80 refuses what cannot be one, and a rejected merge changes nothing', async () => {
    const [a, b] = [await person('拒甲'), await person('拒乙')];
    const company = (await run(CREATE, { regionId, organization: { name: '拒公司' } })).customer;
    expect((await request(a.id, a.id)).userErrors[0].code).toBe('CONTRADICTION');
    expect((await request(a.id, company.id)).userErrors[0]).toEqual({
      code: 'CONTRADICTION',
      path: ['input', 'absorbedId'],
    });
    const { merge } = await request(a.id, b.id);
    const state = await contents(a.id, b.id);
    expect((await decide(merge.id, false)).merge).toMatchObject({ status: 'REJECTED', decidedBy: 'g2' });
    expect(await contents(a.id, b.id)).toEqual(state);
    const parent = (await run(CREATE, { regionId, organization: { name: '母公司' } })).customer;
    await run(mutation('customerRelationshipAdd', 'CustomerRelationshipAddInput', 'relationship { id }'), {
      fromId: parent.id,
      toId: company.id,
      type: 'OWNERSHIP',
    });
    expect((await request(parent.id, company.id)).userErrors[0].code).toBe('CONTRADICTION');
  });
});
