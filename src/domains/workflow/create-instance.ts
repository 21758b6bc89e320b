import type { Transaction } from '../../kernel/database/transaction.js';
import { decodeId } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { type ProcessTemplateVersion, ProcessWorkKind } from '../process/index.js';
import { outermostRegion, type Region } from '../region/index.js';
import { instanceLifecycle } from './instance.lifecycle.js';
import { placeOfObject } from './place-of-object.js';
import { ProcessInstance } from './process-instance.js';
import type { ProcessStartMode } from './workflow.enums.js';

/** What a new instance is about. */
export interface NewInstance {
  /** Null when no template was found that applies. */
  version: ProcessTemplateVersion | null;
  /** Null for that of the object, or the one around all others when it has none. */
  region: Region | null;
  objectType: string | null;
  /** Opaque id. */
  objectId: string | null;
  subject: string | null;
  test: boolean;
  handlingGrade: string | null;
  correlationKey: string | null;
  startMode: ProcessStartMode;
  /** When it begins; null when a dispatcher lets it. */
  startsAt: Date | null;
  variables: Record<string, unknown>;
  parent?: ProcessInstance;
  parentToken?: string | null;
  parentVisit?: string | null;
  /** The instance after a step of which it goes on. */
  previous?: ProcessInstance;
  /** The instance after whose end it begins, locked while that is open. */
  startsAfter?: ProcessInstance | null;
  /** The outside system that gave it to us, and the message with which it did. */
  requestSystem?: string | null;
  requestMessage?: string | null;
}

/** Writes an instance that has not begun. */
export async function createInstance(tx: Transaction, values: NewInstance): Promise<ProcessInstance> {
  const { version, objectType, objectId, variables, parent } = values;
  const place = parent?.region ? null : await placeOfObject(tx, objectType, objectId);
  const instance = Object.assign(new ProcessInstance(), {
    ...values,
    region: values.region ?? place?.region ?? (await outermostRegion(tx)),
    customer: (place ? place.customer : parent?.customer) ?? null,
    instanceNo: formatNumber('PI', await takeNumber(tx, 'process-instance')),
    template: version?.template ?? null,
    workKind: version?.template.workKind ?? ProcessWorkKind.WORK_ORDER,
    objectKey: objectId ? (decodeId(objectId)?.uuid ?? null) : null,
    startedBy: tx.caller.subject,
    startVariables: variables,
  });
  instanceLifecycle.begin(tx, tx.add(instance), { data: { instanceNo: instance.instanceNo } });
  return instance;
}
