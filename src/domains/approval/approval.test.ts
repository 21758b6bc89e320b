import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hire, type Hired } from '../../testing/staff.js';
import {
  approver,
  ask,
  graph,
  manager,
  ok,
  refused,
  rows,
  run,
  useCatalogueDesk,
  writeOffering,
} from '../../testing/catalogue-desk.js';
import {
  human,
  instanceMutations,
  line,
  openProcessDesk,
  type ProcessDesk,
  versionMutations,
} from '../../testing/processes.js';

useCatalogueDesk();

const SEEN = `id approvalNo kind status askedBy decidedBy remark title subjectType subject { id __typename } region { code }
  instance { status template { code } tasks(first: 9, orderBy: [{ field: ARRIVED_AT }]) { nodes { id step status operatorCode assignee { employeeNo } } } }`;

let desk: ProcessDesk;
let asker: Hired;
let decider: Hired;
let finance: Hired;
let clerk: Hired;
let third: Hired;

beforeAll(async () => {
  desk = await openProcessDesk(graph);
  asker = await hire(graph, 'A100', 'HQ', ['PRODUCT_SPECIALIST']);
  decider = await hire(graph, 'A200', 'HQ', ['PRODUCT_SPECIALIST']);
  finance = await hire(graph, 'A300', 'HQ', ['FINANCE_OFFICER']);
  clerk = await hire(graph, 'A400', 'HQ', ['HALL_CLERK']);
  third = await hire(graph, 'A500', 'HQ', ['PRODUCT_SPECIALIST']);
});

