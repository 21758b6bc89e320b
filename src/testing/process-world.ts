import {
  defineExternalSystem,
  defineStepHandler,
  onProcessEnd,
  type ExternalReply,
  type ExternalTask,
  type ProcessOutcome,
} from '../kernel/process/index.js';
import { runInstance } from '../domains/workflow/index.js';
import type { Transaction } from '../kernel/database/transaction.js';
import { decodeId } from '../kernel/model/index.js';
import { startTestGraph, type TestGraph } from './graph.js';
import {
  instanceMutations,
  instancesMutations,
  openProcessDesk,
  type ProcessDesk,
  type SeenInstance,
  seeInstance,
  taskAt,
  taskMutations,
  versionMutations,
} from './processes.js';
import { hire, type Hired } from './staff.js';
import { until } from './until.js';

/** Marks at which the handler fails. */
export const failing = new Set<string>();
defineStepHandler('test.mark', {
  run: async (tx, { instanceId, inputs }) => {
    if (failing.has(String(inputs['mark']))) throw new Error('Not now.');
    await leaveMark(tx, instanceId, String(inputs['mark']));
    return { marked: inputs['mark'] };
  },
  compensate: (tx, { instanceId, inputs }) => leaveMark(tx, instanceId, `not ${String(inputs['mark'])}`),
});

/** What is written with the step counts: a handler may run again when its move met another hand and was not written. */
async function leaveMark({ em }: Transaction, instanceId: string, text: string): Promise<void> {
  await em.execute('insert into "test_mark" ("instance_id", "mark") values (?, ?)', [instanceId, text]);
}
const MARKS =
  'create table if not exists "test_mark" ("no" bigserial primary key, "instance_id" uuid not null, "mark" text not null)';

/** Tasks that the outside system of the tests was given, and messages that were taken back from it. */
export const sent: ExternalTask[] = [];
export const cancelled: string[] = [];
/** Results that it was told. */
export const replies: ExternalReply[] = [];
defineExternalSystem('test.oss', {
  send: async (task) => {
    if (failing.has('send')) throw new Error('Nobody answers.');
    sent.push(task);
  },
  cancel: async (messageId) => void cancelled.push(messageId),
  reply: async (reply) => {
    if (failing.has('reply')) throw new Error('Not now.');
    replies.push(reply);
  },
  status: async () => {
    if (failing.has('status')) throw new Error('Nobody answers.');
    return { status: 'BUILDING', progress: 'half' };
  },
});

/** What the owner of regions was told of processes about them. */
export const outcomes: ProcessOutcome[] = [];
onProcessEnd('Region', async (_tx, outcome) => void outcomes.push(outcome));

/** A step that leaves its code as a mark, and takes it back when it is undone. */
export const mark = (code: string, more: object = {}): { code: string; kind: string } => ({
  ...{ code, kind: 'AUTOMATIC', handler: 'test.mark', compensation: 'test.mark' },
  ...{ inputs: [{ name: 'mark', type: 'STRING', from: `"${code}"` }] },
  ...more,
});

/** A graph in which processes run, and people who run them. */
export interface ProcessWorld {
  graph: TestGraph;
  desk: ProcessDesk;
  instances: ReturnType<typeof instanceMutations>;
  many: ReturnType<typeof instancesMutations>;
  tasks: ReturnType<typeof taskMutations>;
  /** A hall clerk and a call-centre agent of Guangzhou. */
  clerk: Hired;
  agent: Hired;
  /** Opaque id of the region. */
  guangzhou: string;
  see(id: string): Promise<SeenInstance>;
  /** Starts the published version of a template. */
  start(code: string, input?: object, as?: Hired['as']): Promise<SeenInstance>;
  /** Completes the open task at a step. */
  complete(instanceId: string, step: string, outputs?: object): Promise<unknown>;
  /** Waits until an instance is in a state. */
  ends(id: string, status?: string): Promise<void>;
  count(table: string): Promise<number>;
  /** Marks that an instance has left, in order. */
  marksOf(instance: { id: string }): Promise<string[]>;
  /** Publishes another version of a template. */
  publishAgain(code: string, definition: object): Promise<unknown>;
  /** Does what the job of an instance does. */
  run(id: string): Promise<void>;
}

/** Opens a world of processes. @param settings more configuration */
export async function openProcessWorld(settings: NodeJS.ProcessEnv = {}): Promise<ProcessWorld> {
  const graph = await startTestGraph(settings);
  const desk = await openProcessDesk(graph);
  await graph.database.pool.query(MARKS);
  const instances = instanceMutations(graph, 'admin');
  const tasks = taskMutations(graph, 'admin');
  const see = (id: string) => seeInstance(graph, id);
  const templateId = async (code: string): Promise<string> =>
    (await graph.query(`{ processTemplate(code: "${code}") { id } }`)).data.processTemplate.id;
  return {
    ...{ graph, desk, instances, tasks, see },
    many: instancesMutations(graph, 'admin'),
    clerk: await hire(graph, 'P400', 'H4401', ['HALL_CLERK']),
    agent: await hire(graph, 'P500', 'H4401', ['CALL_CENTRE_AGENT']),
    guangzhou: (await graph.query('{ region(code: "4401") { id } }')).data.region.id,
    async start(code, input = {}, as) {
      const asked = { templateId: await templateId(code), ...input };
      return (await instances.ok('processInstanceStart', asked, as)) as unknown as SeenInstance;
    },
    async complete(instanceId, step, outputs) {
      const taskId = taskAt(await see(instanceId), step);
      return tasks.ok('processTaskComplete', { taskId, ...(outputs ? { outputs } : {}) });
    },
    ends: (id, status = 'COMPLETED') => until(async () => (await see(id)).status === status),
    count: async (table) => Number((await graph.database.pool.query(`select count(*) as n from "${table}"`)).rows[0].n),
    async marksOf({ id }) {
      const sql = 'select "mark" from "test_mark" where "instance_id" = $1 order by "no"';
      return (await graph.database.pool.query<{ mark: string }>(sql, [decodeId(id)!.uuid])).rows.map(
        ({ mark }) => mark,
      );
    },
    async publishAgain(code, definition) {
      const v = versionMutations(graph, 'admin');
      const { id: versionId } = await v.ok('processVersionCreate', { templateId: await templateId(code) });
      await v.ok('processVersionEdit', { versionId, definition });
      await v.ok('processVersionSubmit', { versionId, approverIds: [desk.approver.id] });
      await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
      return v.ok('processVersionPublish', { versionId });
    },
    run: (id) => runInstance(graph.database.systemContext('test'), decodeId(id)!.uuid),
  };
}
