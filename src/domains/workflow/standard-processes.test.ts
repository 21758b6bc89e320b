import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import type { SeenInstance } from '../../testing/processes.js';

let world: ProcessWorld;
beforeAll(async () => {
  world = await openProcessWorld();
});
afterAll(() => world?.graph.close());

type Outputs = Record<string, unknown>;

const children = async (id: string): Promise<string[]> => {
  const { data } = await world.graph.query(
    'query ($id: ID!) { processInstance(id: $id) { children(first: 20) { nodes { id } } } }',
    { id },
  );
  return data.processInstance.children.nodes.map((child: { id: string }) => child.id);
};

/** Instances that belong together: one and those that its steps have started. */
async function family(id: string): Promise<SeenInstance[]> {
  const own = await world.see(id);
  return [own, ...(await Promise.all((await children(id)).map(family))).flat()];
}

const OPEN = ['DISPATCHED', 'ACCEPTED', 'IN_PROGRESS'];

/**
 * Starts a process and does its open tasks one after another, the oldest first, until it has ended.
 * @param answers what comes out of a step: at each visit the next, at the last the last
 * @returns steps that were done, in order
 */
async function course(code: string, answers: Record<string, Outputs[]> = {}, variables?: Outputs): Promise<string[]> {
  const { id } = await world.start(code, variables ? { variables } : {});
  const done: string[] = [];
  for (let idle = 0; ;) {
    // What goes on by jobs, such as a process inside another, is let go on at once.
    for (const { id: each } of (await family(id)).reverse()) await world.run(each);
    const all = await family(id);
    if (all.every(({ status }) => status === 'COMPLETED')) return done;
    const task = all.flatMap(({ tasks }) => tasks.nodes).find(({ status }) => OPEN.includes(status));
    if (!task) {
      if (++idle > 5)
        throw new Error(`${code} stands still: ${all.map((each) => each.exceptionCode ?? each.status).join(' ')}`);
      continue;
    }
    done.push(task.step);
    if (done.length > 40) throw new Error(`${code} does not end: ${done.join(' ')}`);
    const given = answers[task.step];
    const outputs = given && (given.length > 1 ? given.shift() : given[0]);
    await world.tasks.ok('processTaskComplete', { taskId: task.id, ...(outputs ? { outputs } : {}) });
  }
}

const runs = async (code: string, answers: Record<string, Outputs[]>, steps: string, variables?: Outputs) =>
  expect((await course(code, answers, variables)).join(' ')).toBe(steps);

