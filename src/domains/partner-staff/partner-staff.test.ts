import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { approve } from '../../testing/second-person.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path details } ${answer} } }`;
const UNIT = mutation('partnerUnitSave', 'PartnerUnitSaveInput', 'unit { id code path version }');
const CLOSE = mutation('partnerUnitClose', 'PartnerUnitCloseInput', 'unit { status }');
const OPERATOR = mutation(
  'partnerOperatorSave',
  'PartnerOperatorSaveInput',
  'operator { id operatorNo version unit { code } }',
);
const END = mutation('partnerOperatorEnd', 'PartnerOperatorEndInput', 'operator { status }');
const OPEN = mutation('partnerPermissionsOpen', 'PartnerPermissionsInput', 'partner { code }');
const SHUT = mutation('partnerPermissionsClose', 'PartnerPermissionsInput', 'partner { code }');
const GRANT = mutation('partnerOperatorGrant', 'OperatorGrantInput', 'operator { operatorNo }');
const REVOKE = mutation('partnerOperatorRevoke', 'OperatorRevokeInput', 'operator { operatorNo }');
const TELL = mutation('partnerAnnouncementPublish', 'PartnerAnnouncementPublishInput', 'announcement { id }');
const UNTELL = mutation('partnerAnnouncementWithdraw', 'PartnerAnnouncementWithdrawInput', 'announcement { status }');
const SET = mutation('parameterSet', 'ParameterSetInput', 'parameter { code }');
const ACCOUNT = mutation('userAccountCreate', 'UserAccountCreateInput', 'password account { loginNo kind }');

/** What the administrators of a partner need. */
const ADMINISTRATION = [
  'partnerUnitSave',
  'partnerUnitClose',
  'partnerOperatorSave',
  'partnerOperatorEnd',
  'partnerOperatorGrant',
  'partnerOperatorRevoke',
  'partnerAnnouncementPublish',
  'partnerAnnouncementWithdraw',
  'parameterSet',
  'userAccountCreate',
  'audit.read',
];

let graph: TestGraph;
let regionId: string;
const points = new Map<string, string>();
/** The server remembers for seconds what a token names; a claim that changes makes another caller. */
let calls = 0;
const operator = (partner: string, sub: string): As => ({ sub, role: 'partner', partner, name: `call ${++calls}` });

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: Record<string, unknown>, as: As = 'admin'): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  if (errors) return { errors: errors.map(({ extensions }) => extensions['code']), userErrors: [] };
  return Object.values(data as object)[0];
};
const done = async (...asked: Parameters<typeof run>) => {
  const answer = await run(...asked);
  expect(answer.errors).toBeUndefined();
  expect(answer.userErrors).toEqual([]);
  return answer;
};
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const ids = (...codes: string[]) => codes.map((code) => points.get(code)!);

interface World {
  id: string;
  /** Administrator of the whole partner. */
  chief: () => As;
  chiefId: string;
}

/** A partner with what its administrators need opened to it, and a first administrator, whom the operator's staff record. */
const partnerOf = async (code: string): Promise<World> => {
  const CREATE = mutation('partnerCreate', 'PartnerCreateInput', 'partner { id }');
  const MOVE = mutation('partnerMove', 'PartnerMoveInput', 'partner { status }');
  const { partner } = await done(CREATE, { code, organization: { name: code }, regionId });
  await done(MOVE, { partnerId: partner.id, step: 'ACTIVATE', reason: 'signed' });
  await approve(graph, partner.id);
  await done(OPEN, { partnerId: partner.id, functionPointIds: ids(...ADMINISTRATION) });
  const made = await done(OPERATOR, { partnerId: partner.id, name: 'Chief' });
  const granted = { partnerId: partner.id, operatorId: made.operator.id, functionPointIds: ids(...ADMINISTRATION) };
  await done(GRANT, granted);
  const { operatorNo } = made.operator;
  return { id: partner.id, chiefId: made.operator.id, chief: () => operator(code, operatorNo) };
};

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
  for (const { id, code } of await rows('select id, code from function_point')) points.set(code, encodeId('fp', id));
});
afterAll(() => graph.close());

