import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import { Individual } from '../party/index.js';

let graph: TestGraph;
let manager: Hired;
let supervisor: Hired;
let colleague: Hired;
let regionId: string;

/** Runs a mutation; answers its payload. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have what the test asked for
async function run(mutation: string, fields: string, input: object, as: As = 'admin'): Promise<any> {
  const type =
    mutation === 'customerCancel' ? 'CustomerStandingInput' : `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code path } ${fields} } }`;
  const { data, errors } = await graph.query(document, { input }, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data[mutation];
}
const faults = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => [code, path.join('.')]);
const change = (input: object, as: As = manager.as) =>
  run('customerChange', 'held customer { serviceLevel serviceAddress version }', input, as);
const seen = async (id: string) =>
  (await graph.query('query ($id: ID!) { customer(id: $id) { name serviceLevel serviceAddress version } }', { id }))
    .data.customer;
const approvalsOf = async (subjectId: string, as: As = 'admin') => {
  const query = `query ($id: String!) { approvals(first: 20, filter: { subjectId: { eq: $id } }, orderBy: [{ field: ASKED_AT }]) {
    nodes { id approvalNo kind status reason changes askedBy decidedBy remark instance { template { code } } } } }`;
  const { data, errors } = await graph.query(query, { id: subjectId }, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.approvals.nodes;
};
async function customer(name: string, customerType = 'BIG'): Promise<string> {
  const organization = { name };
  const payload = await run('customerCreate', 'customer { id }', { regionId, customerType, organization });
  expect(faults(payload)).toEqual([]);
  return payload.customer.id;
}

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
  manager = await hire(graph, 'C100', 'H4401', ['BIG_CUSTOMER_MANAGER', 'GROUP_CUSTOMER_MANAGER']);
  supervisor = await hire(graph, 'C200', 'H4401', ['GROUP_CUSTOMER_MANAGER']);
  colleague = await hire(graph, 'C300', 'H4401', ['BIG_CUSTOMER_MANAGER']);
  const { data } = await graph.query('{ parameter(code: "customer.approval.fields") { id } }');
  const set = { parameterId: data.parameter.id, value: 'name, serviceLevel' };
  expect(faults(await run('parameterSet', '__typename', set))).toEqual([]);
});
afterAll(() => graph.close());

it('WFL-28 CUS-29 a key field of a big customer is held as it was proposed, and changes when somebody else approves', async () => {
  const customerId = await customer('Harbour Freight');
  const before = await seen(customerId);
  const input = { customerId, serviceLevel: 'DIAMOND', serviceAddress: 'Pier 4', reason: 'grew' };
  const held = await change(input);
  expect([faults(held), held.held, held.customer]).toEqual([
    [],
    true,
    { serviceLevel: before.serviceLevel, serviceAddress: before.serviceAddress, version: before.version },
  ]);
  expect(await seen(customerId)).toEqual(before);
  const [approval, ...others] = await approvalsOf(customerId);
  expect(others).toEqual([]);
  expect(approval).toMatchObject({
    ...{ kind: 'CUSTOMER_CHANGE', status: 'ASKED', askedBy: 'C100', reason: 'grew' },
    ...{ changes: { serviceLevel: { new: 'DIAMOND' } }, instance: { template: { code: 'APPROVAL_CUSTOMER' } } },
  });
  const decide = { approvalId: approval.id, approved: true };
  expect(faults(await run('approvalDecide', '__typename', decide, manager.as))).toEqual([
    ['OWN_WORK', 'input.approvalId'],
  ]);
  await expect(run('approvalDecide', '__typename', decide, colleague.as)).rejects.toThrow('FORBIDDEN');
  expect(await seen(customerId)).toEqual(before);
  expect(faults(await change({ customerId, name: undefined, serviceLevel: 'JADE' }))).toEqual([
    ['APPROVAL_PENDING', 'input.customerId'],
  ]);
  expect(faults(await run('approvalDecide', '__typename', decide, supervisor.as))).toEqual([]);
  expect(await seen(customerId)).toEqual({
    ...{ ...before, serviceLevel: 'DIAMOND', serviceAddress: 'Pier 4' },
    version: before.version + 1,
  });
  const { rows } = await graph.database.pool.query(
    `select h.actor, h.data from history_entry h join customer c on c.id = h.subject_id join party p on p.id = c.party_id
     where p.name = 'Harbour Freight' and h.type = 'customer.changed'`,
  );
  expect(rows).toMatchObject([{ actor: 'C200', data: { approvalNo: approval.approvalNo, proposedBy: 'C100' } }]);
});

it('WFL-28 only what is really held may be named as key data, and market groups that there are', async () => {
  const { data } = await graph.query(
    '{ fields: parameter(code: "customer.approval.fields") { id } types: parameter(code: "customer.approval.types") { id } }',
  );
  const values = async () =>
    (await graph.database.pool.query(`select count(*)::int "n" from "parameter_value"`)).rows[0].n as number;
  const before = await values();
  const set = async (parameterId: string, value: string) => {
    const document =
      'mutation ($input: ParameterSetInput!) { parameterSet(input: $input) { userErrors { code path details } } }';
    const answer = await graph.query(document, { input: { parameterId, value } });
    return answer.data.parameterSet.userErrors as { code: string; path: string[]; details: Record<string, unknown> }[];
  };
  const path = ['input', 'value'];
  const words = ['PUBLIC', 'COMMERCIAL', 'BIG', 'FLOATING'];
  expect(await set(data.types.id, 'BIG, GROSS')).toEqual([
    { code: 'UNKNOWN_CODE', path, details: { word: 'GROSS', words: expect.arrayContaining(words) } },
  ]);
  const faulty = await set(data.fields.id, 'name, nmae, codes, accounts, contactPersons, contactMedia, lifecycle');
  expect(faulty.map(({ code, details }) => [code, details['word']])).toEqual(
    ['nmae', 'codes', 'accounts', 'contactPersons', 'contactMedia', 'lifecycle'].map((word) => ['UNKNOWN_CODE', word]),
  );
  expect(faulty[0]!.details['words']).toEqual(
    expect.arrayContaining(['name', 'individual', 'individual.birthDate', 'birthDate', 'identifications']),
  );
  expect(await values()).toBe(before);
  expect(await set(data.fields.id, '')).toEqual([]);
  expect(await set(data.fields.id, 'name, serviceLevel')).toEqual([]);
});

it('WFL-28 what is no key field, or is said as it stands, or is of another customer, changes at once', async () => {
  const big = await customer('Quay Works');
  const small = await customer('Corner Shop', 'COMMERCIAL');
  expect(await change({ customerId: big, serviceAddress: 'Quay 1', serviceLevel: 'STANDARD' })).toMatchObject({
    held: null,
    customer: { serviceAddress: 'Quay 1' },
  });
  expect(await change({ customerId: small, serviceLevel: 'JADE' })).toMatchObject({
    held: null,
    customer: { serviceLevel: 'JADE' },
  });
  expect([await approvalsOf(big), await approvalsOf(small)]).toEqual([[], []]);
  // Nor does a customer get out of it by becoming another kind of customer first.
  expect(await change({ customerId: big, customerType: 'COMMERCIAL', serviceLevel: 'JADE' })).toMatchObject({
    held: true,
  });
});

it('WFL-28 CUS-29 a party that a big customer shares is renamed with approval only, and then for all its customers', async () => {
  const big = await customer('Twin Quay');
  const { data } = await graph.query('query ($id: ID!) { customer(id: $id) { party { id } } }', { id: big });
  const twin = { regionId, customerType: 'COMMERCIAL', partyId: data.customer.party.id };
  const { customer: small } = await run('customerCreate', 'customer { id }', twin);
  const before = [await seen(big), await seen(small.id)];
  const rename = { customerId: small.id, organization: { name: 'Twin Pier' } };
  expect(await change(rename)).toMatchObject({ userErrors: [], held: true });
  expect([await seen(big), await seen(small.id)]).toEqual(before);
  const [{ id: approvalId }] = await approvalsOf(small.id);
  expect(faults(await run('approvalDecide', '__typename', { approvalId, approved: true }, supervisor.as))).toEqual([]);
  expect([await seen(big), await seen(small.id)]).toMatchObject([
    { name: 'Twin Pier', version: before[0].version + 1 },
    { name: 'Twin Pier', version: before[1].version + 1 },
  ]);
  const { rows } = await graph.database.pool.query(
    `select h.data->'changes' "changes" from history_entry h join customer c on c.id = h.customer_id
     where c.name = 'Twin Pier' and c.customer_type = 'BIG' and h.type = 'customer.changed'`,
  );
  expect(rows).toEqual([{ changes: [{ field: 'name', old: 'Twin Quay', new: 'Twin Pier' }] }]);
});

it('WFL-28 CUS-22 a contact person who is a big customer is renamed with approval only, and what is said of the contact changes', async () => {
  const host = await customer('Contact Host', 'COMMERCIAL');
  const known = { customerId: host, individual: { name: 'Ann Ames' } };
  const { contactPerson } = await run('contactPersonAdd', 'contactPerson { id person { id } }', known);
  const asCustomer = { regionId, customerType: 'BIG', partyId: contactPerson.person.id };
  const { id: big } = (await run('customerCreate', 'customer { id }', asCustomer)).customer;
  const before = await seen(big);
  const fields = 'held contactPerson { jobTitle person { name occupation } }';
  const rename = { contactPersonId: contactPerson.id, individual: { name: 'Ann Bell', occupation: 'Trader' } };
  const held = await run('contactPersonChange', fields, { ...rename, jobTitle: 'Buyer' });
  expect(held).toMatchObject({
    ...{ userErrors: [], held: true },
    contactPerson: { jobTitle: 'Buyer', person: { name: 'Ann Ames', occupation: null } },
  });
  expect(await seen(big)).toEqual(before);
  const [approval, ...others] = await approvalsOf(big);
  expect(others).toEqual([]);
  expect(approval).toMatchObject({ kind: 'CUSTOMER_CHANGE', status: 'ASKED' });
  expect(Object.keys(approval.changes).sort()).toEqual(['individual.name', 'individual.occupation', 'name']);
  expect(faults(await run('contactPersonChange', fields, rename))).toEqual([['APPROVAL_PENDING', 'input.individual']]);
  const decide = { approvalId: approval.id, approved: true };
  expect(faults(await run('approvalDecide', '__typename', decide, supervisor.as))).toEqual([]);
  expect(await seen(big)).toEqual({ ...before, name: 'Ann Bell', version: before.version + 1 });
  const plain = { contactPersonId: contactPerson.id, individual: { occupation: 'Broker' } };
  expect(await run('contactPersonChange', fields, plain)).toMatchObject({
    ...{ userErrors: [], held: null },
    contactPerson: { person: { name: 'Ann Bell', occupation: 'Broker' } },
  });
});

it('WFL-28 an employee who is a big customer is not renamed past the approval; another customer follows the name', async () => {
  const personOf = async (employeeNo: string) => {
    const sql = 'select person_id from employee where employee_no = $1';
    const { rows } = await graph.database.pool.query(sql, [employeeNo]);
    return encodeId(nounOf(Individual).tag!, rows[0].person_id);
  };
  const names = async () =>
    (
      await graph.database.pool
        .query(`select e.name, p.name person, c.name customer from employee e join party p on p.id = e.person_id
      join customer c on c.party_id = p.id where e.employee_no in ('C401', 'C402') order by e.employee_no`)
    ).rows;
  const [one, two] = [await hire(graph, 'C401', 'H4401'), await hire(graph, 'C402', 'H4401')];
  for (const [employeeNo, customerType] of [
    ['C401', 'BIG'],
    ['C402', 'PUBLIC'],
  ] as const) {
    const partyId = await personOf(employeeNo);
    expect(faults(await run('customerCreate', '__typename', { regionId, customerType, partyId }))).toEqual([]);
  }
  const before = await names();
  expect(faults(await run('employeeChange', '__typename', { employeeId: one.id, name: 'Renamed One' }))).toEqual([
    ['APPROVAL_NEEDED', 'input.name'],
  ]);
  expect(await names()).toEqual(before);
  expect(faults(await run('employeeChange', '__typename', { employeeId: two.id, name: 'Renamed Two' }))).toEqual([]);
  expect((await names())[1]).toEqual({ name: 'Renamed Two', person: 'Renamed Two', customer: 'Renamed Two' });
});

it('WFL-28 a faulty change is refused at once; a refused one leaves the customer as it was', async () => {
  const customerId = await customer('Dry Dock');
  const before = await seen(customerId);
  expect(faults(await change({ customerId, serviceLevel: 'JADE', individual: { name: 'X' } }))).toEqual([
    ['CONTRADICTION', 'input.individual'],
  ]);
  expect(await approvalsOf(customerId)).toEqual([]);
  await change({ customerId, organization: { name: 'Wet Dock' } });
  const [{ id: approvalId }] = await approvalsOf(customerId);
  const refuse = { approvalId, approved: false, remark: 'no such name' };
  expect(faults(await run('approvalDecide', '__typename', refuse, supervisor.as))).toEqual([]);
  expect(await seen(customerId)).toEqual(before);
  expect(await approvalsOf(customerId)).toMatchObject([{ status: 'REJECTED', remark: 'no such name' }]);
});

it('WFL-28 a change that was overtaken is not approved; fifty decisions make one change', async () => {
  const customerId = await customer('Tide Mill');
  await change({ customerId, serviceLevel: 'JADE', serviceAddress: 'Mill 1' });
  await change({ customerId, serviceAddress: 'Mill 2' });
  const [{ id: approvalId }] = await approvalsOf(customerId);
  const decide = () => run('approvalDecide', '__typename', { approvalId, approved: true }, supervisor.as);
  expect(faults(await decide())).toEqual([['VERSION_CONFLICT', '']]);
  expect(await approvalsOf(customerId)).toMatchObject([{ status: 'ASKED', decidedBy: null }]);
  await change({ customerId, serviceAddress: null });
  const { version } = await seen(customerId);
  const answers = await Promise.all(Array.from({ length: 50 }, decide));
  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  expect(await seen(customerId)).toMatchObject({ serviceLevel: 'JADE', version: version + 1 });
});

it('WFL-28 of two proposals at once one is held', async () => {
  const customerId = await customer('Lock Keeper');
  const answers = await Promise.all(['JADE', 'DIAMOND'].map((serviceLevel) => change({ customerId, serviceLevel })));
  expect(answers.flatMap(faults)).toEqual([['APPROVAL_PENDING', 'input.customerId']]);
  expect(await approvalsOf(customerId)).toHaveLength(1);
});

it('CUS-80 CUS-83 a held change goes with its customer, cancelled or absorbed; that of another one waits on', async () => {
  const [cancelled, absorbed, survivor] = [
    await customer('Salt Pier'),
    await customer('Old Pier'),
    await customer('Pier'),
  ];
  for (const customerId of [cancelled, absorbed, survivor])
    expect(await change({ customerId, serviceLevel: 'JADE' })).toMatchObject({ held: true });
  expect(faults(await run('customerCancel', '__typename', { customerId: cancelled, reason: 'gone' }, 'admin'))).toEqual(
    [],
  );
  const merge = { survivorId: survivor, absorbedId: absorbed, consent: 'letter', reason: 'twice' };
  const asked = await run('customerMergeRequest', 'merge { id }', merge);
  expect(faults(asked)).toEqual([]);
  const decide = { mergeId: asked.merge.id, approve: true };
  const staff: As = { sub: 'merger', role: 'staff', region: '44' };
  expect(faults(await run('customerMergeDecide', '__typename', decide, staff))).toEqual([]);
  expect(await approvalsOf(cancelled)).toMatchObject([{ status: 'WITHDRAWN', remark: 'gone' }]);
  expect(await approvalsOf(absorbed)).toMatchObject([{ status: 'WITHDRAWN', remark: 'twice' }]);
  expect(await approvalsOf(survivor)).toMatchObject([{ status: 'ASKED' }]);
  const [{ id: approvalId }] = await approvalsOf(cancelled);
  expect(faults(await run('approvalDecide', '__typename', { approvalId, approved: true }, supervisor.as))).toEqual([
    ['INVALID_TRANSITION', 'input.approvalId'],
  ]);
  expect(await seen(cancelled)).toMatchObject({ serviceLevel: 'STANDARD' });
});

const levelApprovals = async (customerId: string) =>
  (await approvalsOf(customerId)).filter(({ kind }: { kind: string }) => kind === 'CUSTOMER_LEVEL');
const levelFacts = async (name: string) =>
  (
    await graph.database.pool.query(
      `select h.actor, h.reason, h.data from history_entry h join customer c on c.id = h.customer_id
       where c.name = $1 and h.type = 'customer.level.changed' order by h.sequence`,
      [name],
    )
  ).rows;

/** Staff who give levels. */
const giver: As = { sub: 'giver', role: 'staff', region: '44' };