/** The approvals of an object, the newest last. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers have what the test asked for
async function approvalsOf(subjectId: string): Promise<any[]> {
  const query = `query ($id: String!) { approvals(first: 20, filter: { subjectId: { eq: $id } }, orderBy: [{ field: ASKED_AT }]) { nodes { ${SEEN} } } }`;
  return (await ask(query, { id: subjectId }, 'admin')).approvals.nodes;
}
const statusOf = async (offeringId: string): Promise<string> =>
  (await ask('query ($id: ID!) { offering(id: $id) { status } }', { id: offeringId }, 'admin')).offering.status;
const offered = async (code: string, as: Hired | undefined = asker): Promise<string> => {
  const payload = await writeOffering(code, {}, as.as);
  expect(payload.userErrors).toEqual([]);
  return payload['offering'].id;
};

describe('an approval', () => {
  it('WFL-28 WFL-34 starts the standard process with its object, and stands in the work list of those who decide', async () => {
    const offeringId = await offered('AP_STANDARD');
    const [approval, ...others] = await approvalsOf(offeringId);
    expect(others).toEqual([]);
    expect(approval).toMatchObject({
      ...{ kind: 'OFFERING', status: 'ASKED', askedBy: 'A100', decidedBy: null, title: 'AP_STANDARD AP_STANDARD' },
      ...{ subjectType: 'Offering', subject: { id: offeringId, __typename: 'Offering' }, region: { code: '86' } },
      instance: {
        template: { code: 'APPROVAL_CATALOGUE' },
        tasks: { nodes: [{ step: 'decide', status: 'DISPATCHED', operatorCode: 'PRODUCT_MANAGER' }] },
      },
    });
    const taskId = approval.instance.tasks.nodes[0].id;
    const list = async ({ as }: Hired) =>
      (await ask('{ processWorkList(first: 50) { tasks { id } } }', {}, as)).processWorkList.tasks;
    expect(await list(decider)).toContainEqual({ id: taskId });
    expect(await list(clerk)).not.toContainEqual({ id: taskId });
  });

  it('WFL-28 takes effect with the step that decides it, done in the work list', async () => {
    const offeringId = await offered('AP_TASK');
    const [{ instance }] = await approvalsOf(offeringId);
    const complete = { taskId: instance.tasks.nodes[0].id, outputs: { approved: true, remark: 'well done' } };
    expect(await refused('processTaskComplete', complete, asker.as)).toEqual(['OWN_WORK input.taskId']);
    expect(await refused('processTaskComplete', complete, clerk.as)).toEqual(['NOT_YOURS input.taskId']);
    const silent = { taskId: complete.taskId, outputs: { approved: false } };
    expect(await refused('processTaskComplete', silent, decider.as)).toEqual(['REQUIRED input.outputs.remark']);
    expect(await statusOf(offeringId)).toBe('PENDING_APPROVAL');
    expect((await approvalsOf(offeringId))[0].status).toBe('ASKED');
    await ok('processTaskComplete', 'task { status }', complete, decider.as);
    expect(await statusOf(offeringId)).toBe('APPROVED');
    const [approval] = await approvalsOf(offeringId);
    expect(approval).toMatchObject({
      ...{ status: 'APPROVED', decidedBy: 'A200', remark: 'well done' },
      instance: { status: 'COMPLETED', tasks: { nodes: [{ status: 'RETURNED', assignee: { employeeNo: 'A200' } }] } },
    });
    const [, step] = await rows(
      `select h.to_state, h.actor, h.reason, h.data from history_entry h join offering o on o.id = h.subject_id where o.code = 'AP_TASK' order by sequence`,
    );
    expect(step).toMatchObject({ to_state: 'APPROVED', actor: 'A200', reason: 'well done' });
    expect(step.data).toMatchObject({ approvalNo: approval.approvalNo });
  });

  it('WFL-28 is decided by nobody who asked for it, and by nobody whom the object does not admit', async () => {
    const offeringId = await offered('AP_FOUR_EYES');
    const [{ id: approvalId }] = await approvalsOf(offeringId);
    const before = await rows('select * from approval order by id');
    const decide = { approvalId, approved: true };
    expect(await refused('approvalDecide', decide, asker.as)).toEqual(['OWN_WORK input.approvalId']);
    expect(await refused('approvalDecide', { ...decide, approved: false }, decider.as)).toEqual([
      'REQUIRED input.remark',
    ]);
    const forbidden = `mutation ($input: ApprovalDecideInput!) { approvalDecide(input: $input) { userErrors { code } } }`;
    for (const { as } of [clerk, finance]) {
      const { errors } = await graph.query(forbidden, { input: decide }, { as });
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    const provincial = { sub: 'pm44', role: 'staff', region: '44' } as const;
    expect(await refused('approvalDecide', decide, provincial)).toEqual(['NOT_FOUND input.approvalId']);
    expect(await rows('select * from approval order by id')).toEqual(before);
    expect(await statusOf(offeringId)).toBe('PENDING_APPROVAL');
    await ok('approvalDecide', 'approval { id }', decide, decider.as);
    expect(await statusOf(offeringId)).toBe('APPROVED');
    expect(await refused('approvalDecide', decide, decider.as)).toEqual(['INVALID_TRANSITION input.approvalId']);
  });

  it('WFL-28 refused, gives the object back with the remark; the next round asks anew in the same name', async () => {
    const offeringId = await offered('AP_REFUSED');
    const decision = { offeringId, action: 'RETURN', reason: 'terms are missing' };
    await ok('offeringStatusChange', '__typename', decision, decider.as);
    await ok('offeringChange', '__typename', { offeringId, reason: 'terms', salesTerms: 'now with terms' }, asker.as);
    await ok('offeringStatusChange', '__typename', { offeringId, action: 'APPROVE' }, decider.as);
    expect(await approvalsOf(offeringId)).toMatchObject([
      { status: 'REJECTED', decidedBy: 'A200', remark: 'terms are missing' },
      { status: 'APPROVED', askedBy: 'A100', decidedBy: 'A200', remark: null },
    ]);
  });

  it('WFL-44 is taken back by who asked for it, and its process ends', async () => {
    const offeringId = await offered('AP_WITHDRAWN');
    const [{ id: approvalId }] = await approvalsOf(offeringId);
    expect(await refused('approvalWithdraw', { approvalId }, decider.as)).toEqual(['NOT_YOURS input.approvalId']);
    await ok('approvalWithdraw', '__typename', { approvalId, reason: 'not yet' }, asker.as);
    expect(await approvalsOf(offeringId)).toMatchObject([
      { status: 'WITHDRAWN', decidedBy: null, remark: 'not yet', instance: { status: 'TERMINATED' } },
    ]);
    expect(await refused('approvalWithdraw', { approvalId }, asker.as)).toEqual(['INVALID_TRANSITION']);
    expect(await statusOf(offeringId)).toBe('PENDING_APPROVAL');
  });

  it('WFL-44 a dispatcher who ends the process takes the request back', async () => {
    const offeringId = await offered('AP_BROKEN_OFF');
    const [row] = await rows(
      `select i.id from process_instance i join approval a on a.instance_id = i.id where a.title like 'AP_BROKEN_OFF%'`,
    );
    const { encodeId } = await import('../../kernel/model/index.js');
    const end = { instanceIds: [encodeId('wn', row.id)], reason: 'doubled' };
    const document = `mutation ($input: ProcessInstancesInput!) { processInstanceTerminate(input: $input) { userErrors { code } } }`;
    const { data, errors } = await graph.query(document, { input: end });
    expect([errors, data.processInstanceTerminate.userErrors]).toEqual([undefined, []]);
    expect(await approvalsOf(offeringId)).toMatchObject([{ status: 'WITHDRAWN', remark: 'doubled' }]);
  });

  it('WFL-28 is decided by its own process only: another about it, which somebody started by hand, decides nothing', async () => {
    const decides = { outputs: [{ name: 'approved', type: 'BOOLEAN', required: true }] };
    const step = human('answer', { ...decides, operator: { kind: 'POSITION', code: 'FINANCE_OFFICER' } });
    await desk.publish('BESIDE', line(step));
    const { id: templateId } = (await ask('{ processTemplate(code: "BESIDE") { id } }', {}, 'admin')).processTemplate;
    for (const approved of [true, false]) {
      const offeringId = await offered(`AP_BESIDE_${approved}`);
      const [{ id: objectId }] = await approvalsOf(offeringId);
      const tasks = 'instance { tasks(first: 1) { nodes { id } } }';
      const { instance } = await ok('processInstanceStart', tasks, { templateId, objectId }, finance.as);
      const complete = { taskId: instance.tasks.nodes[0].id, outputs: { approved }, reason: 'no' };
      await ok('processTaskComplete', 'task { status }', complete, finance.as);
      expect(await statusOf(offeringId)).toBe('PENDING_APPROVAL');
      expect(await approvalsOf(offeringId)).toMatchObject([
        { status: 'ASKED', decidedBy: null, remark: null, instance: { status: 'RUNNING' } },
      ]);
      await ok('offeringStatusChange', '__typename', { offeringId, action: 'APPROVE' }, decider.as);
      expect(await statusOf(offeringId)).toBe('APPROVED');
    }
  });

  it('WFL-28 of fifty decisions at once, by three ways, one has an effect', async () => {
    const offeringId = await offered('AP_RACED');
    const [{ id: approvalId, instance }] = await approvalsOf(offeringId);
    const taskId = instance.tasks.nodes[0].id;
    const ways = [
      () => run('approvalDecide', '__typename', { approvalId, approved: true }, decider.as),
      () => run('processTaskComplete', '__typename', { taskId, outputs: { approved: true } }, decider.as),
      () => run('offeringStatusChange', '__typename', { offeringId, action: 'APPROVE' }, approver),
    ];
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => ways[index % 3]!()));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const codes = new Set(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code)));
    expect([...codes].filter((code) => !['INVALID_TRANSITION', 'CONFLICT'].includes(code))).toEqual([]);
    expect(
      await rows(
        `select count(*)::int n from history_entry h join offering o on o.id = h.subject_id where o.code = 'AP_RACED' and h.to_state = 'APPROVED'`,
      ),
    ).toEqual([{ n: 1 }]);
    expect(await approvalsOf(offeringId)).toHaveLength(1);
  });
});

describe('a process of the operator’s own', () => {
  /** One who manages, then above a limit also finance. */
  const definition = () => {
    const decides = { outputs: [{ name: 'approved', type: 'BOOLEAN', required: true }] };
    const steps = [
      { code: 'start', kind: 'START' },
      human('manager', { ...decides, operator: { kind: 'ROLE', code: 'PRODUCT_MANAGER' } }),
      human('finance', { ...decides, operator: { kind: 'POSITION', code: 'FINANCE_OFFICER' } }),
      { code: 'end', kind: 'END' },
    ];
    const flows = [
      { from: 'start', to: 'manager' },
      { from: 'manager', to: 'finance', condition: 'approved and amount > 1000' },
      { from: 'manager', to: 'end', isDefault: true },
      { from: 'finance', to: 'end' },
    ];
    return { steps, flows, variables: [{ name: 'amount', type: 'NUMBER' }] };
  };
  let cheap: string;
  let dear: string;
  const price = async (code: string, amount: string): Promise<string> => {
    const input = { code, name: code, type: 'ONE_TIME', amount, currency: 'CNY' };
    return (await ok('tariffPlanCreate', 'tariffPlan { id }', input, asker.as))['tariffPlan'].id;
  };
  const planStatus = async (id: string) =>
    (await ask('query ($id: ID!) { tariffPlan(id: $id) { status } }', { id }, 'admin')).tariffPlan.status;

  beforeAll(async () => {
    await desk.publish('PRICE_APPROVAL', definition(), {
      ...{ objectType: 'Approval', applicability: 'kind = "TARIFF_PLAN"' },
    });
    // One for any object does not decide what must be approved.
    await desk.publish('ANYTHING', { ...definition(), flows: definition().flows }, { priority: 50 });
  });
  beforeEach(async () => {
    const number = (await rows('select count(*)::int n from tariff_plan'))[0].n as number;
    cheap = await price(`AP_CHEAP_${number}`, '999.99');
    dear = await price(`AP_DEAR_${number}`, '1000.01');
  });

  it('WFL-05 WFL-28 takes as many steps as its conditions ask for', async () => {
    const [first, second] = [(await approvalsOf(cheap))[0], (await approvalsOf(dear))[0]];
    expect([first, second].map(({ instance }) => instance.template.code)).toEqual(['PRICE_APPROVAL', 'PRICE_APPROVAL']);
    for (const { id: approvalId } of [first, second])
      await ok('approvalDecide', '__typename', { approvalId, approved: true }, decider.as);
    expect([await planStatus(cheap), await planStatus(dear)]).toEqual(['APPROVED', 'DRAFT']);
    const decide = { approvalId: second.id, approved: true };
    expect(await refused('approvalDecide', decide, decider.as)).toEqual(['NOT_YOURS input.approvalId']);
    await ok('approvalDecide', '__typename', decide, finance.as);
    expect(await planStatus(dear)).toBe('APPROVED');
    expect((await approvalsOf(dear))[0]).toMatchObject({ status: 'APPROVED', decidedBy: 'A300' });
  });

  it('WFL-28 is not published without a step that says what was decided', async () => {
    const v = versionMutations(graph, 'admin');
    const mute = { code: 'AP_MUTE', name: 'Mute', objectType: 'Approval', definition: line('look') };
    const { id: versionId } = await v.ok('processTemplateCreate', mute);
    const submit = { versionId, approverIds: [desk.approver.id] };
    expect(await v.refused('processVersionSubmit', submit)).toEqual([['NO_VERDICT', 'input.versionId.steps']]);
    expect(await rows(`select 1 from approval where title like 'AP_MUTE%'`)).toEqual([]);
  });

  it('WFL-28 is refused at the first step that refuses, with its remark', async () => {
    const [{ id: approvalId }] = await approvalsOf(dear);
    await ok('approvalDecide', '__typename', { approvalId, approved: false, remark: 'too dear' }, decider.as);
    expect(await planStatus(dear)).toBe('DRAFT');
    expect(await approvalsOf(dear)).toMatchObject([{ status: 'REJECTED', remark: 'too dear', decidedBy: 'A200' }]);
  });

  it('WFL-28 is not gone round by the mutation of the object', async () => {
    const input = { tariffPlanId: dear, action: 'APPROVE' };
    expect(await refused('tariffPlanStatusChange', input, manager)).toEqual(['NOT_YOURS input.tariffPlanId']);
    await ok('tariffPlanStatusChange', '__typename', input, decider.as);
    expect(await planStatus(dear)).toBe('DRAFT');
    expect(await refused('tariffPlanStatusChange', input, decider.as)).toEqual(['NOT_YOURS input.tariffPlanId']);
  });

  it('WFL-28 PRD-82 lets nobody decide at any of its steps who has written any of what is approved', async () => {
    const change = { tariffPlanId: dear, basis: 'notice 7' };
    await ok('tariffPlanChange', '__typename', change, decider.as);
    const before = await approvalsOf(dear);
    const decide = { approvalId: before[0].id, approved: true };
    expect(await refused('approvalDecide', decide, decider.as)).toEqual(['OWN_WORK']);
    expect(await refused('tariffPlanStatusChange', { tariffPlanId: dear, action: 'APPROVE' }, decider.as)).toEqual([
      'OWN_WORK',
    ]);
    expect(await approvalsOf(dear)).toEqual(before);
    await ok('approvalDecide', '__typename', decide, third.as);
    await ok('approvalDecide', '__typename', decide, finance.as);
    expect(await planStatus(dear)).toBe('APPROVED');
  });

  it('WFL-28 PRD-82 asks for a price anew that is changed between its steps, and that stays a draft until the last one', async () => {
    const [first] = await approvalsOf(dear);
    await ok('approvalDecide', '__typename', { approvalId: first.id, approved: true }, decider.as);
    expect(await planStatus(dear)).toBe('DRAFT');
    await ok('tariffPlanChange', '__typename', { tariffPlanId: dear, name: 'Dearer' }, asker.as);
    const [, second] = await approvalsOf(dear);
    expect(await approvalsOf(dear)).toMatchObject([
      { status: 'WITHDRAWN', instance: { status: 'TERMINATED' } },
      { status: 'ASKED', decidedBy: null, askedBy: 'A100', instance: { tasks: { nodes: [{ step: 'manager' }] } } },
    ]);
    const decide = { approvalId: second.id, approved: true };
    expect(await refused('approvalDecide', { ...decide, approvalId: first.id }, finance.as)).toEqual([
      'INVALID_TRANSITION input.approvalId',
    ]);
    expect(await refused('approvalDecide', decide, finance.as)).toEqual(['NOT_YOURS input.approvalId']);
    // Before anybody has decided, a change of what is asked for changes nothing about who is asked.
    await ok('tariffPlanChange', '__typename', { tariffPlanId: dear, name: 'Dearest' }, asker.as);
    expect(await approvalsOf(dear)).toHaveLength(2);
    await ok('approvalDecide', '__typename', decide, decider.as);
    await ok('approvalDecide', '__typename', decide, finance.as);
    expect(await planStatus(dear)).toBe('APPROVED');
  });

  it('WFL-28 PRD-82 approves at no later step what was changed since the first, as a rule of the price', async () => {
    const values = { name: 'Fee', type: 'ONE_TIME', currency: 'CNY' };
    const written = await ok(
      'tariffRuleSave',
      'tariffRule { id }',
      { ...values, code: `AP_RULE_${dear.slice(-6)}`, value: '10' },
      asker.as,
    );
    const tariffRuleId = written['tariffRule'].id;
    await ok('tariffPlanCompose', '__typename', { tariffPlanId: dear, members: [{ tariffRuleId }] }, asker.as);
    const [{ id: approvalId }, ...others] = await approvalsOf(dear);
    expect(others).toEqual([]);
    await ok('approvalDecide', '__typename', { approvalId, approved: true }, decider.as);
    await ok('tariffRuleSave', '__typename', { tariffRuleId, value: '1000' }, asker.as);
    const before = await approvalsOf(dear);
    expect(await refused('approvalDecide', { approvalId, approved: true }, finance.as)).toEqual(['VERSION_CONFLICT']);
    expect([await planStatus(dear), await approvalsOf(dear)]).toEqual(['DRAFT', before]);
    await ok('approvalDecide', '__typename', { approvalId, approved: false, remark: 'look again' }, finance.as);
    // Asked for anew by whoever takes it up, it is looked at from the first step on.
    await ok('tariffPlanStatusChange', '__typename', { tariffPlanId: dear, action: 'APPROVE' }, decider.as);
    const again = (await approvalsOf(dear)).at(-1);
    await ok('approvalDecide', '__typename', { approvalId: again.id, approved: true }, finance.as);
    expect(await planStatus(dear)).toBe('APPROVED');
  });
});