describe('units and operators of a partner', () => {
  it('SYS-57 are kept by the partner itself, each administrator in their unit and below', async () => {
    const { chief } = await partnerOf('PS-TREE');
    const south = (await done(UNIT, { code: 'SOUTH', name: 'South' }, chief())).unit;
    const shop = (await done(UNIT, { code: 'GZ01', name: 'Shop', parentId: south.id }, chief())).unit;
    const north = (await done(UNIT, { code: 'NORTH', name: 'North' }, chief())).unit;
    expect(shop).toMatchObject({ path: '/SOUTH/GZ01/', version: 0 });
    expect((await run(UNIT, { code: 'GZ01', name: 'Again' }, chief())).userErrors).toMatchObject([
      { code: 'DUPLICATE', path: ['input', 'code'] },
    ]);
    const made = await done(OPERATOR, { name: 'Southern', unitId: south.id }, chief());
    expect(made.operator).toMatchObject({ operatorNo: 'PS-TREE-0002', unit: { code: 'SOUTH' } });
    const right = { operatorId: made.operator.id, functionPointIds: ids('partnerUnitSave', 'partnerOperatorSave') };
    await done(GRANT, right, chief());
    const southern = () => operator('PS-TREE', 'PS-TREE-0002');
    await done(UNIT, { code: 'GZ02', name: 'Second shop', parentId: south.id }, southern());
    for (const [input, path] of [
      [{ code: 'X1', name: 'X', parentId: north.id }, 'parentId'],
      [{ code: 'X1', name: 'X' }, 'parentId'],
      [{ unitId: south.id, code: 'SOUTH', name: 'Renamed' }, 'unitId'],
    ] as const)
      expect((await run(UNIT, input, southern())).userErrors).toMatchObject([
        { code: 'OUT_OF_SCOPE', path: ['input', path] },
      ]);
    expect((await run(OPERATOR, { name: 'Y', unitId: north.id }, southern())).userErrors).toMatchObject([
      { code: 'OUT_OF_SCOPE' },
    ]);
    const units = `select code, name, path from partner_unit where path not like '%GZ%' order by code`;
    expect(await rows(units)).toEqual([
      { code: 'NORTH', name: 'North', path: '/NORTH/' },
      { code: 'SOUTH', name: 'South', path: '/SOUTH/' },
    ]);
    expect(await rows(`select 1 from partner_operator where name = 'Y'`)).toEqual([]);
  });

  it('SYS-57 a unit moves with all below it, never below itself, and is given up only when empty', async () => {
    const { chief } = await partnerOf('PS-MOVE');
    const unit = async (code: string, parentId?: string) =>
      (await done(UNIT, { code, name: code, parentId }, chief())).unit;
    const a = await unit('A');
    const b = await unit('B', a.id);
    const c = await unit('C', b.id);
    const d = await unit('D_1');
    expect((await run(UNIT, { unitId: a.id, code: 'A', name: 'A', parentId: c.id }, chief())).userErrors).toMatchObject(
      [{ code: 'CIRCLE', path: ['input', 'parentId'] }],
    );
    await done(UNIT, { unitId: b.id, code: 'B', name: 'B', parentId: d.id }, chief());
    expect(await rows(`select path from partner_unit where code in ('B', 'C') order by code`)).toEqual([
      { path: '/D_1/B/' },
      { path: '/D_1/B/C/' },
    ]);
    const stale = { unitId: b.id, code: 'B', name: 'Old', expectedVersion: 0 };
    expect((await run(UNIT, stale, chief())).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect((await run(CLOSE, { unitId: d.id, reason: 'x' }, chief())).userErrors).toMatchObject([
      { code: 'IN_USE', details: { units: 1, operators: 0 } },
    ]);
    expect((await done(CLOSE, { unitId: a.id, reason: 'x' }, chief())).unit.status).toBe('CLOSED');
  });

  it('SYS-57 are another partner’s affair: a foreign unit and a missing one give the same answer', async () => {
    const one = await partnerOf('PS-ONE');
    const two = await partnerOf('PS-TWO');
    const unit = (await done(UNIT, { code: 'U', name: 'U' }, one.chief())).unit;
    const foreign = { unitId: unit.id, code: 'U', name: 'Taken' };
    const missing = { ...foreign, unitId: encodeId('za', '0190a000-0000-7000-8000-000000000000') };
    const [seen, unseen] = [await run(UNIT, foreign, two.chief()), await run(UNIT, missing, two.chief())];
    expect(seen.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'unitId'] }]);
    expect(seen).toEqual(unseen);
    expect((await run(UNIT, { partnerId: one.id, code: 'V', name: 'V' }, two.chief())).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'partnerId'] },
    ]);
    const list = '{ partnerUnits { nodes { code } } partnerOperators { nodes { operatorNo } } }';
    expect((await graph.query(list, {}, { as: two.chief() })).data).toEqual({
      partnerUnits: { nodes: [] },
      partnerOperators: { nodes: [{ operatorNo: 'PS-TWO-0001' }] },
    });
    expect(await rows(`select name from partner_unit where code in ('U', 'V')`)).toEqual([{ name: 'U' }]);
  });

  it('SYS-57 numbers are given once, though many ask at once', async () => {
    const { chief } = await partnerOf('PS-RACE');
    const all = await Promise.all(Array.from({ length: 6 }, (_, n) => run(OPERATOR, { name: `N${n}` }, chief())));
    expect(new Set(all.map((answer) => answer.operator.operatorNo)).size).toBe(6);
  });
});

