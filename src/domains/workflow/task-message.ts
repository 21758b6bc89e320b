import { decodeId, encodeId } from '../../kernel/model/index.js';
import type { ProcessTask } from './process-task.js';

/** A message with which a task was handed to an outside system. */
export interface TaskMessage {
  /** Key of the task. */
  taskId: string;
  /** Which time it was handed over, from 1. */
  attempt: number;
}

const MESSAGE = /^(?<id>.{24})(?:\.(?<attempt>[2-9]|[1-9]\d{1,3}))?$/;

/**
 * Names the message with which a task is sent: the opaque id of the task, and from the second time on which time it is. What was answered
 * is never asked again under its name: whoever takes each message once would do nothing (WFL-47, WFL-51).
 */
export const messageOf = ({ id, attempt }: Pick<ProcessTask, 'id' | 'attempt'>): string =>
  attempt === 1 ? encodeId('wj', id) : `${encodeId('wj', id)}.${attempt}`;

/** What a message is about; undefined for a text that names none. */
export function readMessage(messageId: string): TaskMessage | undefined {
  const { id, attempt } = MESSAGE.exec(messageId)?.groups ?? {};
  const decoded = id === undefined ? undefined : decodeId(id);
  return decoded?.tag === 'wj' ? { taskId: decoded.uuid, attempt: Number(attempt ?? 1) } : undefined;
}