it('WFL-28 WFL-93 LOY-32 a level that is given to a big customer by hand is held until somebody else approves it', async () => {
  const [big, small] = [await customer('Level Pier'), await customer('Level Shop', 'COMMERCIAL')];
  const heldUntil = new Date(Date.now() + 86_400_000).toISOString();
  const give = (customerId: string, serviceLevel: string) =>
    run(
      'customerLevelSet',
      'held customer { serviceLevel levelHeldUntil }',
      {
        ...{ customerId, serviceLevel, heldUntil, reason: 'loyal' },
      },
      giver,
    );
  expect(await give(small, 'JADE')).toMatchObject({ held: null, customer: { serviceLevel: 'JADE' } });
  const before = await seen(big);
  const held = await give(big, 'DIAMOND');
  expect(held).toMatchObject({
    ...{ userErrors: [], held: true },
    customer: { serviceLevel: 'STANDARD', levelHeldUntil: null },
  });
  expect([await seen(big), await levelFacts('Level Pier')]).toEqual([before, []]);
  const [approval, ...others] = await levelApprovals(big);
  expect(others).toEqual([]);
  expect(approval).toMatchObject({
    ...{ status: 'ASKED', askedBy: 'giver', reason: 'loyal', instance: { template: { code: 'APPROVAL_LEVEL' } } },
    changes: { serviceLevel: { old: 'STANDARD', new: 'DIAMOND' }, levelHeldUntil: { new: heldUntil } },
  });
  expect(faults(await give(big, 'JADE'))).toEqual([['APPROVAL_PENDING', 'input.customerId']]);
  const decide = { approvalId: approval.id, approved: true };
  expect(faults(await run('approvalDecide', '__typename', decide, giver))).toEqual([['OWN_WORK', 'input.approvalId']]);
  expect(await seen(big)).toEqual(before);
  expect(faults(await run('approvalDecide', '__typename', decide, supervisor.as))).toEqual([]);
  expect(await seen(big)).toEqual({ ...before, serviceLevel: 'DIAMOND', version: before.version + 1 });
  expect(await levelFacts('Level Pier')).toMatchObject([
    { actor: 'C200', reason: 'loyal', data: { approvalNo: approval.approvalNo, proposedBy: 'giver', auto: false } },
  ]);
  // What was overtaken is not given.
  await give(big, 'JADE');
  const [, { id: approvalId }] = await levelApprovals(big);
  await graph.database.pool.query(`update customer set service_level = 'SAPPHIRE' where name = 'Level Pier'`);
  const late = { approvalId, approved: true };
  expect(faults(await run('approvalDecide', '__typename', late, supervisor.as))).toEqual([['VERSION_CONFLICT', '']]);
  expect((await seen(big)).serviceLevel).toBe('SAPPHIRE');
  expect(faults(await run('customerCancel', '__typename', { customerId: big, reason: 'gone' }))).toEqual([]);
  expect((await levelApprovals(big)).map(({ status }: { status: string }) => status)).toEqual([
    'APPROVED',
    'WITHDRAWN',
  ]);
});

