import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';

const FIELDS = `id activityNo status version type plannedCost { amount } executedAt method content needs nextPlan newCustomers revenue { amount }
  cost { amount } assessment assessedBy employee { employeeNo } opportunity { opportunityNo }`;
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const of = (name: string) => mutation(name, `${name[0]!.toUpperCase()}${name.slice(1)}Input`, `activity { ${FIELDS} }`);
const PLAN = of('salesActivityPlan');
const SUBMIT = of('salesActivitySubmit');
const RECORD = of('salesActivityRecord');
const ASSESS = of('salesActivityAssess');
const CANCEL = of('salesActivityCancel');
const OPPORTUNITY = mutation('opportunityCreate', 'OpportunityCreateInput', 'opportunity { id opportunityNo }');
const LOSE = mutation('opportunityStep', 'OpportunityStepInput', 'opportunity { status }');
const DECIDE = mutation('approvalDecide', 'ApprovalDecideInput', 'approval { status }');

let graph: TestGraph;
let world: TroubleWorld;
let seller: Hired;
let offeringId: string;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = seller.as): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above */
const ok = async (document: string, input: object, as?: As): Promise<any> => {
  const answer = await run(document, input, as);
  expect(answer.userErrors).toEqual([]);
  return answer.activity ?? answer;
};
const count = async () =>
  (
    await graph.database.pool.query(
      `select (select string_agg("status" || "version", ',' order by "id") from "sales_activity") "all", (select count(*) from "history_entry") "entries"`,
    )
  ).rows[0] as object;
const refused = async (document: string, input: object, as?: As): Promise<string[]> => {
  const before = await count();
  const { userErrors } = await run(document, input, as);
  expect(await count()).toEqual(before);
  return userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
};
const opportunity = async (): Promise<{ id: string; opportunityNo: string }> =>
  (
    await ok(OPPORTUNITY, {
      ...{ customerId: world.ids.bigCo, name: 'Lines', intention: 'ADD', source: 'OTHER', lines: [{ offeringId }] },
    })
  ).opportunity;
const plan = (opportunityId: string, more: object = {}) => ({
  ...{ opportunityId, type: 'VISIT', purpose: 'Show the solution' },
  ...{ plannedFrom: '2090-01-02T02:00:00Z', plannedTo: '2090-01-02T03:00:00Z', ...more },
});

beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  seller = await hire(graph, 'V100', 'H4401', ['BIG_CUSTOMER_MANAGER']);
  offeringId = (await graph.query(`{ offerings(first: 1) { nodes { id } } }`)).data.offerings.nodes[0].id;
});
afterAll(() => graph?.close());