describe('what operators of a partner may do', () => {
  it('SYS-57 never exceeds what is open to the partner and what the granting one holds', async () => {
    const { id, chief } = await partnerOf('PS-HELD');
    const made = await done(OPERATOR, { name: 'Helper' }, chief());
    const operatorId = made.operator.id;
    const helper = () => operator('PS-HELD', made.operator.operatorNo);
    const closed = await run(
      GRANT,
      { operatorId, functionPointIds: ids('partnerUnitSave', 'customerCreate') },
      chief(),
    );
    expect(closed.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'functionPointIds', '1'] }]);
    await done(GRANT, { operatorId, functionPointIds: ids('partnerOperatorGrant', 'partnerOperatorSave') }, chief());
    const third = (await done(OPERATOR, { name: 'Third' }, helper())).operator;
    const more = await run(GRANT, { operatorId: third.id, functionPointIds: ids('partnerUnitSave') }, helper());
    expect(more.userErrors).toMatchObject([{ code: 'NOT_HELD', details: { functionPoints: ['partnerUnitSave'] } }]);
    const self = await run(GRANT, { operatorId, functionPointIds: ids('partnerOperatorSave') }, helper());
    expect(self.userErrors).toMatchObject([{ code: 'OUT_OF_SCOPE', path: ['input', 'operatorId'] }]);
    expect((await run(UNIT, { code: 'NO', name: 'No' }, helper())).errors).toEqual(['FORBIDDEN']);
    expect(await rows(`select 1 from partner_unit where code = 'NO'`)).toEqual([]);
    const held = `select f.code from operator_grant g join function_point f on f.id = g.function_point_id
      join partner_operator o on o.id = g.operator_id where o.operator_no = $1 order by f.code`;
    expect(await rows(held, [third.operatorNo])).toEqual([]);
    await done(GRANT, { operatorId: third.id, functionPointIds: ids('partnerOperatorSave') }, helper());
    // What the helper loses, the third one loses too.
    const taken = { operatorId, functionPointIds: ids('partnerOperatorSave'), reason: 'x' };
    await done(REVOKE, taken, chief());
    expect(await rows(held, [third.operatorNo])).toEqual([]);
    expect(await rows(held, [made.operator.operatorNo])).toEqual([{ code: 'partnerOperatorGrant' }]);
    // What is closed to the partner, nobody of it has any more.
    await done(SHUT, { partnerId: id, functionPointIds: ids('partnerOperatorSave'), reason: 'x' });
    expect((await run(OPERATOR, { name: 'Fourth' }, chief())).errors).toEqual(['FORBIDDEN']);
    expect(await rows(`select 1 from partner_operator where name = 'Fourth'`)).toEqual([]);
  });

  it('SYS-57 ends no later than the right of the granting one', async () => {
    const { id, chief } = await partnerOf('PS-TIME');
    const part = (await done(OPERATOR, { name: 'For a while' }, chief())).operator;
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const held = {
      operatorId: part.id,
      functionPointIds: ids('partnerOperatorGrant', 'partnerOperatorSave'),
      until: inDays(10),
    };
    await done(GRANT, held, chief());
    const as = () => operator('PS-TIME', part.operatorNo);
    const other = (await done(OPERATOR, { name: 'Other' }, as())).operator;
    const give = (until?: string) =>
      run(GRANT, { operatorId: other.id, functionPointIds: ids('partnerOperatorSave'), until }, as());
    expect((await give()).userErrors).toMatchObject([{ code: 'NOT_HELD' }]);
    expect((await give(inDays(11))).userErrors).toMatchObject([{ code: 'NOT_HELD' }]);
    expect((await give(inDays(9))).userErrors).toEqual([]);
    await graph.database.pool.query(`update operator_grant set valid_to = now() - interval '1 minute'`);
    expect((await run(OPERATOR, { name: 'Late' }, as())).errors).toEqual(['FORBIDDEN']);
    expect(id).toBeDefined();
  });

  it('SYS-57 is opened by staff who hold it themselves, and only what partners can use at all', async () => {
    const { id } = await partnerOf('PS-OPEN');
    const foreign = await run(OPEN, { partnerId: id, functionPointIds: ids('roleCreate') });
    expect(foreign.userErrors).toMatchObject([
      { code: 'NOT_FOR_PARTNERS', details: { functionPoints: ['roleCreate'] } },
    ]);
    const sichuan: As = { sub: 's1', role: 'staff', region: '51' };
    expect(
      (await run(OPEN, { partnerId: id, functionPointIds: ids('orderSubmit') }, sichuan)).userErrors,
    ).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'partnerId'] }]);
    const point = `select 1 from partner_permission p join function_point f on f.id = p.function_point_id
      where f.code in ('roleCreate', 'orderSubmit')`;
    expect(await rows(point)).toEqual([]);
  });

  it('SYS-57 ends with the relation, the operator and the number; a stranger is no operator', async () => {
    const { id, chief, chiefId } = await partnerOf('PS-END');
    const made = await done(OPERATOR, { name: 'Second' }, chief());
    const second = () => operator('PS-END', made.operator.operatorNo);
    const asks = async (as: As) =>
      (await graph.query('{ viewer { subject } }', {}, { as })).errors?.[0]?.extensions['code'];
    expect(await asks(second())).toBeUndefined();
    expect((await run(END, { operatorId: chiefId, reason: 'x' }, chief())).userErrors).toMatchObject([
      { code: 'OUT_OF_SCOPE' },
    ]);
    expect((await done(END, { operatorId: made.operator.id, reason: 'left' }, chief())).operator.status).toBe('LEFT');
    expect(await asks(second())).toBe('UNAUTHENTICATED');
    expect(await asks(operator('PS-END', 'nobody'))).toBe('UNAUTHENTICATED');
    const EXIT = mutation('partnerExit', 'PartnerExitInput', 'partner { status }');
    await done(EXIT, { partnerId: id, reason: 'over' });
    const left = `select 1 from partner_operator o join partner p on p.id = o.partner_id where p.code = 'PS-END' and o.status <> 'LEFT'`;
    expect(await rows(left)).toEqual([]);
  });
});

