import { z } from 'zod';
import { text } from '../../kernel/events/event-type.js';
import type { CallerKind } from '../../kernel/access/index.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import type { ProcessTask } from './process-task.js';
import { ProcessTaskStatus as S } from './workflow.enums.js';

const ANYONE: readonly CallerKind[] = ['STAFF', 'CUSTOMER', 'PARTNER'];
const BY_PEOPLE = [S.DISPATCHED, S.ACCEPTED, S.IN_PROGRESS];
const BY_SYSTEMS = [S.PENDING, S.SENT, S.ACKNOWLEDGED];

/** States in which a task is still to be done. */
export const OPEN_TASKS: readonly S[] = [...BY_PEOPLE, ...BY_SYSTEMS];

export type TaskAction =
  | 'dispatch'
  | 'accept'
  | 'release'
  | 'progress'
  | 'complete'
  | 'reject'
  | 'recall'
  | 'send'
  | 'acknowledge'
  | 'fail'
  | 'resend';

/** States of a task and the steps between them (WFL-41). */
export const taskLifecycle = defineLifecycle<ProcessTask, S, TaskAction>({
  name: 'process-task',
  subject: 'ProcessTask',
  data: {
    instanceNo: text('Number of the instance that it belongs to.'),
    step: text('Code of its step.'),
    assignee: text('Staff number of who has it.').nullable(),
    operator: text('What may take it up: a position, a role or an organisation.'),
    result: z.record(z.string(), z.unknown()).describe('Output parameters of the step.'),
  },
  states: Object.values(S),
  initial: S.PENDING,
  final: [S.RETURNED, S.REJECTED, S.RECALLED],
  read: (task) => task.status,
  write: (task, status) => void (task.status = status),
  scope: ({ region }) => ({ regionId: region?.id }),
  transitions: [
    { action: 'dispatch', from: [S.PENDING], to: S.DISPATCHED, who: ANYONE },
    { action: 'accept', from: BY_PEOPLE, to: S.ACCEPTED, who: ['STAFF'] },
    { action: 'release', from: BY_PEOPLE, to: S.DISPATCHED, who: ['STAFF'] },
    { action: 'progress', from: BY_PEOPLE, to: S.IN_PROGRESS, who: ['STAFF'] },
    { action: 'send', from: [S.PENDING], to: S.SENT, who: [] },
    { action: 'acknowledge', from: BY_SYSTEMS, to: S.ACKNOWLEDGED, who: ['STAFF'] },
    { action: 'complete', from: [...OPEN_TASKS, S.FAILED], to: S.RETURNED, who: ANYONE },
    { action: 'reject', from: OPEN_TASKS, to: S.REJECTED, who: ['STAFF'] },
    { action: 'fail', from: BY_SYSTEMS, to: S.FAILED, who: ['STAFF'] },
    { action: 'resend', from: [S.FAILED], to: S.PENDING, who: ANYONE },
    { action: 'recall', from: [...OPEN_TASKS, S.FAILED], to: S.RECALLED, who: ANYONE },
  ],
});
