import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';

const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const SAVE = mutation(
  'customerProjectSave',
  'CustomerProjectSaveInput',
  'project { id projectNo name stage needs budget { amount currency } startsOn endsOn recordedBy contactPerson { jobTitle } }',
);
const REMOVE = mutation('customerProjectRemove', 'CustomerProjectRemoveInput', 'project { id removedAt }');
const CONTACT = mutation('contactPersonAdd', 'ContactPersonAddInput', 'contactPerson { id decisionRole }');
const CHANGE = mutation('customerChange', 'CustomerChangeInput', 'customer { id }');
const RELATE = mutation('customerRelationshipAdd', 'CustomerRelationshipAddInput', 'relationship { id }');
const HOLDER = mutation('stockHolderCreate', 'StockHolderCreateInput', 'stockHolder { id }');
const TYPE = mutation('resourceTypeSave', 'ResourceTypeSaveInput', 'resourceType { id }');
const STOCK = mutation('stockIn', 'StockInInput', '__typename');
const ALLOCATE = mutation('resourceAllocate', 'ResourceAllocateInput', '__typename');

let graph: TestGraph;
let world: TroubleWorld;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = world.staff): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above */
const ok = async (document: string, input: object, as?: As): Promise<any> => {
  const answer = await run(document, input, as);
  expect(answer.userErrors).toEqual([]);
  return answer;
};
const codes = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const count = async () => {
  const { rows } = await graph.database.pool.query(
    `select (select count(*)::int from "customer_project") "projects", (select count(*)::int from "history_entry") "entries"`,
  );
  return rows[0] as object;
};

beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
});
afterAll(() => graph.close());

