import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { human, line, openProcessDesk, type ProcessDesk, versionMutations } from '../../testing/processes.js';
import { hire } from '../../testing/staff.js';
import { Employee, EmployeeStatus } from '../organisation/index.js';
import { until } from '../../testing/until.js';

let graph: TestGraph;
let desk: ProcessDesk;
let v: ReturnType<typeof versionMutations>;
beforeAll(async () => {
  graph = await startTestGraph();
  desk = await openProcessDesk(graph);
  v = versionMutations(graph, 'admin');
});
afterAll(() => graph?.close());

const count = async (table: string) =>
  Number((await graph.database.pool.query(`select count(*) as n from "${table}"`)).rows[0].n);

async function findings(definition: object): Promise<[string, string][]> {
  const { id } = await v.ok('processTemplateCreate', {
    code: `F${Math.random().toString(36).slice(2, 9)}`,
    name: 'faulty',
  });
  const { data } = await graph.query(
    `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { userErrors { code } findings { code path blocks } } }`,
    { input: { versionId: id, definition } },
  );
  expect(data.processVersionEdit.userErrors).toEqual([]);
  return data.processVersionEdit.findings.map(({ code, path }: { code: string; path: string[] }) => [
    code,
    path.join('.'),
  ]);
}

describe('what a version says', () => {
  test('WFL-01 WFL-02 WFL-09 WFL-11 WFL-12 keeps steps, flows, values and limits as rows that can be queried', async () => {
    const definition = {
      ...line(
        human('accept', {
          module: 'ordering',
          inputs: [{ name: 'amount', type: 'NUMBER' }],
          outputs: [{ name: 'passed', type: 'BOOLEAN', required: true, description: 'Whether it passed.' }],
          timeLimits: [{ grade: 'DIAMOND', minutes: 30, warnMinutes: 10 }, { minutes: 60 }],
        }),
        { ...human('visit'), module: 'contact' } as never,
      ),
      variables: [{ name: 'amount', type: 'NUMBER', description: 'Yuan' }],
      timeLimits: [{ minutes: 600, workingTime: true }],
    };
    const made = await v.ok('processTemplateCreate', { code: 'ROWS', name: 'Rows', objectType: 'Order', definition });
    expect(made).toMatchObject({ number: 1, status: 'DRAFT', createdBy: 'tester' });
    const { data } = await graph.query(
      `query ($id: ID!) { processTemplateVersion(id: $id) {
        steps(first: 9, orderBy: [{ field: PLACE }]) { nodes { code kind module operatorCode } }
        flows(first: 9) { totalCount } parameters(first: 9) { nodes { step use name type required description } }
        timeLimits(first: 9) { nodes { step grade minutes warnMinutes workingTime } } } }`,
      { id: made.id },
    );
    const { steps, flows, parameters, timeLimits } = data.processTemplateVersion;
    expect(steps.nodes).toEqual([
      { code: 'start', kind: 'START', module: null, operatorCode: null },
      { code: 'accept', kind: 'HUMAN', module: 'ordering', operatorCode: 'HALL_CLERK' },
      { code: 'visit', kind: 'HUMAN', module: 'contact', operatorCode: 'HALL_CLERK' },
      { code: 'end', kind: 'END', module: null, operatorCode: null },
    ]);
    expect(flows.totalCount).toBe(3);
    expect(parameters.nodes).toHaveLength(3);
    expect(parameters.nodes).toContainEqual({
      ...{ step: 'accept', use: 'OUTPUT', name: 'passed', type: 'BOOLEAN', required: true },
      description: 'Whether it passed.',
    });
    expect(timeLimits.nodes).toContainEqual({
      step: 'accept',
      grade: 'DIAMOND',
      minutes: 30,
      warnMinutes: 10,
      workingTime: false,
    });
    expect(timeLimits.nodes).toContainEqual({
      step: null,
      grade: null,
      minutes: 600,
      warnMinutes: null,
      workingTime: true,
    });
  });

  test('WFL-02 WFL-04 WFL-14 WFL-15 tells every fault with its code and place', async () => {
    const gap = line('a', 'b');
    expect(await findings(line('a'))).toEqual([]);
    expect(await findings({ steps: [], flows: [] })).toEqual([['NO_STEPS', 'steps']]);
    expect(await findings({ steps: gap.steps, flows: gap.flows.slice(1) })).toEqual(
      expect.arrayContaining([
        ['UNREACHABLE', 'steps.1'],
        ['NEVER_ENDS', 'steps.0'],
      ]),
    );
    expect(await findings(line({ code: 'a', kind: 'HUMAN' }))).toEqual([['NO_OPERATOR', 'steps.1.operator']]);
    expect(await findings(line(human('a', { operator: { kind: 'POSITION', code: 'NOBODY' } })))).toEqual([
      ['OPERATOR_UNKNOWN', 'steps.1.operator'],
    ]);
    expect(await findings(line({ code: 'a', kind: 'AUTOMATIC', handler: 'no.such' } as never))).toEqual([
      ['HANDLER_UNKNOWN', 'steps.1.handler'],
    ]);
    const timeLimits = [{ minutes: 60 }];
    const move = { code: 'M', level: 'MAJOR', action: 'MOVE' };
    const alarms = [
      move,
      { ...move, code: 'N', to: 'start' },
      { ...move, code: 'O', to: 'a' },
      { ...move, code: 'P', to: 'end' },
    ];
    const told = { code: 'Q', level: 'MINOR', to: 'end' };
    expect(
      await findings({ ...line(human('a', { timeLimits, alarms: [...alarms, told] })), timeLimits, alarms: [move] }),
    ).toEqual([
      ['ALARM_INVALID', 'alarms.0.action'],
      ['ALARM_INVALID', 'steps.1.alarms.0.to'],
      ['ALARM_INVALID', 'steps.1.alarms.1.to'],
      ['ALARM_INVALID', 'steps.1.alarms.2.to'],
      ['ALARM_INVALID', 'steps.1.alarms.4.to'],
    ]);
    const { steps: rescue, flows: ways } = line(human('a', { timeLimits, alarms: [{ ...move, to: 'b' }] }));
    // What only a limit that passes leads to is reached too.
    expect(await findings({ steps: [...rescue, human('b')], flows: [...ways, { from: 'b', to: 'end' }] })).toEqual([]);
    const self = await v.ok('processTemplateCreate', { code: 'SELF', name: 'self' });
    const call = line({ code: 'a', kind: 'SUBPROCESS', subprocess: { template: 'SELF' } } as never);
    const { data } = await graph.query(
      `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { findings { code path } } }`,
      { input: { versionId: self.id, definition: call } },
    );
    expect(data.processVersionEdit.findings).toEqual([{ code: 'RECURSION', path: ['steps', '1', 'subprocess'] }]);
    // A draft only, as yet: told, and no fault of a draft.
    expect(await findings(call)).toEqual([['SUBPROCESS_UNPUBLISHED', 'steps.1.subprocess']]);

    const choice = line('a', 'b');
    choice.flows.push({ from: 'a', to: 'end', condition: 'amount > "much"' } as never);
    expect(await findings(choice)).toEqual([
      ['NO_DEFAULT', 'steps.1'],
      ['RULE_UNKNOWN_NAME', 'flows.3.condition'],
    ]);
    const joined = {
      steps: line(human('a', { join: 'ALL' }), 'b').steps,
      flows: [...line('a', 'b').flows, { from: 'b', to: 'a', isDefault: true }],
    };
    expect((await findings(joined)).map(([code]) => code)).toEqual(
      ['NO_DEFAULT', 'JOIN_UNSOUND'].filter((code) => code === 'JOIN_UNSOUND'),
    );
    expect(
      await findings({ ...line(human('a', { timeLimits: [{ minutes: 90 }] })), timeLimits: [{ minutes: 60 }] }),
    ).toEqual([['LIMIT_EXCEEDED', 'timeLimits.0']]);
  });

  test('WFL-03 copies any version of any template and keeps where it came from', async () => {
    const first = await v.ok('processTemplateCreate', {
      code: 'ORIGIN',
      name: 'Origin',
      definition: line('a', 'b'),
      priority: 7,
    });
    const copy = await v.ok('processTemplateCreate', { code: 'COPY', name: 'Copy', copyOfId: first.id });
    expect(copy).toMatchObject({
      ...{ number: 1, status: 'DRAFT', basedOn: { id: first.id } },
      template: { code: 'COPY', priority: 7, origin: { code: 'ORIGIN' } },
      steps: { nodes: [{ code: 'start' }, { code: 'a' }, { code: 'b' }, { code: 'end' }] },
    });
    const templateId = (copy.template as unknown as { id: string }).id;
    expect(await v.ok('processVersionCreate', { templateId, changeReason: 'faster' })).toMatchObject({
      ...{ number: 2, basedOn: { number: 1 }, changeReason: 'faster', flows: { totalCount: 3 } },
    });
    const before = await count('process_template');
    expect(await v.refused('processTemplateCreate', { code: 'COPY', name: 'again' })).toEqual([
      ['CODE_TAKEN', 'input.code'],
    ]);
    expect(await count('process_template')).toBe(before);
  });

  test('WFL-05 WFL-06 WFL-07 refuses an applicability that cannot be read, with the place in the text', async () => {
    const { id } = await v.ok('processTemplateCreate', { code: 'APPLIES', name: 'Applies' });
    const edit = (applicability: string) => v.run('processVersionEdit', { versionId: id, applicability });
    expect((await edit('customerTyp = "BIG"')).userErrors).toMatchObject([
      { code: 'RULE_UNKNOWN_NAME', path: ['input', 'applicability'], details: { from: 0, to: 11 } },
    ]);
    expect(
      (await edit('customerType = "BIG" and list contains(["44", "51"], region) and amount > 10')).node,
    ).toMatchObject({
      ...{ specificity: 3, revision: 1 },
    });
  });

  test('WFL-23 keeps who changed what of a draft, and refuses an edit of what was edited since', async () => {
    const { id } = await v.ok('processTemplateCreate', { code: 'HISTORY', name: 'History', definition: line('a') });
    await v.ok('processVersionEdit', {
      versionId: id,
      revision: 0,
      definition: line('a', 'b'),
      changeReason: 'longer',
    });
    expect(await v.refused('processVersionEdit', { versionId: id, revision: 0, definition: line('c') })).toEqual([
      ['VERSION_CONFLICT', 'input.revision'],
    ]);
    const { data } = await graph.query(
      `query ($id: ID!) { processTemplateVersion(id: $id) { history(first: 9) { nodes { type actor reason data } } } }`,
      { id },
    );
    const edited = data.processTemplateVersion.history.nodes.at(-1);
    expect(edited).toMatchObject({ type: 'process-version.edited', actor: 'tester', reason: 'longer' });
    expect(edited.data.before.steps).toHaveLength(3);
    expect(edited.data.after.steps).toHaveLength(4);
  });
});

