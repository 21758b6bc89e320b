import type { As, TestGraph } from './graph.js';
import { hire, type Hired } from './staff.js';
import { mutationsOf } from './mutations.js';

/** People who design, approve and run processes, and short forms of definitions. */
export interface ProcessDesk {
  designer: Hired;
  approver: Hired;
  second: Hired;
  /** Designs and manages processes at the headquarters. */
  headquarters: Hired;
  /** Makes a template from a definition and publishes it. @returns id of the version */
  publish(code: string, definition: object | undefined, extra?: object): Promise<string>;
}

const step = (code: string, kind: string, more: object = {}) => ({ code, kind, ...more });

/** A start, the given steps and an end, one after another; a text is a human step for hall clerks. */
export function line(...steps: (string | { code: string; kind: string })[]): {
  steps: object[];
  flows: { from: string; to: string }[];
} {
  const middle = steps.map((each) => (typeof each === 'string' ? human(each) : each));
  const all = [step('start', 'START'), ...middle, step('end', 'END')];
  return { steps: all, flows: all.slice(1).map(({ code }, index) => ({ from: all[index]!.code, to: code })) };
}

/** A step for those who hold a position. */
export const human = (code: string, more: object = {}) =>
  step(code, 'HUMAN', { operator: { kind: 'POSITION', code: 'HALL_CLERK' }, ...more });

const ADMIN: As = 'admin';

/** Hires people of Guangzhou's hall, and one of the headquarters. */
export async function openProcessDesk(graph: TestGraph): Promise<ProcessDesk> {
  const both = ['PROCESS_DESIGNER', 'PROCESS_MANAGER'];
  const [designer, approver, second, headquarters] = [
    await hire(graph, 'P100', 'H4401', both),
    await hire(graph, 'P200', 'H4401', ['PROCESS_MANAGER']),
    await hire(graph, 'P300', 'H4401', ['PROCESS_MANAGER']),
    await hire(graph, 'P110', 'HQ', both),
  ];
  const { ok } = versionMutations(graph, ADMIN);
  return {
    designer,
    approver,
    second,
    headquarters,
    async publish(
      code,
      definition,
      { applicability, gradeRule, ...extra }: { applicability?: string; gradeRule?: string } = {},
    ) {
      const made = await ok('processTemplateCreate', { code, name: code, definition, ...extra });
      const versionId = made.id;
      if (applicability || gradeRule) await ok('processVersionEdit', { versionId, applicability, gradeRule });
      await ok('processVersionSubmit', { versionId, approverIds: [approver.id] });
      await ok('processVersionDecide', { versionId, approved: true }, approver.as);
      await ok('processVersionPublish', { versionId });
      return versionId;
    },
  };
}

/** Changes of templates besides their versions. */
export const templateMutations = (graph: TestGraph, as: As) =>
  mutationsOf(graph, {
    inputs: { processTemplateChange: 'ProcessTemplateChangeInput' },
    field: 'template',
    selection: 'id code name description functionalDomain objectType priority dispatchMode workKind version',
    as,
  });

/** Mutations of versions; `as` says who calls when a call does not. */
export const versionMutations = (graph: TestGraph, as: As) =>
  mutationsOf(graph, {
    inputs: {
      processTemplateCreate: 'ProcessTemplateCreateInput',
      processVersionCreate: 'ProcessVersionCreateInput',
      processVersionEdit: 'ProcessVersionEditInput',
      processVersionTest: 'ProcessVersionStepInput',
      processVersionRedraft: 'ProcessVersionStepInput',
      processVersionSubmit: 'ProcessVersionSubmitInput',
      processVersionWithdraw: 'ProcessVersionStepInput',
      processVersionDecide: 'ProcessVersionDecideInput',
      processVersionPublish: 'ProcessVersionStepInput',
      processVersionInvalidate: 'ProcessVersionStepInput',
    },
    field: 'version',
    selection: `id number status revision applicability specificity changeReason createdBy submittedBy publishedBy publishedAt
      template { id code objectType priority origin { code } } basedOn { id number }
      steps(first: 100, orderBy: [{ field: PLACE }]) { nodes { code kind } } flows(first: 100) { totalCount }`,
    as,
  });