describe('the standard processes', () => {
  test('WFL-76 leads a group customer from the visit over contract and engineering to the project file', async () => {
    const agrees = {
      legal: [{ legalAgrees: true }],
      finance: [{ financeAgrees: true }],
      market: [{ marketAgrees: true }],
    };
    await runs(
      'GROUP_CUSTOMER_ACCEPTANCE',
      { ...agrees, acceptance: [{ accepted: true }] },
      'visit route proposal draft legal finance market sign archive survey resources construction acceptance handover track notify file',
    );
  });

  test('WFL-77 takes a simple need to the order and a complex one to a technical proposal', async () => {
    const need = 'A line';
    await runs('CUSTOMER_VISIT', { record: [{ need, complex: false }] }, 'plan visit record order feedback');
    await runs('CUSTOMER_VISIT', { record: [{ need, complex: true }] }, 'plan visit record proposal feedback');
  });

  test('WFL-78 signs a contract that legal, finance and market agree to; one who does not sends it back to be drafted', async () => {
    await runs(
      'CONTRACT_SIGNING',
      {
        legal: [{ legalAgrees: false }, { legalAgrees: true }],
        finance: [{ financeAgrees: true }],
        market: [{ marketAgrees: true }],
      },
      'draft legal draft legal finance market sign archive',
    );
  });

  test('WFL-79 builds again what does not pass the acceptance test', async () => {
    await runs(
      'ENGINEERING',
      { acceptance: [{ accepted: false }, { accepted: true }] },
      'survey resources construction acceptance construction acceptance handover',
    );
  });

  test('WFL-80 activates what passes the review', async () => {
    await runs(
      'OTHER_ACTIVATION',
      { review: [{ passed: false }, { passed: true }] },
      'accept charge review accept charge review dispatch complete revisit',
    );
  });

  test('WFL-81 activates a data service once resources are reserved and it works from end to end', async () => {
    await runs(
      'DATA_ACTIVATION',
      { resources: [{ available: false }, { available: true }], test: [{ works: false }, { works: true }] },
      'accept resources wait resources design configure test configure test complete billing revisit',
    );
  });

  test('WFL-82 tries again until the customer is reached, and counts what they say', async () => {
    await runs(
      'REVISIT',
      { contact: [{ reached: false }, { reached: true }], result: [{ satisfaction: 4 }] },
      'plan task contact task contact result statistics',
    );
  });

  test('WFL-83 works on a complaint in several departments and closes it with the consent of the customer', async () => {
    await runs(
      'LARGE_CUSTOMER_COMPLAINT',
      { classify: [{ copied: true }], consent: [{ agreed: false }, { agreed: true }] },
      'register classify lead copy solution consent lead solution consent close revisit',
    );
    await runs(
      'LARGE_CUSTOMER_COMPLAINT',
      { classify: [{ copied: false }], consent: [{ agreed: true }] },
      'register classify lead solution consent close revisit',
    );
  });

  test('WFL-84 transfers a customer to whoever takes the call', async () => {
    await runs(
      'SERVICE_TRANSFER',
      { identify: [{ owner: 'P1' }], transfer: [{ taken: false }, { taken: true }] },
      'register identify transfer identify transfer confirm',
    );
  });

  test('WFL-85 replies to every suggestion and keeps the adopted ones', async () => {
    await runs('LARGE_CUSTOMER_SUGGESTION', { assess: [{ adopted: true }] }, 'register assess reply knowledge');
    await runs('LARGE_CUSTOMER_SUGGESTION', { assess: [{ adopted: false }] }, 'register assess reply');
  });

  test('WFL-88 drafts a business plan again until it is approved', async () => {
    await runs(
      'BUSINESS_PLAN',
      { approve: [{ approved: false }, { approved: true }] },
      'draft decompose review approve draft decompose review approve issue',
    );
  });

  test('WFL-89 sets a level only when the criteria are met and the department approves', async () => {
    const check = [{ meetsCriteria: true }];
    await runs('QUALIFICATION_REVIEW', { check, approve: [{ approved: true }] }, 'collect check approve setLevel');
    await runs('QUALIFICATION_REVIEW', { check, approve: [{ approved: false }] }, 'collect check approve');
    await runs('QUALIFICATION_REVIEW', { check: [{ meetsCriteria: false }] }, 'collect check');
  });

  test('WFL-90 lets an agent sign after the trial and two approvals', async () => {
    const passed = { documents: [{ complete: true }], preliminary: [{ preliminary: true }] };
    await runs(
      'AGENT_QUALIFICATION',
      { ...passed, formal: [{ approved: true }] },
      'apply documents preliminary trial formal contract',
    );
    await runs(
      'AGENT_QUALIFICATION',
      { ...passed, formal: [{ approved: false }] },
      'apply documents preliminary trial formal',
    );
  });

  test('WFL-91 suspends for arrears only who neither pays, nor has a plan, nor is spared by the credit list', async () => {
    const owed = { amount: 1200 };
    const grade = [{ trusted: false }];
    await runs('ARREARS', { grade, remind: [{ paid: true }] }, 'grade remind', owed);
    const unpaid = { grade, remind: [{ paid: false }], plan: [{ agreed: false }] };
    await runs('ARREARS', unpaid, 'grade remind plan suspend settle', owed);
    await runs('ARREARS', { ...unpaid, grade: [{ trusted: true }] }, 'grade remind plan settle', owed);
  });

  test('WFL-92 disconnects who does not accept the retention offer, and puts them on the win-back list', async () => {
    const offer = 'Half the fee for a year';
    await runs('CHURN', { retain: [{ offer, stays: true }] }, 'request retain');
    await runs(
      'CHURN',
      { retain: [{ offer, stays: false }], interview: [{ cause: 'price' }] },
      'request retain disconnect interview winback',
    );
  });

  test('WFL-93 changes privileges and tells the customer only when the level is approved', async () => {
    const suggest = [{ suggestedLevel: 'DIAMOND' }];
    await runs('LEVEL_CHANGE', { suggest, approve: [{ approved: true }] }, 'suggest approve privileges notify');
    await runs('LEVEL_CHANGE', { suggest, approve: [{ approved: false }] }, 'suggest approve');
  });

  test('WFL-03 WFL-30 are published, stay as the operator changed them, and give way to one that the operator makes', async () => {
    const { graph, desk, guangzhou } = world;
    const standing = async () =>
      (
        await graph.database.pool.query(
          `select t.code, v.number, v.status from process_template_version v join process_template t on t.id = v.template_id where t.priority = -100 order by 1, 2`,
        )
      ).rows;
    const before = await standing();
    expect(before.length).toBeGreaterThanOrEqual(18);
    expect(new Set(before.map(({ status }) => status))).toEqual(new Set(['PUBLISHED']));
    const { processes } = await import('../process/index.js');
    const context = graph.database.systemContext('test');
    await Promise.all([processes.baseline!(context), processes.baseline!(context)]);
    expect(await standing()).toEqual(before);

    const { data } = await graph.query('{ processTemplate(code: "REVISIT") { versions(first: 1) { nodes { id } } } }');
    const copyOfId = data.processTemplate.versions.nodes[0].id;
    await desk.publish('OWN_REVISIT', undefined, { copyOfId, objectType: 'Region', priority: 0 });
    await desk.publish('USUAL_REVISIT', undefined, { copyOfId, objectType: 'Region', priority: -100 });
    const started = await world.instances.ok('processInstanceStart', { objectId: guangzhou, regionId: guangzhou });
    expect(started).toMatchObject({ template: { code: 'OWN_REVISIT' } });
  });
});