it('WFL-35 WFL-39 an approval to which no template applies waits for a dispatcher, and is decided by the one that is named', async () => {
  const until = (moment: string) => `update "process_template_version" "v" set "validity_to" = ${moment}
    from "process_template" "t" where "t"."id" = "v"."template_id" and "t"."object_type" = 'Approval' and "v"."status" = 'PUBLISHED'`;
  await graph.database.pool.query(until('now()'));
  const offeringId = await offered('AP_UNTEMPLATED');
  await graph.database.pool.query(until('null'));
  const waiting = await approvalsOf(offeringId);
  expect(waiting).toMatchObject([{ status: 'ASKED', instance: { status: 'ABNORMAL', template: null } }]);
  const approve = { offeringId, action: 'APPROVE' };
  expect(await refused('offeringStatusChange', approve, decider.as)).toEqual(['INVALID_STATE input.offeringId']);
  const { approvals } = await ask(
    'query ($id: String!) { approvals(first: 1, filter: { subjectId: { eq: $id } }) { nodes { instance { id } } } }',
    { id: offeringId },
    'admin',
  );
  const instanceId = approvals.nodes[0].instance.id;
  const template = async (code: string) => ({
    instanceId,
    templateId: (await ask('query ($code: String!) { processTemplate(code: $code) { id } }', { code }, 'admin'))
      .processTemplate.id,
  });
  await desk.publish('AP_SILENT', line('look'));
  const dispatcher = instanceMutations(graph, 'admin');
  expect(await dispatcher.refused('processInstanceDispatch', await template('AP_SILENT'))).toEqual([
    ['NO_VERDICT', 'input.templateId'],
  ]);
  expect([await statusOf(offeringId), await approvalsOf(offeringId)]).toEqual(['PENDING_APPROVAL', waiting]);
  await dispatcher.ok('processInstanceDispatch', await template('APPROVAL_CATALOGUE'));
  await ok('offeringStatusChange', '__typename', approve, decider.as);
  expect(await statusOf(offeringId)).toBe('APPROVED');
  expect(await approvalsOf(offeringId)).toMatchObject([{ status: 'APPROVED', instance: { status: 'COMPLETED' } }]);
});

