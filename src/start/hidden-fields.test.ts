import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { fieldRule } from '../kernel/access/index.js';
import { encodeId } from '../kernel/model/index.js';
import { constant as constantOf } from '../kernel/model/naming.js';
import { nounByName } from '../kernel/model/registry.js';
import { type As, startTestGraph, type TestGraph } from '../testing/graph.js';
import { hire } from '../testing/staff.js';

const PHONE = '13800138000';
const NEXT_PHONE = '13900139000';
const ID_CARD = '11010519491231002X';
const REGISTRATION = '91350100M000100Y43';
const SECRETS = [PHONE, NEXT_PHONE, ID_CARD, REGISTRATION, 'Hidden Road', 'a religion of his own'];

let graph: TestGraph;
/** Staff of the region who hold no permission to see what is hidden. */
let outsider: As;
let ids: { customer: string; medium: string; account: string };

const run = async (document: string, input: object) => {
  const { data, errors } = await graph.query(document, { input });
  const payload = data && (Object.values(data)[0] as { userErrors: unknown[] });
  if (errors || payload.userErrors.length) throw new Error(JSON.stringify(errors ?? payload));
  return payload as never;
};

beforeAll(async () => {
  graph = await startTestGraph();
  outsider = (await hire(graph, 'H9001', 'H4401', ['PRODUCT_SPECIALIST'])).as;
  const regionId = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
  const create = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code path } customer {
    id accounts(first: 1) { nodes { id } } party { contactMedia { nodes { id } } } } } }`;
  const made = (await run(create, {
    code: 'HID',
    regionId,
    individual: { name: 'Wei', religion: 'a religion of his own' },
    identifications: [{ type: 'ID_CARD', number: ID_CARD, address: '1 Hidden Road' }],
    contactMedia: [{ kind: 'MOBILE', value: PHONE }],
  })) as {
    customer: {
      id: string;
      accounts: { nodes: [{ id: string }] };
      party: { contactMedia: { nodes: [{ id: string }] } };
    };
  };
  await run(create, { code: 'ORG', regionId, organization: { name: 'Firm', registrationNo: REGISTRATION } });
  const { customer } = made;
  ids = {
    customer: customer.id,
    account: customer.accounts.nodes[0].id,
    medium: customer.party.contactMedia.nodes[0].id,
  };
});
afterAll(() => graph.close());

interface Probe {
  what: string;
  document: string;
  /** Whether all staff see the field, so that customers are those who may not ask. */
  ofStaff: boolean;
}

/** Every way in which a list lets a hidden field be asked about without being selected. */
function probesOf(list: GraphQLField<unknown, unknown>, field: string, ofStaff: boolean): Probe[] {
  const connection = getNamedType(list.type) as GraphQLObjectType;
  const probes: Probe[] = [];
  const argument = (owner: GraphQLField<unknown, unknown>, name: string) =>
    getNamedType(owner.args.find((arg) => arg.name === name)?.type);
  const add = (how: string, body: string) =>
    probes.push({ what: `${list.name} ${field} by ${how}`, document: body, ofStaff });
  const filter = argument(list, 'filter');
  if (isInputObjectType(filter) && filter.getFields()[field]) {
    add('filter', `{ ${list.name}(filter: { ${field}: { isNull: true } }) { totalCount } }`);
    add('negated filter', `{ ${list.name}(filter: { not: { ${field}: { isNull: true } } }) { totalCount } }`);
    add(
      'filter of an aggregate',
      `{ ${list.name}(filter: { or: [{ ${field}: { isNull: true } }] }) { aggregate { count } } }`,
    );
  }
  const names = (type: unknown): string[] =>
    isEnumType(type as never) ? (type as { getValues(): { name: string }[] }).getValues().map(({ name }) => name) : [];
  const constant = constantOf(field);
  const order = argument(list, 'orderBy');
  if (isInputObjectType(order) && names(getNamedType(order.getFields()['field']!.type)).includes(constant))
    add('order', `{ ${list.name}(orderBy: [{ field: ${constant} }]) { edges { cursor } } }`);
  const aggregate = connection.getFields()['aggregate'];
  const groups = aggregate && argument(aggregate, 'groupBy');
  const node = getNamedType(
    (getNamedType(connection.getFields()['nodes']!.type) as GraphQLObjectType).getFields()[field]!.type,
  );
  const bucket = node.name === 'DateTime' ? ', bucket: DAY' : '';
  if (isInputObjectType(groups) && names(getNamedType(groups.getFields()['dimension']!.type)).includes(constant))
    add('group', `{ ${list.name} { aggregate(groupBy: [{ dimension: ${constant}${bucket} }]) { count } } }`);
  const measures = aggregate && (getNamedType(aggregate.type) as GraphQLObjectType);
  for (const measure of Object.values(measures?.getFields() ?? {})) {
    const type = getNamedType(measure.type);
    if (measure.name !== 'key' && isObjectType(type) && type.getFields()[field])
      add(measure.name, `{ ${list.name} { aggregate { ${measure.name} { ${field} } } } }`);
  }
  return probes;
}

describe('what a field policy hides', () => {
  test('SYS-52 SYS-56 cannot be asked about by any filter, order, group or measure of any list', async () => {
    const { data } = await graph.query(getIntrospectionQuery());
    const schema = buildClientSchema(data);
    const probes = Object.values(schema.getQueryType()!.getFields()).flatMap((list) => {
      const [, name] = /^(\w+)Connection$/.exec(getNamedType(list.type).name) ?? [];
      const noun = name === undefined ? undefined : nounByName(name);
      if (!noun) return [];
      const node = schema.getType(noun.name) as GraphQLObjectType;
      return Object.keys(node.getFields()).flatMap((field) => {
        const rule = fieldRule(noun.target, field);
        // Amounts under a rule of secrets are asked about with the matrix.
        return rule && !rule.where ? probesOf(list, field, rule.openTo.includes('STAFF')) : [];
      });
    });
    expect(probes.length).toBeGreaterThan(5);
    const customer: As = { sub: 'x', role: 'customer', customer: 'HID' };
    for (const { what, document, ofStaff } of probes) {
      const refused = await graph.query(document, {}, { as: ofStaff ? customer : outsider });
      expect([what, refused.errors?.[0]?.extensions['code']]).toEqual([what, 'FORBIDDEN']);
      expect([what, (await graph.query(document)).errors]).toEqual([what, undefined]);
    }
  });

  test('SYS-56 stands in full in no history, log, job or request that was kept, whoever wrote it', async () => {
    await run(
      `mutation ($input: ContactMediumChangeInput!) { contactMediumChange(input: $input) { userErrors { code path } } }`,
      { customerId: ids.customer, contactMediumId: ids.medium, value: NEXT_PHONE },
    );
    await run(`mutation ($input: AccountChangeInput!) { accountChange(input: $input) { userErrors { code path } } }`, {
      accountId: ids.account,
      contactPhone: NEXT_PHONE,
      billAddress: '2 Hidden Road',
    });
    await run(
      `mutation ($input: CustomerChangeInput!) { customerChange(input: $input) { userErrors { code path } } }`,
      { customerId: ids.customer, individual: { religion: 'a religion of his own, really' } },
    );
    await run(`mutation ($input: FaultReportInput!) { faultReport(input: $input) { userErrors { code path } } }`, {
      customerId: ids.customer,
      content: 'dead',
      contactPhone: PHONE,
      contactAddress: '3 Hidden Road',
    });
    await run(
      `mutation ($input: ContactMediumRemoveInput!) { contactMediumRemove(input: $input) { userErrors { code path } } }`,
      { customerId: ids.customer, contactMediumId: ids.medium },
    );
    const tables = [
      'history_entry',
      'audit_entry',
      'idempotent_request',
      'job_request',
      'graphile_worker._private_jobs',
    ];
    for (const table of tables) {
      const { rows } = await graph.database.pool.query<{ text: string }>(
        `select coalesce(string_agg(t::text, ' '), '') text from ${table} t`,
      );
      expect([table, SECRETS.filter((secret) => rows[0]!.text.includes(secret))]).toEqual([table, []]);
    }
    const { rows } = await graph.database.pool.query(
      `select data from history_entry where type = 'customer.medium.changed'`,
    );
    expect(JSON.stringify(rows)).toContain('*******9000');
  });

  test('SYS-52 SYS-56 is masked in what subscriptions tell, for each subscriber by their own rights', async () => {
    const watcher = await hire(graph, 'H9002', 'H4401');
    const { rows } = await graph.database.pool.query<{ id: string }>(
      `select id from function_point where code in ('events', 'faultBoard')`,
    );
    const functionPointIds = rows.map(({ id }) => encodeId('fp', id));
    await run(
      `mutation ($input: PermissionGrantInput!) { permissionGrant(input: $input) { userErrors { code path } } }`,
      { employeeIds: [watcher.id], functionPointIds },
    );
    const board = 'subscription { faultBoard { ticket { contactPhone } } }';
    const [events, masked, full] = await Promise.all([
      graph.subscribe('subscription { events { type data } }', {}, { as: watcher.as }),
      graph.subscribe(board, {}, { as: watcher.as }),
      graph.subscribe(board),
    ]);
    await run(
      `mutation ($input: ContactMediumAddInput!) { contactMediumAdd(input: $input) { userErrors { code path } } }`,
      { customerId: ids.customer, kind: 'MOBILE', value: PHONE },
    );
    await run(`mutation ($input: FaultReportInput!) { faultReport(input: $input) { userErrors { code path } } }`, {
      customerId: ids.customer,
      content: 'dead',
      contactPhone: PHONE,
    });
    const [seen, open] = await Promise.all([masked.until(1), full.until(1)]);
    expect(seen[0]).toMatchObject({ data: { faultBoard: { ticket: { contactPhone: '*******8000' } } } });
    expect(open[0]).toMatchObject({ data: { faultBoard: { ticket: { contactPhone: PHONE } } } });
    const told = JSON.stringify(await events.until(2));
    expect(told).toContain('customer.medium.added');
    expect(SECRETS.filter((secret) => told.includes(secret))).toEqual([]);
  });
});