describe('accounts, parameters, log and announcements of a partner', () => {
  it('SYS-57 operators sign in with accounts that their administrators make, under rules a partner may tighten', async () => {
    const { chief } = await partnerOf('PS-SIGN');
    const [length] = await rows(`select id from system_parameter where code = 'password.length'`);
    const parameterId = encodeId('pt', length.id);
    await done(SET, { parameterId, value: 16 }, chief());
    const [closed] = await rows(`select id from system_parameter where not for_partners limit 1`);
    const hidden = await run(SET, { parameterId: encodeId('pt', closed.id), value: 1 }, chief());
    expect(hidden.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'parameterId'] }]);
    const VALUES = `{ parameters { nodes { code values { nodes { value partner { code } } } } } }`;
    const { data } = await graph.query(VALUES, {}, { as: chief() });
    expect(data.parameters.nodes.find(({ code }: { code: string }) => code === 'password.length').values.nodes).toEqual(
      [{ value: 16, partner: { code: 'PS-SIGN' } }],
    );
    expect(data.parameters.nodes).toHaveLength(3);

    const made = await done(OPERATOR, { name: 'Signing' }, chief());
    const { account, password } = await done(ACCOUNT, { operatorId: made.operator.id }, chief());
    expect(account).toEqual({ loginNo: made.operator.operatorNo, kind: 'PARTNER' });
    const CHANGE = mutation('passwordChange', 'PasswordChangeInput', 'token');
    const change = (newPassword: string) =>
      run(CHANGE, { loginNo: account.loginNo, password, newPassword }, null as never);
    expect((await change('river-Stone-7')).userErrors).toMatchObject([
      { code: 'WEAK_PASSWORD', details: { rule: 'LENGTH' } },
    ]);
    const { token } = await change('river-Stone-7-meadow');
    const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
    expect(claims).toMatchObject({ sub: account.loginNo, role: 'partner', partner: 'PS-SIGN', client: 'ps-sign' });
    const [{ subject }] = await rows(`select actor subject from audit_entry where operation = 'userAccountCreate'`);
    expect(subject).toBe('PS-SIGN-0001');
  });

  it('SYS-57 the operation log shows a partner’s auditors what the partner did, and nothing else', async () => {
    const one = await partnerOf('PS-LOG1');
    const two = await partnerOf('PS-LOG2');
    await done(UNIT, { code: 'L1', name: 'L1' }, one.chief());
    await run(UNIT, { code: '?', name: 'refused' }, one.chief());
    await done(UNIT, { code: 'L2', name: 'L2' }, two.chief());
    const LOG = `{ auditEntries(orderBy: [{ field: AT }]) { totalCount nodes { operation result actor } } }`;
    const seen = await graph.query(LOG, {}, { as: one.chief() });
    expect(seen.data.auditEntries.nodes).toEqual([
      { operation: 'partnerUnitSave', result: 'ACCEPTED', actor: 'PS-LOG1-0001' },
      { operation: 'partnerUnitSave', result: 'REFUSED', actor: 'PS-LOG1-0001' },
    ]);
    const blind = (await done(OPERATOR, { name: 'Blind' }, one.chief())).operator;
    const none = await graph.query(LOG, {}, { as: operator('PS-LOG1', blind.operatorNo) });
    expect(none.data.auditEntries).toEqual({ totalCount: 0, nodes: [] });
  });

  it('SYS-57 announcements reach the operators of a unit and below, or all, until they are taken back', async () => {
    const { chief } = await partnerOf('PS-NEWS');
    const unit = async (code: string, parentId?: string) =>
      (await done(UNIT, { code, name: code, parentId }, chief())).unit;
    const a = await unit('A');
    const a1 = await unit('A1', a.id);
    const b = await unit('B');
    const reader = async (unitId: string) => {
      const made = await done(OPERATOR, { name: `Reader of ${unitId}`, unitId }, chief());
      return () => operator('PS-NEWS', made.operator.operatorNo);
    };
    const [inA1, inB] = [await reader(a1.id), await reader(b.id)];
    const forA = (await done(TELL, { title: 'For A', body: 'x', unitId: a.id }, chief())).announcement;
    await done(TELL, { title: 'For all', body: 'x' }, chief());
    const titles = async (as: As) => {
      const { data } = await graph.query(
        '{ partnerAnnouncements(orderBy: [{ field: TITLE }]) { nodes { title } } }',
        {},
        { as },
      );
      return data.partnerAnnouncements.nodes.map(({ title }: { title: string }) => title);
    };
    expect(await titles(inA1())).toEqual(['For A', 'For all']);
    expect(await titles(inB())).toEqual(['For all']);
    expect((await run(TELL, { title: 'Mine', body: 'x' }, inB())).errors).toEqual(['FORBIDDEN']);
    expect((await done(UNTELL, { announcementId: forA.id }, chief())).announcement.status).toBe('WITHDRAWN');
    expect(await titles(inA1())).toEqual(['For all']);
    expect((await run(UNTELL, { announcementId: forA.id }, chief())).userErrors).toMatchObject([
      { code: 'INVALID_STATE' },
    ]);
    expect(
      (await graph.query('{ partnerAnnouncements { totalCount } }', {}, { as: clerk })).data.partnerAnnouncements
        .totalCount,
    ).toBe(2);
  });
});