const INSTANCE = `id instanceNo status exceptionCode exceptionMessage startedBy startedAt endedAt dueAt startMode objectType variables test handlingGrade
  template { code } version { id number instanceOwn } parent { id } tokens(first: 200, orderBy: [{ field: SEQ }]) { nodes { id step status kind outputs error failures } }
  tasks(first: 100, orderBy: [{ field: ARRIVED_AT }]) { nodes { id step status assignee { employeeNo } operatorCode returnReason inputs } }`;

/** Mutations of instances that answer with one. */
export const instanceMutations = (graph: TestGraph, as: As) =>
  mutationsOf(graph, {
    inputs: {
      processInstanceStart: 'ProcessInstanceStartInput',
      processInstanceDispatch: 'ProcessInstanceDispatchInput',
      processInstanceRetry: 'ProcessInstanceRetryInput',
      processInstanceMove: 'ProcessInstanceMoveInput',
      processInstanceTryStep: 'ProcessInstanceTryStepInput',
      processInstanceRollBack: 'ProcessInstanceRollBackInput',
      processInstanceHandOver: 'ProcessInstanceHandOverInput',
      processInstanceChange: 'ProcessInstanceChangeInput',
      processInstanceValuesSet: 'ProcessInstanceValuesSetInput',
      processInstanceWaitEnd: 'ProcessInstancePassOverInput',
      processInstanceUndone: 'ProcessInstancePassOverInput',
    },
    field: 'instance',
    selection: INSTANCE,
    as,
  });

/** Mutations of many instances. */
export const instancesMutations = (graph: TestGraph, as: As) =>
  mutationsOf(graph, {
    inputs: {
      processInstanceSuspend: 'ProcessInstancesInput',
      processInstanceResume: 'ProcessInstancesInput',
      processInstanceTerminate: 'ProcessInstancesInput',
    },
    field: 'instances',
    selection: INSTANCE,
    as,
  });

/** Mutations of tasks. */
export const taskMutations = (graph: TestGraph, as: As) =>
  mutationsOf(graph, {
    inputs: {
      processTaskClaim: 'ProcessTaskStepInput',
      processTaskAssign: 'ProcessTaskAssignInput',
      processTaskDelegate: 'ProcessTaskAssignInput',
      processTaskForward: 'ProcessTaskForwardInput',
      processTaskRelease: 'ProcessTaskStepInput',
      processTaskProgress: 'ProcessTaskProgressInput',
      processTaskComplete: 'ProcessTaskCompleteInput',
      processTaskReject: 'ProcessTaskRejectInput',
      processExternalProgress: 'ProcessExternalProgressInput',
      processExternalAnswer: 'ProcessExternalAnswerInput',
    },
    field: 'task',
    selection: `id taskNo step status operatorKind operatorCode progress returnReason result overdue dueAt acceptedAt finishedAt
      assignee { id employeeNo } delegator { employeeNo }`,
    as,
  });

/** An instance as the graph shows it. */
export interface SeenInstance {
  id: string;
  instanceNo: string;
  status: string;
  exceptionCode: string | null;
  variables: Record<string, unknown>;
  tokens: { nodes: { id: string; step: string; status: string; failures: number }[] };
  tasks: {
    nodes: {
      id: string;
      step: string;
      status: string;
      assignee: { employeeNo: string } | null;
      inputs: Record<string, unknown>;
    }[];
  };
}

/** Reads an instance. */
export async function seeInstance(graph: TestGraph, id: string): Promise<SeenInstance> {
  const { data } = await graph.query(`query ($id: ID!) { processInstance(id: $id) { ${INSTANCE} } }`, { id });
  return data.processInstance as SeenInstance;
}

/** Steps at which an instance stands, in order. */
export const standing = ({ tokens }: SeenInstance): string[] =>
  tokens.nodes
    .filter(({ status }) => ['ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING'].includes(status))
    .map(({ step }) => step)
    .sort();

/** The open task of an instance at a step. */
export const taskAt = ({ tasks }: SeenInstance, step: string): string =>
  tasks.nodes.find((task) => task.step === step && !['RETURNED', 'REJECTED', 'RECALLED'].includes(task.status))!.id;