it('WFL-28 CUS-23 a manager who is key data is not given past the approval; all or none are', async () => {
  const set = async (value: string) => {
    const { data } = await graph.query('{ parameter(code: "customer.approval.fields") { id } }');
    expect(faults(await run('parameterSet', '__typename', { parameterId: data.parameter.id, value }))).toEqual([]);
  };
  const customerIds = [await customer('Manned Shop', 'COMMERCIAL'), await customer('Manned Pier')];
  const managers = async () =>
    (
      await graph.database.pool.query(
        `select count(account_manager_id)::int n from customer where name like 'Manned %'`,
      )
    ).rows[0].n;
  await set('name, serviceLevel, accountManager');
  const assign = { customerIds, managerId: colleague.id, reason: 'moved' };
  expect(faults(await run('customerManagerAssign', '__typename', assign))).toEqual([
    ['APPROVAL_NEEDED', 'input.customerIds.1'],
  ]);
  expect(await managers()).toBe(0);
  await set('name, serviceLevel');
  expect(faults(await run('customerManagerAssign', '__typename', assign))).toEqual([]);
  expect(await managers()).toBe(2);
});

it('WFL-93 CUS-87 a level that a rule gives to a big customer is proposed, once; others get theirs', async () => {
  const [big, small] = [await customer('Rule Pier'), await customer('Rule Shop', 'COMMERCIAL')];
  const codeOf = async (id: string) =>
    (await graph.query('query ($id: ID!) { customer(id: $id) { code } }', { id })).data.customer.code;
  const rule = {
    ...{ code: 'RULED', name: 'Ruled', serviceLevel: 'JADE', position: 1 },
    condition: `customer.code in (${[await codeOf(big), await codeOf(small)].map((code) => JSON.stringify(code)).join(', ')})`,
  };
  expect(faults(await run('levelRuleSave', '__typename', rule))).toEqual([]);
  const apply = async () => {
    const { data } = await graph.query('mutation { levelRulesApply { userErrors { code } } }');
    expect(data.levelRulesApply.userErrors).toEqual([]);
  };
  const level = async (id: string) => (await seen(id)).serviceLevel;
  await apply();
  await until(async () => (await level(small)) === 'JADE');
  await until(async () => (await levelApprovals(big)).length > 0);
  expect(await level(big)).toBe('STANDARD');
  await run('customerLevelSet', '__typename', { customerId: small, serviceLevel: 'DIAMOND', reason: 'x' });
  await apply();
  await until(async () => (await level(small)) === 'JADE');
  const [approval, ...others] = await levelApprovals(big);
  expect([others, await level(big)]).toEqual([[], 'STANDARD']);
  expect(approval).toMatchObject({ status: 'ASKED', reason: 'Ruled' });
  const decide = { approvalId: approval.id, approved: true };
  expect(faults(await run('approvalDecide', '__typename', decide, manager.as))).toEqual([]);
  expect(await level(big)).toBe('JADE');
  expect(await levelFacts('Rule Pier')).toMatchObject([{ actor: 'C100', reason: 'Ruled', data: { auto: true } }]);
});

