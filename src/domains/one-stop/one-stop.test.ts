import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { decodeId, TimePeriod } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { type Mutations, mutationsOf } from '../../testing/mutations.js';
import { instanceMutations, instancesMutations, taskMutations } from '../../testing/processes.js';
import { hire, type Hired } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import { Employee, EmployeeRegion } from '../organisation/index.js';
import { Region } from '../region/index.js';

const CASES = {
  oneStopCaseOpen: 'OneStopCaseOpenInput',
  oneStopCaseChange: 'OneStopCaseChangeInput',
  oneStopCaseEnd: 'OneStopCaseEndInput',
  oneStopUnitJoin: 'OneStopUnitInput',
  oneStopUnitLeave: 'OneStopUnitInput',
};
const TASKS = {
  oneStopTaskGive: 'OneStopTaskGiveInput',
  oneStopTaskHandOver: 'OneStopTaskHandOverInput',
  oneStopTaskComplete: 'OneStopTaskCompleteInput',
};

let graph: TestGraph;
let cases: Mutations<keyof typeof CASES>;
let tasks: Mutations<keyof typeof TASKS>;
/** Of Guangzhou, where business is accepted; of Nanjing in another province; of the headquarters; of Shenzhen, which takes part in nothing. */
let origin: Hired;
let partner: Hired;
let headquarters: Hired;
let outsider: Hired;
const unit: Record<string, string> = {};
let customerId: string;

beforeAll(async () => {
  sandboxPace.stepMs = 3_600_000;
  graph = await startTestGraph();
  const position = ['GROUP_CUSTOMER_MANAGER', 'BIG_CUSTOMER_MANAGER'];
  origin = await hire(graph, 'O100', 'H4401', position);
  partner = await hire(graph, 'O200', 'H3201', position);
  headquarters = await hire(graph, 'O300', 'HQ', position);
  outsider = await hire(graph, 'O400', 'H4403', position);
  for (const code of ['H4401', 'H4403', 'H3201', 'P44', 'HQ'])
    unit[code] = (
      await graph.query('query ($code: String!) { internalOrganization(code: $code) { id } }', { code })
    ).data.internalOrganization.id;
  const { data } = await graph.query(`{ region(code: "4401") { id } }`);
  customerId = (
    await graph.query(
      `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } userErrors { code path } } }`,
      {
        input: {
          code: 'GROUP1',
          regionId: data.region.id,
          organization: { name: 'Group One Ltd' },
          customerType: 'BIG',
        },
      },
    )
  ).data.customerCreate.customer.id;
  cases = mutationsOf(graph, {
    inputs: CASES,
    field: 'oneStopCase',
    selection: 'id caseNo status orderNo project units(first: 20) { nodes { level organization { code } } }',
    as: origin.as,
  });
  tasks = mutationsOf(graph, {
    inputs: TASKS,
    field: 'task',
    selection: 'id taskNo status level handOvers result organization { code }',
    as: origin.as,
  });
});
afterAll(() => graph?.close());

const count = async (table: string) =>
  Number((await graph.database.pool.query(`select count(*) as n from "${table}"`)).rows[0].n);
const open = (more: object = {}) =>
  cases.ok('oneStopCaseOpen', {
    ...{ subject: 'Leased line', scope: 'INTER_PROVINCE', customerId, project: 'BANKS', place: 'Nanjing' },
    organizationIds: [unit['H3201'], unit['HQ']],
    ...more,
  });
const give = (caseId: string, stage: string, to: string, more: object = {}) =>
  tasks.ok('oneStopTaskGive', { caseId, stage, name: `Do ${stage}`, organizationId: unit[to], ...more });

const ENTRY = `id kind stage level name state operator organization assignee region dueAt overdue
  oneStopCase { caseNo scope project place customerName orderNo customer { code } } coordination { taskNo } task { id }`;