it('WFL-28 each approver of a process template decides by a task of their own; the first who gives it back ends the round', async () => {
  const v = versionMutations(graph, 'admin');
  const made = await v.ok('processTemplateCreate', { code: 'AP_TEMPLATE', name: 'T', definition: line('work') });
  const versionId = made.id;
  const submit = () => v.ok('processVersionSubmit', { versionId, approverIds: [desk.approver.id, desk.second.id] });
  const openTasks = async ({ as }: Hired): Promise<string[]> =>
    (
      await ask('{ processWorkList(first: 50) { tasks { id instance { template { code } } } } }', {}, as)
    ).processWorkList.tasks
      .filter(
        ({ instance }: { instance: { template: { code: string } } }) => instance.template.code === 'APPROVAL_PROCESS',
      )
      .map(({ id }: { id: string }) => id);
  await submit();
  const [first] = await openTasks(desk.approver);
  expect(await openTasks(desk.second)).toHaveLength(1);
  const complete = (taskId: string | undefined, outputs: object, as: Hired) =>
    run('processTaskComplete', '__typename', { taskId, outputs }, as.as);
  expect((await complete(first, { approved: true }, desk.second)).userErrors).toMatchObject([{ code: 'NOT_YOURS' }]);
  await complete(first, { approved: false, remark: 'shorter' }, desk.approver);
  const stateOf = async () =>
    (
      await ask(
        `query ($id: ID!) { processTemplateVersion(id: $id) { status approvals(first: 9, orderBy: [{ field: REQUESTED_AT }]) { nodes { result suggestion } } } }`,
        { id: versionId },
        'admin',
      )
    ).processTemplateVersion;
  const round = await stateOf();
  expect(round.status).toBe('REJECTED');
  expect(round.approvals.nodes).toEqual(
    expect.arrayContaining([
      { result: 'REJECTED', suggestion: 'shorter' },
      { result: 'WITHDRAWN', suggestion: null },
    ]),
  );
  expect(await openTasks(desk.second)).toEqual([]);
  await v.ok('processVersionRedraft', { versionId });
  await submit();
  await complete((await openTasks(desk.second))[0], { approved: true }, desk.second);
  expect((await stateOf()).status).toBe('PENDING_APPROVAL');
  await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
  expect((await stateOf()).status).toBe('APPROVED');
});