describe('a sales activity', () => {
  it('MOD-51 SAL-46 SAL-48 SAL-49 is planned for a definite opportunity, and found by it and by its customer', async () => {
    const { id, opportunityNo } = await opportunity();
    const made = await ok(PLAN, plan(id, { plannedCost: { amount: '80', currency: 'CNY' } }));
    expect(made).toMatchObject({
      ...{ status: 'PLANNED', version: 1, plannedCost: { amount: '80' }, employee: { employeeNo: 'V100' } },
      opportunity: { opportunityNo },
    });
    const changed = await ok(PLAN, { ...plan(id), activityId: made.id, expectedVersion: 1, type: 'NEGOTIATION' });
    expect(changed).toMatchObject({ id: made.id, version: 2, type: 'NEGOTIATION', plannedCost: null });
    const wrong: [object, string][] = [
      [{ ...plan(id), opportunityId: null }, 'REQUIRED input.opportunityId'],
      [plan(id, { plannedTo: '2090-01-02T02:00:00Z' }), 'TOO_EARLY input.plannedTo'],
      [plan(id, { plannedCost: { amount: '-1', currency: 'CNY' } }), 'TOO_SMALL input.plannedCost.amount'],
      [{ ...plan(id), activityId: made.id, expectedVersion: 1 }, 'VERSION_CONFLICT input.expectedVersion'],
      [{ ...plan((await opportunity()).id), activityId: made.id }, 'CONTRADICTORY input.opportunityId'],
    ];
    for (const [input, fault] of wrong) expect(await refused(PLAN, input)).toEqual([fault]);
    const view = `query ($id: ID!) { opportunity(id: $id) { activities { totalCount } customer { salesActivities { totalCount } } } }`;
    expect((await graph.query(view, { id }, { as: seller.as })).data.opportunity).toEqual({
      ...{ activities: { totalCount: 1 }, customer: { salesActivities: { totalCount: 1 } } },
    });
    await ok(LOSE, { opportunityId: id, action: 'LOSE', lostReason: 'PRICE' });
    expect(await refused(PLAN, plan(id))).toEqual(['CLOSED input.opportunityId']);
  });

  it('SAL-57 SAL-60 SAL-62 records what was done and what came of it, and somebody else assesses it', async () => {
    const { id: activityId } = await ok(PLAN, plan((await opportunity()).id));
    const said = { method: 'Face to face', content: 'Showed it', needs: 'Cheaper lines', nextPlan: 'Send an offer' };
    const done = { activityId, ...said, newCustomers: 2, cost: { amount: '12.50', currency: 'CNY' } };
    expect(await refused(ASSESS, { activityId, assessment: 'Good' }, 'admin')).toEqual(['INVALID_TRANSITION ']);
    expect(await refused(RECORD, { ...done, executedAt: '2091-01-01T00:00:00Z' })).toEqual([
      'IN_FUTURE input.executedAt',
    ]);
    const recorded = await ok(RECORD, { ...done, revenue: { amount: '500', currency: 'CNY' } });
    expect(recorded).toMatchObject({
      status: 'DONE',
      ...said,
      executedAt: expect.any(String),
      newCustomers: 2,
      revenue: { amount: '500' },
      cost: { amount: '12.50' },
    });
    expect(await refused(PLAN, { ...plan(''), opportunityId: null, activityId })).toEqual([
      'READ_ONLY input.activityId',
    ]);
    expect(await refused(CANCEL, { activityId, reason: 'x' })).toEqual(['INVALID_TRANSITION ']);
    const before = await count();
    const own = await graph.query(ASSESS, { input: { activityId, assessment: 'Mine' } }, { as: seller.as });
    expect(own.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await count()).toEqual(before);
    expect(await ok(ASSESS, { activityId, assessment: 'Good' }, 'admin')).toMatchObject({
      status: 'ASSESSED',
      assessment: 'Good',
    });
  });

  it('SAL-62 nobody assesses their own work, also who may assess that of others', async () => {
    const superior = await hire(graph, 'V200', 'H4401', ['GROUP_CUSTOMER_MANAGER']);
    const { id: activityId } = await ok(PLAN, plan((await opportunity()).id), superior.as);
    await ok(RECORD, { activityId, method: 'By telephone', content: 'Called' }, superior.as);
    const assess = { activityId, assessment: 'Excellent' };
    expect(await refused(ASSESS, assess, superior.as)).toEqual(['OWN_WORK input.activityId']);
    const other = await hire(graph, 'V300', 'H4401', ['GROUP_CUSTOMER_MANAGER']);
    expect((await ok(ASSESS, assess, other.as)).assessedBy).toBe('V300');
  });

  it('SAL-47 its plan is approved by somebody else', async () => {
    const { id: activityId } = await ok(PLAN, plan((await opportunity()).id));
    const submitted = await ok(SUBMIT, { activityId });
    expect(submitted.status).toBe('PENDING_APPROVAL');
    expect(await refused(RECORD, { activityId, method: 'x', content: 'x' })).toEqual(['INVALID_TRANSITION ']);
    const document = `query ($id: String!) { approvals(filter: { subjectId: { eq: $id } }) { nodes { id kind } } }`;
    const { data } = await graph.query(document, { id: activityId });
    expect(data.approvals.nodes).toMatchObject([{ kind: 'SALES_ACTIVITY' }]);
    await ok(DECIDE, { approvalId: data.approvals.nodes[0].id, approved: true }, 'admin');
    const read = await graph.query(
      `query ($id: ID!) { salesActivity(id: $id) { status } }`,
      { id: activityId },
      { as: seller.as },
    );
    expect(read.data.salesActivity.status).toBe('APPROVED');
    expect((await ok(CANCEL, { activityId, reason: 'Given up' })).status).toBe('CANCELLED');
  });

  it('is not for the customer, nor for staff of another region', async () => {
    const { id } = await ok(PLAN, plan((await opportunity()).id));
    const see = async (as: As) =>
      (await graph.query(`query ($id: ID!) { salesActivity(id: $id) { id } }`, { id }, { as })).data.salesActivity;
    expect(await see(seller.as)).toEqual({ id });
    expect(await see({ sub: 'big', role: 'customer', customer: 'BIGCO' })).toBeNull();
    expect(await see(world.otherStaff)).toBeNull();
  });
});