it('WFL-93 CUS-87 a proposed level that was refused is not proposed again until what it comes from changes, or the term is over', async () => {
  const big = await customer('Refused Pier');
  const rule = {
    ...{ code: 'REFUSED', name: 'Refused', serviceLevel: 'SAPPHIRE', position: 1 },
    condition: 'customer.characteristics.tier >= 5 and customer.months = null',
  };
  expect(faults(await run('levelRuleSave', '__typename', rule))).toEqual([]);
  const tier = async (value: number) =>
    expect(faults(await change({ customerId: big, characteristics: { tier: value } }, 'admin'))).toEqual([]);
  const sentinel = await customer('Refused Shop', 'COMMERCIAL');
  /** Runs the rules; another customer, who is moved in the same step, tells that they have. */
  const apply = async () => {
    const reset = { customerId: sentinel, serviceLevel: 'DIAMOND', reason: 'x' };
    expect(faults(await run('customerLevelSet', '__typename', reset))).toEqual([]);
    await graph.query('mutation { levelRulesApply { userErrors { code } } }');
    await until(async () => (await seen(sentinel)).serviceLevel === 'STANDARD');
    return (await levelApprovals(big)).map(({ status }: { status: string }) => status);
  };
  const decide = async (approved: boolean) => {
    const [open] = (await levelApprovals(big)).filter(({ status }: { status: string }) => status === 'ASKED');
    const verdict = { approvalId: open.id, approved, remark: 'not yet' };
    expect(faults(await run('approvalDecide', '__typename', verdict, supervisor.as))).toEqual([]);
  };
  await tier(5);
  expect(await apply()).toEqual(['ASKED']);
  await decide(false);
  expect([await apply(), await apply()]).toEqual([['REJECTED'], ['REJECTED']]);
  // What the rules do not read says nothing new.
  expect(faults(await change({ customerId: big, serviceAddress: 'Pier 9' }))).toEqual([]);
  expect(await apply()).toEqual(['REJECTED']);
  await tier(6);
  expect(await apply()).toEqual(['REJECTED', 'ASKED']);
  await decide(false);
  expect(await apply()).toEqual(['REJECTED', 'REJECTED']);
  // Another level is another proposal.
  expect(faults(await run('levelRuleSave', '__typename', { ...rule, serviceLevel: 'JADE' }))).toEqual([]);
  expect(await apply()).toEqual(['REJECTED', 'REJECTED', 'ASKED']);
  await decide(false);
  expect(await apply()).toEqual(['REJECTED', 'REJECTED', 'REJECTED']);
  await graph.database.pool.query(
    `update customer set level_refusal = jsonb_set(level_refusal, '{at}', to_jsonb(now() - interval '366 days')) where name = 'Refused Pier'`,
  );
  expect(await apply()).toEqual(['REJECTED', 'REJECTED', 'REJECTED', 'ASKED']);
  await decide(true);
  expect((await seen(big)).serviceLevel).toBe('JADE');
  expect(faults(await run('levelRuleSave', '__typename', { ...rule, active: false }))).toEqual([]);
});