const LIST = `total overdue byStage { stage count overdue } byLevel { level count } entries { ${ENTRY} }`;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- entries have what the test asked for
type List = Record<string, any>;
const list = async ({ as }: Hired, filter: object = {}): Promise<List> => {
  const { data, errors } = await graph.query(
    `query ($filter: OneStopListFilter) { oneStopWorkList(filter: $filter) { ${LIST} } }`,
    { filter } as never,
    { as },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.oneStopWorkList;
};
const workOf = async ({ as }: Hired) =>
  (await graph.query('{ processWorkList { tasks { id about { id } } } }', {}, { as })).data.processWorkList.tasks as {
    id: string;
    about: { id: string } | null;
  }[];

describe('the task list of one-stop staff', () => {
  test('WFL-74 shows staff of all three levels what is open in the cases they take part in, over regions, and others nothing', async () => {
    const { id: caseId, caseNo } = (await open()) as never as { id: string; caseNo: string };
    const given = await give(caseId, 'REQUIREMENT', 'H3201', { dueAt: '2099-01-01T00:00:00Z' });
    await give(caseId, 'PROJECT', 'HQ');
    await give(caseId, 'PRODUCTION', 'H4401');
    for (const who of [origin, partner, headquarters]) {
      const seen = await list(who, { caseId });
      expect(seen).toMatchObject({
        ...{ total: 3, overdue: 0 },
        byStage: [
          { stage: 'REQUIREMENT', count: 1 },
          { stage: 'PRODUCTION', count: 1 },
          { stage: 'PROJECT', count: 1 },
        ],
        byLevel: [
          { level: 'HEADQUARTERS', count: 1 },
          { level: 'LOCAL_NETWORK', count: 2 },
        ],
      });
      // The customer lives in Guangzhou: staff of Nanjing know the name, and see no more of it.
      expect(seen['entries'][0]).toMatchObject({
        ...{ id: given.id, kind: 'COORDINATION', stage: 'REQUIREMENT', level: 'LOCAL_NETWORK', state: 'DISPATCHED' },
        ...{ operator: 'H3201', region: '3201', overdue: false, coordination: { taskNo: `${caseNo}-01` } },
        oneStopCase: {
          ...{ caseNo, scope: 'INTER_PROVINCE', project: 'BANKS', place: 'Nanjing', customerName: 'Group One Ltd' },
          customer: who === partner ? null : { code: 'GROUP1' },
        },
      });
    }
    expect(await list(outsider)).toMatchObject({ total: 0, byStage: [], entries: [] });
    await expect(list(outsider, { caseId })).rejects.toThrow('NOT_FOUND');
    const shown = (as: As) =>
      graph.query(
        'query ($id: ID!, $task: ID!) { oneStopCase(id: $id) { caseNo tasks(first: 9) { totalCount } } oneStopTask(id: $task) { taskNo } }',
        { id: caseId, task: given.id },
        { as },
      );
    expect((await shown(partner.as)).data).toMatchObject({ oneStopCase: { tasks: { totalCount: 3 } } });
    expect((await shown(outsider.as)).data).toEqual({ oneStopCase: null, oneStopTask: null });
    const customer: As = { sub: 'x', role: 'customer', customer: 'GROUP1' };
    expect((await shown(customer)).data?.oneStopCase ?? null).toBeNull();
    expect((await graph.query(`{ oneStopWorkList { total } }`, {}, { as: customer })).errors).toHaveLength(1);
    const before = await count('one_stop_task');
    const input = { caseId, stage: 'PROJECT', name: 'x', organizationId: unit['HQ'] };
    expect(await tasks.refused('oneStopTaskGive', input, outsider.as)).toEqual([['NOT_FOUND', 'input.caseId']]);
    expect(await count('one_stop_task')).toBe(before);
  });

  test('WFL-74 is filtered by stage, level, unit, project, border, state and limit', async () => {
    const { id: caseId } = await open({ project: 'HOSPITALS' });
    const late = await give(caseId, 'DELIVERY', 'H3201', { dueAt: '2099-01-01T00:00:00Z' });
    await give(caseId, 'PRODUCTION', 'HQ');
    await graph.database.pool.query(
      `update "process_task" set "due_at" = now() - interval '1 hour' where "about_key" = $1 or "instance_id" = (select "process_instance_id" from "one_stop_task" where "id" = $1)`,
      [decodeId(late.id)!.uuid],
    );
    const ids = async (filter: object) =>
      (await list(origin, { project: 'HOSPITALS', ...filter }))['entries'].map(({ stage }: List) => stage);
    expect(await ids({})).toEqual(['DELIVERY', 'PRODUCTION']);
    expect(await ids({ stage: 'PRODUCTION' })).toEqual(['PRODUCTION']);
    expect(await ids({ level: 'HEADQUARTERS' })).toEqual(['PRODUCTION']);
    expect(await ids({ organizationId: unit['H3201'] })).toEqual(['DELIVERY']);
    // A unit with all below it.
    expect(await ids({ organizationId: unit['HQ'] })).toHaveLength(2);
    expect(await ids({ overdue: true })).toEqual(['DELIVERY']);
    expect(await ids({ overdue: false, state: 'DISPATCHED' })).toEqual(['PRODUCTION']);
    expect(await ids({ scope: 'INTERNATIONAL' })).toEqual([]);
    expect(await ids({ customerId, caseId })).toHaveLength(2);
    expect(await list(origin, { project: 'HOSPITALS' })).toMatchObject({
      overdue: 1,
      byStage: [
        { stage: 'PRODUCTION', overdue: 0 },
        { stage: 'DELIVERY', overdue: 1 },
      ],
    });
    const { errors } = await graph.query('{ oneStopWorkList(first: 201) { total } }', {}, { as: origin.as });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('WFL-74 a task goes from level to level, with its place in the work list, and who had it has it no more', async () => {
    const { id: caseId } = await open();
    const { id: taskId } = await give(caseId, 'REQUIREMENT', 'H4401');
    const has = async (who: Hired) => (await workOf(who)).length;
    const [before, there] = [await has(origin), await has(partner)];
    const handOver = (to: string, as: As, more: object = {}) =>
      tasks.run('oneStopTaskHandOver', { taskId, organizationId: unit[to], reason: 'Theirs.', ...more }, as);
    expect((await handOver('H3201', partner.as)).userErrors).toMatchObject([{ code: 'OUT_OF_SCOPE' }]);
    expect((await handOver('H4403', origin.as)).userErrors).toMatchObject([{ code: 'NOT_TAKING_PART' }]);
    expect((await handOver('H4401', origin.as)).userErrors).toMatchObject([{ code: 'CONTRADICTION' }]);
    expect((await handOver('HQ', origin.as)).node).toMatchObject({ level: 'HEADQUARTERS', handOvers: 1 });
    const raced = await Promise.all([1, 2, 3].map(() => handOver('H3201', headquarters.as)));
    expect(raced.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect([await has(origin), await has(partner)]).toEqual([before - 1, there + 1]);
    const [entry] = (await list(headquarters, { caseId }))['entries'] as List[];
    expect(entry).toMatchObject({ level: 'LOCAL_NETWORK', operator: 'H3201', region: '3201' });
    const { rows } = await graph.database.pool.query(
      `select "reason", "data" from "history_entry" where "type" = 'oneStopTask.handed-over' and "subject_id" = $1 order by "sequence"`,
      [decodeId(taskId)!.uuid],
    );
    expect(rows).toMatchObject([
      { reason: 'Theirs.', data: { from: 'H4401', fromLevel: 'LOCAL_NETWORK', to: 'HQ', toLevel: 'HEADQUARTERS' } },
      { data: { from: 'HQ', fromLevel: 'HEADQUARTERS', to: 'H3201', toLevel: 'LOCAL_NETWORK' } },
    ]);
    // Who takes it in the work list is seen by all; it is ended by what is said of the task, and by nothing else.
    const work = taskMutations(graph, partner.as);
    const own = (await workOf(partner)).at(-1)!;
    await work.ok('processTaskClaim', { taskId: own.id });
    expect(await work.refused('processTaskComplete', { taskId: own.id })).toEqual([['NOT_HERE', 'input.taskId']]);
    const instances = await graph.query(
      'query ($id: ID!) { processTask(id: $id) { instance { id } } }',
      { id: own.id },
      {},
    );
    const instanceIds = [instances.data.processTask.instance.id];
    expect(
      await instancesMutations(graph, 'admin').refused('processInstanceTerminate', { instanceIds, reason: 'x' }),
    ).toEqual([['STEERED', 'input.instanceIds.0']]);
    expect((await list(origin, { caseId }))['entries'][0]).toMatchObject({
      assignee: 'Employee O200',
      state: 'ACCEPTED',
    });
    expect(await tasks.ok('oneStopTaskComplete', { taskId, result: 'Surveyed.' }, partner.as)).toMatchObject({
      ...{ status: 'DONE', result: 'Surveyed.' },
    });
    expect(await list(origin, { caseId })).toMatchObject({ total: 0 });
    expect(await has(partner)).toBe(there);
    expect(await tasks.refused('oneStopTaskComplete', { taskId, result: 'x' })).toEqual([
      ['INVALID_STATE', 'input.taskId'],
    ]);
  });

  test('WFL-74 has what the process of the order has to do, also for those who do not see the order', async () => {
    const offering = (await graph.query(`{ offering(code: "OF_PHONE") { id } }`)).data.offering.id;
    const { data } = await graph.query(
      `mutation ($input: OrderSubmitInput!) { orderSubmit(input: $input) { order { id orderNo } userErrors { code message path } } }`,
      { input: { customerId, items: [{ action: 'INSTALL', offeringId: offering }] } },
    );
    expect(data.orderSubmit.userErrors).toEqual([]);
    const { id: orderId, orderNo } = data.orderSubmit.order;
    const { id: caseId } = await open();
    expect(await cases.ok('oneStopCaseChange', { caseId, orderId })).toMatchObject({ orderNo });
    expect(
      await cases.refused('oneStopCaseOpen', {
        ...{ subject: 'Twice', scope: 'INTER_PROVINCE', customerId, orderId, organizationIds: [unit['HQ']] },
      }),
    ).toEqual([['DUPLICATE', 'input.orderId']]);
    await until(async () => (await list(partner, { orderNo }))['total'] > 0);
    const [entry] = (await list(partner, { orderNo }))['entries'] as List[];
    expect(entry).toMatchObject({
      ...{ kind: 'ORDER', stage: 'DELIVERY', level: 'LOCAL_NETWORK', coordination: null, task: null, region: '4401' },
      oneStopCase: { orderNo },
    });
    expect((await list(origin, { orderNo }))['entries'][0]).toMatchObject({
      id: entry!['id'],
      task: { id: entry!['id'] },
    });
    expect(await list(outsider, { orderNo })).toMatchObject({ total: 0 });
  });

  test('WFL-74 is followed: a watcher sees what is given, handed over and done, and nothing once the unit has left', async () => {
    const { id: caseId } = await open();
    const watch = await graph.subscribe<{ oneStopWork: { total: number; byLevel: { level: string }[] } }>(
      `subscription ($filter: OneStopListFilter) { oneStopWork(filter: $filter) { total byLevel { level } } }`,
      { filter: { caseId } },
      { as: partner.as },
    );
    const last = () => watch.messages.at(-1)?.data?.oneStopWork;
    await watch.until(1);
    expect(last()).toEqual({ total: 0, byLevel: [] });
    const { id: taskId } = await give(caseId, 'PROJECT', 'H4401');
    await until(() => last()?.total === 1);
    await tasks.ok('oneStopTaskHandOver', { taskId, organizationId: unit['HQ'], reason: 'Large.' });
    await until(() => last()?.byLevel[0]?.level === 'HEADQUARTERS');
    await cases.ok('oneStopUnitLeave', { caseId, organizationId: unit['H3201'] });
    await until(() => last()?.total === 0);
    await expect(list(partner, { caseId })).rejects.toThrow('NOT_FOUND');
    expect((await list(origin, { caseId }))['total']).toBe(1);
    await watch.close();
  });

  test('WFL-74 is for staff whose position is one-stop business, in the regions of that position, and the headquarters do nothing in place of the provinces', async () => {
    const { id: caseId } = await open({ organizationIds: [unit['H3201']] });
    const { id: taskId } = await give(caseId, 'PROJECT', 'H3201');
    const total = async (who: Hired) => (await list(who, {}))['total'] as number;
    const shown = async ({ as }: Hired) =>
      (await graph.query('query ($id: ID!) { oneStopCase(id: $id) { caseNo } }', { id: caseId }, { as })).data
        .oneStopCase;
    // Whoever has another position in the headquarters sees nothing, nor does a clerk of a unit that takes part.
    const legal = await hire(graph, 'O301', 'HQ', ['LEGAL_OFFICER']);
    const clerk = await hire(graph, 'O101', 'H4401', ['HALL_CLERK']);
    for (const other of [legal, clerk]) expect([await total(other), await shown(other)]).toEqual([0, null]);
    expect(await shown(headquarters)).not.toBeNull();
    // In the headquarters, for one province: what another does alone is not theirs.
    const south = await hire(graph, 'O302', 'HQ', ['GROUP_CUSTOMER_MANAGER']);
    const east = await hire(graph, 'O303', 'HQ', ['GROUP_CUSTOMER_MANAGER']);
    const serve = (who: Hired, code: string) =>
      graph.database.write(graph.database.systemContext('test'), async (tx) => {
        const employee = await tx.em.findOneOrFail(Employee, decodeId(who.id)!.uuid);
        const region = await tx.em.findOneOrFail(Region, { code });
        const validity = TimePeriod.since(new Date('2020-01-01T00:00:00Z'));
        tx.add(Object.assign(new EmployeeRegion(), { employee, region, validity }));
      });
    await serve(south, '44');
    await serve(east, '32');
    const { id: local } = await open({ scope: 'INTRA_PROVINCE', organizationIds: [unit['H4403']] });
    const sees = async (who: Hired, id: string) =>
      (await graph.query('query ($id: ID!) { oneStopCase(id: $id) { id } }', { id }, { as: who.as })).data
        .oneStopCase !== null;
    expect([await sees(south, caseId), await sees(east, caseId)]).toEqual([true, true]);
    expect([await sees(south, local), await sees(east, local)]).toEqual([true, false]);
    const before = await count('history_entry');
    const done = { taskId, result: 'x' };
    expect(await tasks.refused('oneStopTaskComplete', done, headquarters.as)).toEqual([
      ['OUT_OF_SCOPE', 'input.taskId'],
    ]);
    expect(await cases.refused('oneStopCaseChange', { caseId, place: 'x' }, headquarters.as)).toEqual([
      ['OUT_OF_SCOPE', 'input.caseId'],
    ]);
    expect(await count('history_entry')).toBe(before);
    await cases.ok('oneStopUnitJoin', { caseId, organizationId: unit['HQ'] });
    expect(await tasks.ok('oneStopTaskComplete', done, headquarters.as)).toMatchObject({ status: 'DONE' });
  });
});

describe('a one-stop case', () => {
  test('WFL-74 is opened over borders that its units keep, for a group customer, by a unit of the caller', async () => {
    const before = [await count('one_stop_case'), await count('one_stop_unit'), await count('history_entry')];
    const input = { subject: 's', scope: 'INTRA_PROVINCE', customerId, organizationIds: [unit['H3201']] };
    const refused = (more: object, as = origin.as) => cases.refused('oneStopCaseOpen', { ...input, ...more }, as);
    expect(await refused({})).toEqual([['SCOPE_TOO_NARROW', 'input.scope']]);
    expect(await refused({ organizationIds: [unit['H4401']] })).toEqual([['DUPLICATE', 'input.organizationIds.0']]);
    expect(await refused({ originId: unit['H3201'], organizationIds: [unit['HQ']] })).toEqual([
      ['OUT_OF_SCOPE', 'input.originId'],
    ]);
    expect(await refused({ scope: 'INTER_PROVINCE', organizationIds: [unit['HQ']] }, partner.as)).toEqual([
      ['NOT_FOUND', 'input.customerId'],
    ]);
    await graph.database.pool.query(`update "customer" set "customer_type" = 'PUBLIC' where "code" = 'GROUP1'`);
    expect(await refused({ organizationIds: [unit['HQ']] })).toEqual([['NOT_GROUP_CUSTOMER', 'input.customerId']]);
    await graph.database.pool.query(`update "customer" set "customer_type" = 'BIG' where "code" = 'GROUP1'`);
    expect([await count('one_stop_case'), await count('one_stop_unit'), await count('history_entry')]).toEqual(before);
    const made = await cases.ok('oneStopCaseOpen', { ...input, organizationIds: [unit['P44'], unit['HQ']] });
    expect(made['units']).toEqual({
      nodes: expect.arrayContaining([
        { level: 'LOCAL_NETWORK', organization: { code: 'H4401' } },
        { level: 'PROVINCE', organization: { code: 'P44' } },
        { level: 'HEADQUARTERS', organization: { code: 'HQ' } },
      ]),
    });
    expect(await cases.refused('oneStopUnitJoin', { caseId: made.id, organizationId: unit['H3201'] })).toEqual([
      ['SCOPE_TOO_NARROW', 'input.organizationId'],
    ]);
    await cases.ok('oneStopUnitJoin', { caseId: made.id, organizationId: unit['H4403'] });
    expect((await list(outsider, { caseId: made.id }))['total']).toBe(0);
    await give(made.id, 'PROJECT', 'H4403');
    expect((await list(outsider, { caseId: made.id }))['total']).toBe(1);
    expect(await cases.refused('oneStopUnitLeave', { caseId: made.id, organizationId: unit['H4403'] })).toEqual([
      ['OPEN_TASKS', 'input.organizationId'],
    ]);
    expect(await cases.refused('oneStopUnitLeave', { caseId: made.id, organizationId: unit['H4401'] })).toEqual([
      ['IS_ORIGIN', 'input.organizationId'],
    ]);
  });

  test('WFL-74 is led by the unit that accepted it and the headquarters, and ends with its tasks', async () => {
    const { id: caseId } = await open();
    const end = { caseId, done: false, reason: 'The bank changed its mind.' };
    expect(await cases.refused('oneStopCaseEnd', end, partner.as)).toEqual([['OUT_OF_SCOPE', 'input.caseId']]);
    await give(caseId, 'PROJECT', 'H3201');
    const has = (await workOf(partner)).length;
    expect(await cases.refused('oneStopCaseEnd', { caseId, done: true })).toEqual([['OPEN_TASKS', 'input.done']]);
    expect(await cases.refused('oneStopCaseEnd', { caseId, done: false })).toEqual([['REQUIRED', 'input.reason']]);
    expect(await cases.ok('oneStopCaseEnd', end, headquarters.as)).toMatchObject({ status: 'CANCELLED' });
    expect((await workOf(partner)).length).toBe(has - 1);
    expect(await list(origin, { caseId })).toMatchObject({ total: 0 });
    expect(
      await tasks.refused('oneStopTaskGive', {
        ...{ caseId, stage: 'PROJECT', name: 'x', organizationId: unit['HQ'] },
      }),
    ).toEqual([['INVALID_STATE', 'input.caseId']]);
  });
});

describe('a one-stop task to which no template applies', () => {
  type Process = { id: string; status: string; exceptionCode: string | null; template: { code: string } | null };
  const processOf = async (taskId: string): Promise<Process> =>
    (
      await graph.query(
        'query ($id: ID!) { oneStopTask(id: $id) { processInstance { id status exceptionCode template { code } } } }',
        { id: taskId },
      )
    ).data.oneStopTask.processInstance;
  const waiting = { status: 'ABNORMAL', exceptionCode: 'NO_TEMPLATE', template: null };
  const templateId = async (code: string) =>
    (await graph.query('query ($code: String!) { processTemplate(code: $code) { id } }', { code })).data.processTemplate
      .id;

  /** Gives tasks while no template is published for them. */
  async function withoutTemplate<T>(act: () => Promise<T>): Promise<T> {
    const until = (moment: string) => `update "process_template_version" "v" set "validity_to" = ${moment}
      from "process_template" "t" where "t"."id" = "v"."template_id" and "t"."code" = 'ONE_STOP_TASK'`;
    await graph.database.pool.query(until('now()'));
    try {
      return await act();
    } finally {
      await graph.database.pool.query(until('null'));
    }
  }

  test('WFL-35 WFL-39 WFL-74 waits for a dispatcher, who names one for such tasks; then the unit has it in its work list', async () => {
    const { id: caseId } = await open();
    const before = (await workOf(partner)).length;
    const { id: taskId } = await withoutTemplate(() => give(caseId, 'PRODUCTION', 'H3201'));
    const process = await processOf(taskId);
    expect(process).toMatchObject(waiting);
    expect((await workOf(partner)).length).toBe(before);
    // Whoever takes part sees that it is open.
    expect((await list(origin, { caseId }))['entries']).toMatchObject([{ state: 'PENDING', operator: 'H3201' }]);
    const dispatcher = instanceMutations(graph, 'admin');
    const name = async (code: string) => ({ instanceId: process.id, templateId: await templateId(code) });
    expect(await dispatcher.refused('processInstanceDispatch', await name('FAULT_HANDLING'))).toEqual([
      ['TEMPLATE_UNFIT', 'input.templateId'],
    ]);
    expect(await processOf(taskId)).toEqual(process);
    await dispatcher.ok('processInstanceDispatch', await name('ONE_STOP_TASK'));
    expect(await processOf(taskId)).toMatchObject({ status: 'RUNNING', exceptionCode: null });
    expect((await workOf(partner)).length).toBe(before + 1);
    await tasks.ok('oneStopTaskComplete', { taskId, result: 'Made.' }, partner.as);
    expect(await processOf(taskId)).toMatchObject({ status: 'COMPLETED', template: { code: 'ONE_STOP_TASK' } });
  });

  test('WFL-39 WFL-74 asks no dispatcher any more once it is done, handed over or given up', async () => {
    const { id: caseId } = await open();
    const [done, moved, dropped] = await withoutTemplate(async () => [
      await give(caseId, 'PRODUCTION', 'H3201'),
      await give(caseId, 'DELIVERY', 'H4401'),
      await give(caseId, 'PROJECT', 'HQ'),
    ]);
    const first = await processOf(moved!.id);
    await tasks.ok('oneStopTaskComplete', { taskId: done!.id, result: 'Made.' }, partner.as);
    await tasks.ok('oneStopTaskHandOver', { taskId: moved!.id, organizationId: unit['H3201'], reason: 'Theirs.' });
    await cases.ok('oneStopCaseEnd', { caseId, done: false, reason: 'The bank changed its mind.' }, headquarters.as);
    expect(await processOf(done!.id)).toMatchObject({ status: 'TERMINATED', template: null });
    expect(await processOf(dropped!.id)).toMatchObject({ status: 'TERMINATED', template: null });
    expect((await processOf(moved!.id)).id).not.toBe(first.id);
    const unhandled = `select count(*)::int "n" from "process_exception" "x" join "process_instance" "i" on "i"."id" = "x"."instance_id"
      where "i"."object_type" = 'OneStopTask' and "x"."handled_at" is null`;
    expect((await graph.database.pool.query(unhandled)).rows).toEqual([{ n: 0 }]);
  });
});