describe('from draft to publication', () => {
  test('WFL-28 WFL-29 WFL-30 WFL-31 needs all approvers, none of them the author, and publishes only what was approved', async () => {
    const { designer, approver, second } = desk;
    const made = await v.ok('processTemplateCreate', { code: 'APPROVED', name: 'Approved', definition: line('a') });
    const versionId = made.id;
    expect(await v.refused('processVersionPublish', { versionId })).toEqual([['NOT_APPROVED', 'input.versionId']]);
    const submit = {
      versionId,
      approverIds: [approver.id, second.id],
      attachments: ['picture.svg'],
      dueAt: '2030-01-01T00:00:00Z',
    };
    expect(await v.ok('processVersionSubmit', submit)).toMatchObject({
      status: 'PENDING_APPROVAL',
      submittedBy: 'tester',
    });
    expect(await v.refused('processVersionDecide', { versionId, approved: true })).toEqual([
      ['OWN_WORK', 'input.versionId'],
    ]);
    const decide = (input: object, as: typeof designer.as) =>
      v.run('processVersionDecide', { versionId, ...input }, as);
    expect((await decide({ approved: false }, approver.as)).userErrors[0]).toMatchObject({ code: 'REQUIRED' });
    expect((await decide({ approved: true }, designer.as)).userErrors[0]).toMatchObject({ code: 'NOT_ASKED' });
    expect((await decide({ approved: true }, approver.as)).node).toMatchObject({ status: 'PENDING_APPROVAL' });
    expect((await decide({ approved: true }, approver.as)).userErrors[0]).toMatchObject({ code: 'NOT_ASKED' });
    expect(await v.refused('processVersionEdit', { versionId, definition: line('x') })).toEqual([
      ['INVALID_STATE', 'input.versionId'],
    ]);
    expect((await decide({ approved: true, suggestion: 'fine' }, second.as)).node).toMatchObject({
      status: 'APPROVED',
    });
    expect(await v.ok('processVersionPublish', { versionId })).toMatchObject({
      status: 'PUBLISHED',
      publishedBy: 'tester',
      publishedAt: expect.any(String),
    });
    const { data } = await graph.query(
      `query ($id: ID!) { processTemplateVersion(id: $id) { approvals(first: 9) { nodes { approver { employeeNo } requestedBy attachments result suggestion decidedAt dueAt } } } }`,
      { id: versionId },
    );
    expect(data.processTemplateVersion.approvals.nodes).toMatchObject([
      { approver: { employeeNo: 'P200' }, requestedBy: 'tester', attachments: ['picture.svg'], result: 'PASSED' },
      { approver: { employeeNo: 'P300' }, result: 'PASSED', suggestion: 'fine', decidedAt: expect.any(String) },
    ]);
  });

  test('WFL-29 documents go along with a version: who is asked may read them, others not', async () => {
    const { designer, approver } = desk;
    const other = await hire(graph, 'P780', 'H4403', ['PROCESS_DESIGNER']);
    const clerk = await hire(graph, 'P778', 'H4403', ['HALL_CLERK']);
    const upload = async () =>
      (
        await graph.query(
          'mutation ($input: DocumentUploadInput!) { documentUpload(input: $input) { document { id } userErrors { code } } }',
          {
            input: {
              name: 'why.txt',
              mediaType: 'text/plain',
              contentBase64: Buffer.from('Because.').toString('base64'),
            },
          },
          { as: designer.as },
        )
      ).data.documentUpload.document.id as string;
    const documentId = await upload();
    const far = await hire(graph, 'P779', 'H4403', ['PROCESS_MANAGER']);
    const reads = async (as: typeof designer.as) =>
      Boolean(
        (await graph.query('query ($id: ID!) { document(id: $id) { id } }', { id: documentId }, { as })).data.document,
      );
    const { id: versionId } = await v.ok('processTemplateCreate', {
      code: 'WITH',
      name: 'With',
      regionId: (await graph.query('{ region(code: "4401") { id } }')).data.region.id,
      definition: line('a'),
    });
    const submit = { versionId, approverIds: [approver.id, far.id] };
    const before = await count('process_approval');
    expect(
      await v.refused('processVersionSubmit', { ...submit, documentIds: [documentId, documentId] }, designer.as),
    ).toEqual([['DUPLICATE', 'input.documentIds.1']]);
    const own = { code: 'OTHERS', name: 'Others', definition: line('a') };
    const { id: theirs } = await v.ok('processTemplateCreate', own, other.as);
    const foreign = { ...submit, versionId: theirs, documentIds: [documentId] };
    expect(await v.refused('processVersionSubmit', foreign, other.as)).toEqual([['NOT_FOUND', 'input.documentIds.0']]);
    expect(await count('process_approval')).toBe(before);
    expect(await reads(far.as)).toBe(false);
    await v.ok('processVersionSubmit', { ...submit, documentIds: [documentId] }, designer.as);
    expect([await reads(far.as), await reads(clerk.as)]).toEqual([true, false]);
    const { data } = await graph.query(
      `query ($id: ID!) { processTemplateVersion(id: $id) { approvals(first: 9) { nodes { approver { employeeNo } files(first: 9) { nodes { document { name } } } } } } }`,
      { id: versionId },
      { as: far.as },
    );
    expect(data.processTemplateVersion.approvals.nodes).toContainEqual({
      approver: { employeeNo: 'P779' },
      files: { nodes: [{ document: { name: 'why.txt' } }] },
    });
  });

  test('WFL-28 goes back to the draft when one approver gives it back, with what should be changed', async () => {
    const { id: versionId } = await v.ok('processTemplateCreate', {
      code: 'BACK',
      name: 'Back',
      definition: line('a'),
    });
    await v.ok('processVersionSubmit', { versionId, approverIds: [desk.approver.id, desk.second.id] });
    const rejected = await v.run(
      'processVersionDecide',
      { versionId, approved: false, suggestion: 'shorter' },
      desk.second.as,
    );
    expect(rejected.node).toMatchObject({ status: 'REJECTED' });
    expect(
      (await v.run('processVersionDecide', { versionId, approved: true }, desk.approver.as)).userErrors[0],
    ).toMatchObject({
      code: 'INVALID_STATE',
    });
    expect(await v.ok('processVersionRedraft', { versionId })).toMatchObject({ status: 'DRAFT' });
    expect(await v.ok('processVersionEdit', { versionId, definition: line('b') })).toMatchObject({ revision: 2 });
  });

  test('WFL-27 lets no faulty draft into test or approval and writes nothing', async () => {
    const { id: versionId } = await v.ok('processTemplateCreate', {
      code: 'FAULTY',
      name: 'Faulty',
      definition: line({ code: 'a', kind: 'HUMAN' }),
    });
    const fault = [['NO_OPERATOR', 'input.versionId.steps.1.operator']];
    expect(await v.refused('processVersionTest', { versionId })).toEqual(fault);
    expect(await v.refused('processVersionSubmit', { versionId, approverIds: [desk.approver.id] })).toEqual(fault);
    expect(await v.ok('processVersionEdit', { versionId, definition: line('a') })).toMatchObject({
      status: 'DRAFT',
      submittedBy: null,
    });
    expect(await v.ok('processVersionTest', { versionId })).toMatchObject({ status: 'TESTING' });
  });

  test('WFL-08 tells at publication what applies to the same objects, and WFL-25 WFL-26 ends by hand or with its validity', async () => {
    const one = { objectType: 'ContactEvent', applicability: 'customerType = "BIG"' };
    await desk.publish('OVERLAP-1', line('a'), one);
    const made = await v.ok('processTemplateCreate', {
      code: 'OVERLAP-2',
      name: 'Overlap',
      definition: line('a'),
      objectType: 'ContactEvent',
    });
    const versionId = made.id;
    await v.ok('processVersionEdit', {
      versionId,
      applicability: one.applicability,
      validTo: new Date(Date.now() + 1500).toISOString(),
    });
    await v.ok('processVersionSubmit', { versionId, approverIds: [desk.approver.id] });
    await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
    const { data } = await graph.query(
      `mutation ($input: ProcessVersionStepInput!) { processVersionPublish(input: $input) { overlaps { code number certain } version { status } userErrors { code } } }`,
      { input: { versionId } },
    );
    expect(data.processVersionPublish).toEqual({
      overlaps: [{ code: 'OVERLAP-1', number: 1, certain: true }],
      version: { status: 'PUBLISHED' },
      userErrors: [],
    });
    expect(await v.refused('processVersionInvalidate', { versionId })).toEqual([['REQUIRED', 'input.reason']]);

    const { expireVersions } = await import('./publish.service.js');
    const status = async () =>
      (await graph.query('query ($id: ID!) { processTemplateVersion(id: $id) { status } }', { id: versionId })).data
        .processTemplateVersion.status;
    await until(async () => {
      await expireVersions.run({}, graph.database.systemContext('test'), {
        id: '1',
        attempt: 1,
        signal: new AbortController().signal,
      });
      return (await status()) === 'INVALID';
    });
    expect(await v.refused('processVersionInvalidate', { versionId, reason: 'again' })).toEqual([
      ['INVALID_TRANSITION', ''],
    ]);
  });

  test('WFL-15 tells which published versions refer to people who have left, and to none else', async () => {
    const { id } = await hire(graph, 'P777', 'H4401', ['HALL_CLERK']);
    const { as } = desk.approver;
    await desk.publish('LEFT', line(human('a'), human('b', { operator: { kind: 'EMPLOYEE', code: 'P777' } })));
    const broken = async () => {
      const { data } = await graph.query(
        '{ processBrokenReferences { template number findings { code path blocks } } }',
        {},
        { as },
      );
      return (data.processBrokenReferences as { template: string }[]).filter(({ template }) => template === 'LEFT');
    };
    expect(await broken()).toEqual([]);
    await graph.database.write(graph.database.systemContext('test'), async (tx) => {
      const employee = await tx.get(Employee, id, []);
      employee.status = EmployeeStatus.INVALID;
    });
    expect(await broken()).toEqual([
      {
        ...{ template: 'LEFT', number: 1 },
        findings: [{ code: 'OPERATOR_UNKNOWN', path: ['steps', '2', 'operator'], blocks: true }],
      },
    ]);
    const denied = await graph.query(
      '{ processBrokenReferences { template } }',
      {},
      { as: { sub: 'x', role: 'partner' } },
    );
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('WFL-23 a new version takes the place of the published one', async () => {
    const first = await desk.publish('SUCCESSION', line('a'));
    const { data } = await graph.query('query ($id: ID!) { processTemplateVersion(id: $id) { template { id } } }', {
      id: first,
    });
    const { id: versionId } = await v.ok('processVersionCreate', {
      templateId: data.processTemplateVersion.template.id,
    });
    await v.ok('processVersionSubmit', { versionId, approverIds: [desk.approver.id] });
    await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
    expect(await v.ok('processVersionPublish', { versionId })).toMatchObject({ number: 2, status: 'PUBLISHED' });
    const old = await graph.query('query ($id: ID!) { processTemplateVersion(id: $id) { status } }', { id: first });
    expect(old.data.processTemplateVersion.status).toBe('INVALID');
  });

  test('WFL-24 a version for a limited time passes over planned ones, and those of before go on behind it', async () => {
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
    const first = await desk.publish('STAND-IN', line('a'));
    const { data } = await graph.query('query ($id: ID!) { processTemplateVersion(id: $id) { template { id } } }', {
      id: first,
    });
    const templateId = data.processTemplateVersion.template.id;
    const publish = async (validity: object): Promise<[string, string[]]> => {
      const { id: versionId } = await v.ok('processVersionCreate', { templateId });
      await v.ok('processVersionEdit', { versionId, ...validity });
      await v.ok('processVersionSubmit', { versionId, approverIds: [desk.approver.id] });
      await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
      const published = await graph.query(
        `mutation ($input: ProcessVersionStepInput!) { processVersionPublish(input: $input) { findings { code blocks } userErrors { code } } }`,
        { input: { versionId } },
      );
      expect(published.data.processVersionPublish.userErrors).toEqual([]);
      return [versionId, published.data.processVersionPublish.findings.map(({ code }: { code: string }) => code)];
    };
    const seen = async (id: string) =>
      (
        await graph.query('query ($id: ID!) { processTemplateVersion(id: $id) { status validity { from to } } }', {
          id,
        })
      ).data.processTemplateVersion;
    const planned = hours(240);
    const [second] = await publish({ validFrom: planned });
    const [third, gaps] = await publish({ validFrom: hours(1), validTo: hours(2) });
    expect(gaps).toEqual(['VALIDITY_GAP']);
    expect(await seen(second)).toEqual({ status: 'PUBLISHED', validity: { from: planned, to: null } });
    const ends = (await seen(third)).validity;
    expect(await seen(first)).toMatchObject({ status: 'PUBLISHED', validity: { to: ends.from } });
    // What is in use now goes on behind one that takes its place at once, and so does what would begin under it.
    const [stand, none] = await publish({ validTo: hours(300) });
    expect(none).toEqual([]);
    const after = (await seen(stand)).validity.to;
    expect(await seen(second)).toEqual({ status: 'PUBLISHED', validity: { from: after, to: null } });
    expect([await seen(first), await seen(third)]).toMatchObject([{ status: 'INVALID' }, { status: 'INVALID' }]);
    const [last] = await publish({});
    expect([await seen(second), await seen(stand)]).toMatchObject([{ status: 'INVALID' }, { status: 'INVALID' }]);
    expect(await seen(last)).toMatchObject({ status: 'PUBLISHED', validity: { to: null } });
  });
});

test('WFL-28 refuses those without the permission, and writes nothing', async () => {
  const before = await count('process_template');
  const customer = await graph.query(
    'mutation ($input: ProcessTemplateCreateInput!) { processTemplateCreate(input: $input) { version { id } } }',
    { input: { code: 'DENIED', name: 'Denied' } },
    { as: { sub: 'stranger', role: 'partner' } },
  );
  expect(customer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await count('process_template')).toBe(before);
});