describe('what is known of a big customer', () => {
  it('CUS-77 keeps its projects: added, changed, removed, with their history', async () => {
    const customerId = world.ids.bigCo;
    const budget = { amount: '1200000.50', currency: 'CNY' };
    const { project } = await ok(SAVE, { customerId, name: 'New site', needs: 'Two leased lines', budget });
    expect(project).toMatchObject({ stage: 'PLANNED', budget, recordedBy: 'E100' });
    const { projectNo } = project;
    const changed = await ok(SAVE, { projectNo, customerId, name: 'New site', stage: 'RUNNING', endsOn: '2027-06-30' });
    expect(changed.project).toMatchObject({ id: project.id, stage: 'RUNNING', budget: null, needs: null });
    const list = `query ($id: ID!) { customer(id: $id) { projects(filter: { stage: { eq: RUNNING }, removedAt: { isNull: true } }) { totalCount nodes { name history { nodes { type actor } } } } } }`;
    const found = (await graph.query(list, { id: customerId }, { as: world.staff })).data.customer.projects;
    expect(found.totalCount).toBe(1);
    expect(found.nodes[0].history.nodes).toEqual([
      { type: 'customer-project.saved', actor: 'E100' },
      { type: 'customer-project.saved', actor: 'E100' },
    ]);
    await ok(REMOVE, { projectId: project.id, reason: 'Given up' });
    expect((await graph.query(list, { id: customerId }, { as: world.staff })).data.customer.projects.totalCount).toBe(
      0,
    );
    const before = await count();
    expect(codes(await run(REMOVE, { projectId: project.id, reason: 'Again' }))).toEqual(['DELETED input.projectId']);
    expect(codes(await run(SAVE, { projectNo, customerId, name: 'Back' }))).toEqual(['DELETED input.projectNo']);
    expect(await count()).toEqual(before);
  });

  it('CUS-77 refuses a project that contradicts itself or its customer, and writes nothing', async () => {
    const customerId = world.ids.bigCo;
    const { project } = await ok(SAVE, { customerId, projectNo: 'P-77', name: 'Plant' });
    const alices = await ok(CONTACT, { customerId: world.ids.alice, individual: { name: 'Bob Chan' } });
    const before = await count();
    const wrong: [object, string][] = [
      [{ startsOn: '2027-02-01', endsOn: '2027-01-01' }, 'TOO_EARLY input.endsOn'],
      [{ budget: { amount: '0', currency: 'CNY' } }, 'TOO_SMALL input.budget.amount'],
      [{ contactPersonId: alices.contactPerson.id }, 'CONTRADICTION input.contactPersonId'],
    ];
    for (const [more, fault] of wrong)
      expect(codes(await run(SAVE, { customerId, name: 'Wrong', ...more }))).toEqual([fault]);
    const stolen = await run(SAVE, { customerId: world.ids.alice, projectNo: 'P-77', name: 'Stolen' });
    expect(codes(stolen)).toEqual(['CONTRADICTION input.projectNo']);
    expect(await count()).toEqual(before);
    expect(project.projectNo).toBe('P-77');
  });

  it('CUS-77 is not for staff of another region, nor for the customer, who is told that it is not shown', async () => {
    const customerId = world.ids.bigCo;
    const { project } = await ok(SAVE, { customerId, name: 'Secret plan' });
    const before = await count();
    expect(codes(await run(SAVE, { customerId, name: 'Foreign' }, world.otherStaff))).toEqual([
      'NOT_FOUND input.customerId',
    ]);
    expect(codes(await run(REMOVE, { projectId: project.id, reason: 'x' }, world.otherStaff))).toEqual([
      'NOT_FOUND input.projectId',
    ]);
    const own: As = { sub: 'big', role: 'customer', customer: 'BIGCO' };
    const denied = await graph.query(SAVE, { input: { customerId, name: 'Mine' } }, { as: own });
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await count()).toEqual(before);
    const view = `query { customer(code: "BIGCO") { withheldParts projects { totalCount } } }`;
    const { customer } = (await graph.query(view, {}, { as: own })).data;
    expect(customer.projects.totalCount).toBe(0);
    expect(customer.withheldParts).toContain('PROJECTS');
  });

  it('CUS-77 shows its environment, related companies, key employees, projects and what it occupies, at once', async () => {
    const customerId = world.ids.bigCo;
    await ok(CHANGE, {
      customerId,
      characteristics: { internalEnvironment: 'Two plants, own exchange', operatorRelation: 'WIN_WIN' },
    });
    const bad = await run(CHANGE, { customerId, characteristics: { operatorRelation: 'FRIENDS' } });
    expect(codes(bad)).toEqual(['BAD_VALUE input.characteristics.operatorRelation']);
    const key = await ok(CONTACT, {
      ...{ customerId, individual: { name: 'Director Lin' }, contactType: 'BUILDING' },
      ...{ decisionRole: 'PRINCIPAL', department: 'Works', jobTitle: 'Director' },
    });
    expect(key.contactPerson.decisionRole).toBe('PRINCIPAL');
    await ok(CONTACT, { customerId, individual: { name: 'Clerk Wu' } });
    await ok(RELATE, { fromId: customerId, toId: world.ids.alice, type: 'LOOSE', subType: 'BUSINESS' });
    await ok(SAVE, { customerId, name: 'Third plant', contactPersonId: key.contactPerson.id });
    const line = await world.line('BIGCO');
    const holder = await ok(HOLDER, {
      code: 'CITY',
      name: 'City depot',
      kind: 'DEPARTMENT',
      regionId: world.ids.guangzhou,
    });
    const type = await ok(
      TYPE,
      {
        ...{ code: 'ROUTER', name: 'Router', category: 'TERMINAL', serialised: true, unit: 'piece' },
      },
      'admin',
    );
    const holderId = holder.stockHolder.id;
    await ok(STOCK, {
      holderId,
      typeId: type.resourceType.id,
      items: [{ resourceNo: 'R-77' }],
    });
    const item = await graph.query(`{ resourceItems(filter: { resourceNo: { eq: "R-77" } }) { nodes { id } } }`);
    await ok(ALLOCATE, { itemId: item.data.resourceItems.nodes[0].id, instanceId: line });
    const document = `query { customer(code: "BIGCO") { characteristics { name value }
      contactPersons(filter: { decisionRole: { isNull: false } }) { nodes { person { name } contactType decisionRole } }
      relationshipsFrom { nodes { subType to { code } } }
      projects(filter: { name: { eq: "Third plant" } }) { nodes { contactPerson { person { name } } } }
      productInstances { nodes { resources { nodes { resourceNo status } } } } } }`;
    const { data, errors } = await graph.query(document, {}, { as: world.staff });
    expect(errors).toBeUndefined();
    expect(data.customer).toMatchObject({
      contactPersons: {
        nodes: [{ person: { name: 'Director Lin' }, contactType: 'BUILDING', decisionRole: 'PRINCIPAL' }],
      },
      relationshipsFrom: { nodes: [{ subType: 'BUSINESS', to: { code: 'ALICE' } }] },
      projects: { nodes: [{ contactPerson: { person: { name: 'Director Lin' } } }] },
      productInstances: { nodes: [{ resources: { nodes: [{ resourceNo: 'R-77', status: 'ALLOCATED' }] } }] },
    });
    expect(data.customer.characteristics).toContainEqual({
      name: 'internalEnvironment',
      value: 'Two plants, own exchange',
    });
  });
});