it('WFL-28 who has submitted a process template takes it back: its approvals end, it is a draft, and may be submitted again', async () => {
  const as = desk.designer.as;
  const v = versionMutations(graph, 'admin');
  const { id: versionId } = await v.ok(
    'processTemplateCreate',
    { code: 'AP_BACK', name: 'T', definition: line('work') },
    as,
  );
  const asked = { versionId, approverIds: [desk.approver.id, desk.second.id] };
  const SEEN =
    'query ($id: ID!) { processTemplateVersion(id: $id) { status revision approvals(first: 9) { nodes { result } } } }';
  const seen = async () => (await ask(SEEN, { id: versionId }, 'admin')).processTemplateVersion;
  expect(await v.refused('processVersionWithdraw', { versionId }, as)).toEqual([['INVALID_STATE', 'input.versionId']]);
  await v.ok('processVersionSubmit', asked, as);
  const before = await seen();
  expect(await v.refused('processVersionWithdraw', { versionId }, desk.approver.as)).toEqual([
    ['NOT_YOURS', 'input.versionId'],
  ]);
  expect(await seen()).toEqual(before);
  await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
  expect(await v.ok('processVersionWithdraw', { versionId, reason: 'a fault' }, as)).toMatchObject({ status: 'DRAFT' });
  const list = await ask('{ processWorkList { tasks { instance { subject } } } }', {}, desk.second.as);
  expect(JSON.stringify(list)).not.toContain('AP_BACK');
  const { approvals } = await seen();
  expect(approvals.nodes.map(({ result }: { result: string }) => result).sort()).toEqual(['PASSED', 'WITHDRAWN']);
  expect(await v.refused('processVersionDecide', { versionId, approved: true }, desk.second.as)).toEqual([
    ['INVALID_STATE', 'input.versionId'],
  ]);
  await v.ok('processVersionEdit', { versionId, definition: line('other') }, as);
  // All are asked anew.
  await v.ok('processVersionSubmit', asked, as);
  await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
  expect(await v.ok('processVersionDecide', { versionId, approved: true }, desk.second.as)).toMatchObject({
    status: 'APPROVED',
  });
});
