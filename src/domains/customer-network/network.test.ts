import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';

const guangdong: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };

const CREATE = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) {
  userErrors { code path } customer { id code party { id } } } }`;
const RELATE = `mutation ($input: CustomerRelationshipAddInput!) { customerRelationshipAdd(input: $input) {
  userErrors { code path details } relationship { id type subType direction from { id } to { id } validity { to } } } }`;
const END = `mutation ($input: CustomerRelationshipEndInput!) { customerRelationshipEnd(input: $input) {
  userErrors { code path } relationship { id validity { to } } } }`;
const NETWORK = `query ($id: ID!, $ties: [NetworkTie!], $walk: NetworkWalk! = BOTH, $depth: Int! = 3, $first: Int! = 200) {
  customerNetwork(customerId: $id, ties: $ties, walk: $walk, depth: $depth, first: $first) {
    shape truncated customers { id name } members { customerId depth parentId } relationships { type from { id } to { id } } circles { name } } }`;
const GROUP = `userErrors { code path } group { id code name purpose memberships(filter: { validity: { to: { isNull: true } } }) { nodes { customer { id } memberGroup { id } } } }`;
const GROUP_CREATE = `mutation ($input: CustomerGroupCreateInput!) { customerGroupCreate(input: $input) { ${GROUP} } }`;
const GROUP_CHANGE = `mutation ($input: CustomerGroupChangeInput!) { customerGroupChange(input: $input) { ${GROUP} } }`;
const GROUP_ADD = `mutation ($input: CustomerGroupMembersInput!) { customerGroupMembersAdd(input: $input) { ${GROUP} } }`;
const GROUP_REMOVE = `mutation ($input: CustomerGroupMembersInput!) { customerGroupMembersRemove(input: $input) { ${GROUP} } }`;
const MEMBERS = `query ($id: ID!, $nested: Boolean! = true, $first: Int! = 100, $after: ID) {
  customerGroupMembers(groupId: $id, nested: $nested, first: $first, after: $after) { totalCount next customers { id } groups { id } } }`;
const SOCIAL = `userErrors { code path } socialGroup { id memberships { nodes { validity { to } } } }`;

let graph: TestGraph;
let regions: Record<string, string>;

beforeAll(async () => {
  graph = await startTestGraph();
  const { data } = await graph.query(`{ regions(first: 100) { nodes { id code } } }`);
  regions = Object.fromEntries(data.regions.nodes.map(({ id, code }: { id: string; code: string }) => [code, id]));
});
afterAll(() => graph.close());

const run = async (document: string, variables: Record<string, unknown>, as: As = guangdong) => {
  const { data, errors } = await graph.query(document, variables, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};

async function customerNamed(name: string, region = '4401', as: As = guangdong) {
  const input = { regionId: regions[region], organization: { name } };
  const { customer } = await run(CREATE, { input }, as);
  return customer as { id: string; code: string; party: { id: string } };
}

const relate = (fromId: string, toId: string, type = 'OWNERSHIP', more: object = {}) =>
  run(RELATE, { input: { fromId, toId, type, ...more } });
const codes = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const relations = async () =>
  (await graph.database.pool.query(`select count(*)::int n from customer_relationship`)).rows[0].n;

describe('relations between customers', () => {
  test('CUS-47 CUS-45 a new customer is put below its owner at once, whom the creator must see', async () => {
    const owner = await customerNamed('母公司');
    const below = { regionId: regions['4401'], organization: { name: '子公司' }, parentId: owner.id };
    const { userErrors, customer } = await run(CREATE, { input: below });
    expect(userErrors).toEqual([]);
    const { rows } = await graph.database.pool.query(
      `select o.name owner, r.type, r.direction from customer_relationship r join customer o on o.id = r.from_id
       join customer c on c.id = r.to_id where c.code = $1 and r.validity_to is null`,
      [customer.code],
    );
    expect(rows).toEqual([{ owner: '母公司', type: 'OWNERSHIP', direction: 'ONE_WAY' }]);
    expect(codes(await relate(customer.id, owner.id))).toEqual(['DUPLICATE input.toId']);
    const before = await graph.database.pool.query('select count(*) from customer');
    const input = { ...below, regionId: regions['5101'] };
    expect(codes(await run(CREATE, { input }, sichuan))).toEqual(['NOT_FOUND input.parentId']);
    expect((await graph.database.pool.query('select count(*) from customer')).rows).toEqual(before.rows);
  });

  test('CUS-47 who may not relate customers names no owner of a new one, and creates none with it', async () => {
    const owner = await customerNamed('东家');
    const clerk = await hire(graph, 'N100', 'H4401');
    const points = await graph.query('{ functionPoints(filter: { code: { eq: "customerCreate" } }) { nodes { id } } }');
    const input = { employeeIds: [clerk.id], functionPointIds: [points.data.functionPoints.nodes[0].id] };
    const grant = 'mutation ($input: PermissionGrantInput!) { permissionGrant(input: $input) { userErrors { code } } }';
    expect(await run(grant, { input }, 'admin')).toEqual({ userErrors: [] });
    const below = { regionId: regions['4401'], organization: { name: '无权' } };
    const before = await graph.database.pool.query('select count(*) from customer');
    const refused = await run(CREATE, { input: { ...below, parentId: owner.id } }, clerk.as);
    expect(codes(refused)).toEqual(['FORBIDDEN input.parentId']);
    expect((await graph.database.pool.query('select count(*) from customer')).rows).toEqual(before.rows);
    expect(codes(await run(CREATE, { input: below }, clerk.as))).toEqual([]);
  });

  test('CUS-45..47 ownership is a tree, with one owner and no circle; nothing is written when it would not be', async () => {
    const [top, middle, low, other] = await Promise.all(
      ['总部', '分公司', '支局', '别家'].map((n) => customerNamed(n)),
    );
    const first = await relate(top!.id, middle!.id, 'OWNERSHIP', { subType: 'BRANCH' });
    expect(first).toMatchObject({ userErrors: [], relationship: { direction: 'ONE_WAY', subType: 'BRANCH' } });
    await relate(middle!.id, low!.id);
    const before = await relations();
    expect(codes(await relate(low!.id, top!.id))).toEqual(['CYCLE input.toId']);
    expect(codes(await relate(other!.id, low!.id))).toEqual(['HAS_OWNER input.toId']);
    expect(codes(await relate(low!.id, middle!.id))).toEqual(['DUPLICATE input.toId']);
    expect(codes(await relate(top!.id, top!.id))).toEqual(['SELF_RELATION input.toId']);
    const twoWay = await relate(top!.id, other!.id, 'OWNERSHIP', { direction: 'TWO_WAY' });
    expect(codes(twoWay)).toEqual(['INVALID_DIRECTION input.direction']);
    const kin = await relate(top!.id, other!.id, 'OWNERSHIP', { subType: 'KINSHIP' });
    expect(codes(kin)).toEqual(['UNKNOWN_SUB_TYPE input.subType']);
    expect(kin.userErrors[0].details.allowed).toEqual(['BRANCH', 'DEPARTMENT', 'PARENT_COMPANY']);
    expect(await relations()).toBe(before);
    const ended = await run(END, { input: { relationshipId: first.relationship.id, reason: '拆分' } });
    expect(ended.relationship.validity.to).not.toBeNull();
    expect(codes(await run(END, { input: { relationshipId: first.relationship.id, reason: '再次' } }))).toEqual([
      'INVALID_STATE input.relationshipId',
    ]);
    expect(codes(await relate(low!.id, top!.id))).toEqual([]);
    const { rows } = await graph.database.pool.query(
      `select h.type, h.reason from history_entry h join customer c on c.id = h.customer_id
       where c.code = $1 and h.type like 'customer.relationship.%' order by h.sequence`,
      [middle!.code],
    );
    expect(rows).toEqual([
      { type: 'customer.relationship.added', reason: null },
      { type: 'customer.relationship.added', reason: null },
      { type: 'customer.relationship.ended', reason: '拆分' },
    ]);
  });

  test('CUS-45 a circle cannot be closed by two operations at once', async () => {
    const ring = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => customerNamed(name)));
    const [a, b, c, d] = ring.map(({ id }) => id) as [string, string, string, string];
    await relate(a, b);
    await relate(c, d);
    const answers = await Promise.all([relate(b, c), relate(d, a)]);
    expect(answers.flatMap(codes)).toHaveLength(1);
  });

  test('CUS-46 a guarantee has a direction, a loose relation need not have one; staff name new sub-types', async () => {
    const [one, two] = await Promise.all(['担保人', '被担保人'].map((name) => customerNamed(name)));
    const liable = await relate(one!.id, two!.id, 'JOINT_LIABILITY');
    expect(liable.relationship.direction).toBe('ONE_WAY');
    expect(codes(await relate(two!.id, one!.id, 'JOINT_LIABILITY'))).toEqual(['DUPLICATE input.toId']);
    const SAVE = `mutation ($input: RelationshipSubTypeSaveInput!) { relationshipSubTypeSave(input: $input) { userErrors { code path } subType { code } } }`;
    await run(SAVE, { input: { code: 'ALUMNI', name: '校友', type: 'LOOSE' } });
    expect(codes(await run(SAVE, { input: { code: 'ALUMNI', name: '校友', type: 'OWNERSHIP' } }))).toEqual([
      'CONTRADICTION input.type',
    ]);
    const loose = await relate(one!.id, two!.id, 'LOOSE', { subType: 'ALUMNI' });
    expect(loose.relationship).toMatchObject({ direction: 'NONE', subType: 'ALUMNI' });
  });
});

describe('networks', () => {
  test('CUS-48 CUS-49 levels of ownership come as a tree, down and up, as deep as asked', async () => {
    const [root, left, right, leaf] = await Promise.all(['根', '左', '右', '叶'].map((name) => customerNamed(name)));
    await relate(root!.id, left!.id);
    await relate(root!.id, right!.id);
    await relate(left!.id, leaf!.id);
    const down = await run(NETWORK, { id: root!.id, ties: ['OWNERSHIP'], walk: 'DOWN' });
    expect(down).toMatchObject({ shape: 'TREE', truncated: false });
    expect(down.members).toEqual(
      expect.arrayContaining([
        { customerId: root!.id, depth: 0, parentId: null },
        { customerId: left!.id, depth: 1, parentId: root!.id },
        { customerId: right!.id, depth: 1, parentId: root!.id },
        { customerId: leaf!.id, depth: 2, parentId: left!.id },
      ]),
    );
    expect(down.customers.map(({ id }: { id: string }) => id)).toEqual(
      down.members.map(({ customerId }: { customerId: string }) => customerId),
    );
    const up = await run(NETWORK, { id: leaf!.id, ties: ['OWNERSHIP'], walk: 'UP' });
    expect(up.customers.map(({ name }: { name: string }) => name)).toEqual(['叶', '左', '根']);
    const near = await run(NETWORK, { id: root!.id, depth: 1 });
    expect(near.members).toHaveLength(3);
    expect(await run(NETWORK, { id: root!.id, first: 2 })).toMatchObject({ truncated: true, members: { length: 2 } });
  });

  test('CUS-49 a net with circles ends, gives each customer once at its shortest distance, and says that it is a net', async () => {
    const ring = await Promise.all(['一', '二', '三', '四'].map((name) => customerNamed(name)));
    for (const [index, { id }] of ring.entries())
      await relate(id, ring[(index + 1) % 4]!.id, 'JOINT_LIABILITY', { direction: 'TWO_WAY' });
    const net = await run(NETWORK, { id: ring[0]!.id, depth: 10 });
    expect(net.shape).toBe('NET');
    expect(net.members.map(({ depth }: { depth: number }) => depth)).toEqual([0, 1, 1, 2]);
    expect(net.relationships).toHaveLength(4);
  });

  test('MOD-07 CUS-48 families and clubs tie customers; who leaves is no longer tied', async () => {
    const [father, mother, friend] = await Promise.all(['父', '母', '友'].map((name) => customerNamed(name)));
    const make = (name: string, kind: string) =>
      run(`mutation ($input: SocialGroupCreateInput!) { socialGroupCreate(input: $input) { ${SOCIAL} } }`, {
        input: { name, kind, regionId: regions['4401'] },
      });
    const join = `mutation ($input: SocialGroupMembersInput!) { socialGroupMembersAdd(input: $input) { ${SOCIAL} } }`;
    const leave = `mutation ($input: SocialGroupMembersInput!) { socialGroupMembersRemove(input: $input) { ${SOCIAL} } }`;
    const family = (await make('王家', 'FAMILY')).socialGroup.id;
    const club = (await make('钓鱼会', 'CLUB')).socialGroup.id;
    await run(join, { input: { groupId: family, partyIds: [father!.party.id, mother!.party.id] } });
    await run(join, { input: { groupId: club, partyIds: [mother!.party.id, friend!.party.id] } });
    const net = await run(NETWORK, { id: father!.id });
    expect(net.members).toEqual([
      { customerId: father!.id, depth: 0, parentId: null },
      { customerId: mother!.id, depth: 1, parentId: father!.id },
      { customerId: friend!.id, depth: 2, parentId: mother!.id },
    ]);
    expect(net.circles.map(({ name }: { name: string }) => name).sort()).toEqual(['王家', '钓鱼会'].sort());
    expect((await run(NETWORK, { id: father!.id, ties: ['FAMILY'] })).members).toHaveLength(2);
    await run(leave, { input: { groupId: family, partyIds: [mother!.party.id] } });
    expect((await run(NETWORK, { id: father!.id })).members).toHaveLength(1);
    const again = await run(leave, { input: { groupId: family, partyIds: [mother!.party.id] } });
    expect(codes(again)).toEqual(['NOT_A_MEMBER input.partyIds.0']);
  });

  test('CUS-48 steps lead only over customers that the caller sees; customers and partners do not ask', async () => {
    const [mine, beyond] = await Promise.all(['本省', '本省二'].map((name) => customerNamed(name)));
    const theirs = await customerNamed('外省', '5101', sichuan);
    const input = (fromId: string, toId: string) => ({ input: { fromId, toId, type: 'LOOSE' } });
    expect(codes(await run(RELATE, input(mine!.id, theirs.id)))).toEqual(['NOT_FOUND input.toId']);
    await run(RELATE, input(mine!.id, theirs.id), 'admin');
    await run(RELATE, input(theirs.id, beyond!.id), 'admin');
    expect((await run(NETWORK, { id: mine!.id })).members).toHaveLength(1);
    expect((await run(NETWORK, { id: mine!.id }, 'admin')).members).toHaveLength(3);
    const strange = await graph.query(NETWORK, { id: theirs.id }, { as: guangdong });
    expect(strange.errors![0]!.extensions.code).toBe('NOT_FOUND');
    const self = await graph.query(
      NETWORK,
      { id: mine!.id },
      { as: { sub: 'c', role: 'customer', customer: mine!.code } },
    );
    expect(self.errors![0]!.extensions.code).toBe('FORBIDDEN');
    const deep = await graph.query(NETWORK, { id: mine!.id, depth: 11 }, { as: guangdong });
    expect(deep.errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argumentPath: ['depth'] });
  });
});

describe('groups', () => {
  test('CUS-50 a group is dissolved: its members leave, it leaves what holds it, and nobody joins it again', async () => {
    const DISSOLVE = `mutation ($input: CustomerGroupDissolveInput!) { customerGroupDissolve(input: $input) { ${GROUP} } }`;
    const make = async (name: string) =>
      (await run(GROUP_CREATE, { input: { name, regionId: regions['4401'] } })).group.id as string;
    const [outer, group, inner, late] = [await make('外'), await make('解散'), await make('内'), await make('晚')];
    const [one, two] = [await customerNamed('组员一'), await customerNamed('组员二')];
    const add = (groupId: string, customerIds: string[], groupIds: string[] = []) =>
      run(GROUP_ADD, {
        input: {
          groupId,
          ...(customerIds.length > 0 ? { customerIds } : {}),
          ...(groupIds.length > 0 ? { groupIds } : {}),
        },
      });
    await add(group, [one.id, two.id], [inner]);
    await add(inner, [one.id]);
    await add(outer, [two.id], [group]);
    const input = { groupId: group, reason: '活动结束' };
    expect(codes(await run(DISSOLVE, { input }, sichuan))).toEqual(['NOT_FOUND input.groupId']);
    expect((await run(MEMBERS, { id: group, nested: false })).totalCount).toBe(2);
    const answers = await Promise.all([run(DISSOLVE, { input }), run(DISSOLVE, { input })]);
    expect(answers.flatMap(codes)).toEqual(['INVALID_STATE input.groupId']);
    expect(await run(MEMBERS, { id: group })).toMatchObject({ totalCount: 0, customers: [] });
    expect((await run(MEMBERS, { id: outer })).customers).toEqual([{ id: two.id }]);
    expect((await run(MEMBERS, { id: inner })).customers).toEqual([{ id: one.id }]);
    expect(codes(await add(group, [one.id]))).toEqual(['INVALID_STATE input.groupId']);
    expect(codes(await add(late, [], [group]))).toEqual(['INVALID_STATE input.groupIds.0']);
    expect(codes(await run(GROUP_CHANGE, { input: { groupId: group, name: '又' } }))).toEqual([
      'INVALID_STATE input.groupId',
    ]);
    const { data } = await graph.query(
      `query ($id: ID!) { customerGroup(id: $id) { name dissolvedAt memberships { totalCount } } }`,
      { id: group },
      { as: guangdong },
    );
    expect(data.customerGroup).toEqual({
      ...{ name: '解散', dissolvedAt: expect.any(String), memberships: { totalCount: 3 } },
    });
    const { rows } = await graph.database.pool.query(
      `select type, count(*)::int n from history_entry where data->>'code' = $1 and reason is not distinct from null and type like 'customer%.group.%' and type not like '%joined' and type not like '%added' group by 1 order by 1`,
      [answers[0].group?.code ?? answers[1].group.code],
    );
    expect(rows).toEqual([
      { type: 'customer-group.group.removed', n: 1 },
      { type: 'customer.group.left', n: 2 },
    ]);
  });

  test('CUS-51 CUS-80 one customer under an old and its own id joins and leaves a group once', async () => {
    const [kept, gone] = [await customerNamed('入组存'), await customerNamed('入组并')];
    const { merge } = await run(
      `mutation ($input: CustomerMergeRequestInput!) { customerMergeRequest(input: $input) { merge { id } } }`,
      { input: { survivorId: kept.id, absorbedId: gone.id, consent: '书面同意', reason: '同一客户' } },
    );
    await run(
      `mutation ($input: CustomerMergeDecideInput!) { customerMergeDecide(input: $input) { merge { status } } }`,
      { input: { mergeId: merge.id, approve: true } },
      { ...guangdong, sub: 'g2' },
    );
    const { group } = await run(GROUP_CREATE, { input: { name: '双号', regionId: regions['4401'] } });
    const input = { groupId: group.id, customerIds: [kept.id, gone.id] };
    const added = await run(GROUP_ADD, { input });
    expect(codes(added)).toEqual([]);
    expect(added.group.memberships.nodes).toEqual([{ customer: { id: kept.id }, memberGroup: null }]);
    const removed = await run(GROUP_REMOVE, { input });
    expect([codes(removed), removed.group.memberships.nodes]).toEqual([[], []]);
    const { rows } = await graph.database.pool.query(
      `select type from history_entry where data->>'name' = '双号' and type like 'customer.group.%' order by sequence`,
    );
    expect(rows.map(({ type }) => type)).toEqual(['customer.group.joined', 'customer.group.left']);
  });

  test('CUS-50..52 groups hold customers and groups, are expanded page by page, and never hold themselves', async () => {
    const people = await Promise.all(['A', 'B', 'C'].map((name) => customerNamed(name)));
    const make = async (name: string) =>
      (await run(GROUP_CREATE, { input: { name, purpose: '亲情网', regionId: regions['4401'] } })).group;
    const outer = await make('外圈');
    const inner = await make('内圈');
    expect(outer.code).toMatch(/^G4401-\d{8}$/);
    const changed = await run(GROUP_CHANGE, { input: { groupId: outer.id, name: '大圈', purpose: null } });
    expect(changed.group).toMatchObject({ name: '大圈', purpose: null });
    await run(GROUP_ADD, { input: { groupId: inner.id, customerIds: [people[0]!.id, people[1]!.id] } });
    await run(GROUP_ADD, {
      input: { groupId: outer.id, customerIds: [people[1]!.id, people[2]!.id], groupIds: [inner.id] },
    });
    const twice = await run(GROUP_ADD, { input: { groupId: outer.id, customerIds: [people[2]!.id] } });
    expect(twice.group.memberships.nodes).toHaveLength(3);
    const circle = await run(GROUP_ADD, {
      input: { groupId: inner.id, customerIds: [people[2]!.id], groupIds: [outer.id] },
    });
    expect(codes(circle)).toEqual(['CYCLE input.groupIds.0']);
    const all = await run(MEMBERS, { id: outer.id });
    expect(all).toMatchObject({ totalCount: 3, next: null });
    expect(all.groups.map(({ id }: { id: string }) => id)).toEqual([outer.id, inner.id]);
    expect((await run(MEMBERS, { id: outer.id, nested: false })).totalCount).toBe(2);
    const first = await run(MEMBERS, { id: outer.id, first: 2 });
    const second = await run(MEMBERS, { id: outer.id, first: 2, after: first.next });
    expect([...first.customers, ...second.customers]).toEqual(all.customers);
    await run(GROUP_REMOVE, { input: { groupId: outer.id, groupIds: [inner.id], customerIds: [people[2]!.id] } });
    expect((await run(MEMBERS, { id: outer.id })).customers).toEqual([{ id: people[1]!.id }]);
    expect(codes(await run(GROUP_REMOVE, { input: { groupId: outer.id, customerIds: [people[2]!.id] } }))).toEqual([
      'NOT_A_MEMBER input.customerIds.0',
    ]);
    const strange = await run(GROUP_ADD, { input: { groupId: outer.id, customerIds: [people[0]!.id] } }, sichuan);
    expect(codes(strange)).toEqual(['NOT_FOUND input.groupId']);
    expect((await run(MEMBERS, { id: outer.id })).totalCount).toBe(1);
  });
});
