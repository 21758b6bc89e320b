import type { Transaction } from '../../kernel/database/transaction.js';
import type { Held } from './held.js';
import { instanceLifecycle } from './instance.lifecycle.js';
import type { ExceptionHandling } from './monitor.enums.js';
import { ProcessAlarmReason } from './alarm.enums.js';
import { ProcessException } from './process-exception.js';
import type { ProcessInstance } from './process-instance.js';
import { clearAlarms, raiseAlarm, responsibleOf } from './raise-alarm.js';

/** Code of alarms about instances that cannot go on by themselves. */
const ABNORMAL = 'ABNORMAL';

/** Reports that an instance cannot go on by itself, and tells whoever is responsible at once (WFL-59). One that is reported already is not again. */
export async function reportException({ tx, instance, course, rows }: Held): Promise<void> {
  const standing = course.live.map(({ id, step, status }) => ({ step, status, error: rows.get(id)?.error ?? null }));
  await report(tx, instance, standing);
}

/** Leaves an instance that cannot begin to a dispatcher (WFL-39, WFL-46). */
export async function leaveToDispatcher(
  tx: Transaction,
  instance: ProcessInstance,
  code: string,
  message: string,
): Promise<void> {
  Object.assign(instance, { exceptionCode: code, exceptionMessage: message.slice(0, 2000) });
  const { instanceNo, exceptionMessage: reason = null } = instance;
  await instanceLifecycle.move(tx, instance, 'fail', { reason, data: { instanceNo, code } });
  await report(tx, instance, []);
}

async function report(tx: Transaction, instance: ProcessInstance, standing: object[]): Promise<void> {
  await tx.em.flush();
  if (await tx.em.count(ProcessException, { instance: instance.id, handledAt: null })) return;
  const message = instance.exceptionMessage ?? 'It cannot go on by itself.';
  const code = instance.exceptionCode ?? 'UNKNOWN';
  const owner = await responsibleOf(tx, instance);
  const exception = tx.add(
    Object.assign(new ProcessException(), {
      ...{ instance, code, message, occurredAt: tx.at, region: instance.region ?? null },
      owner: `${owner.kind} ${owner.code}`,
      situation: { standing, variables: instance.variables },
    }),
  );
  exception.alarm = await raiseAlarm(tx, {
    ...{ instance, code: ABNORMAL, reason: ProcessAlarmReason.ABNORMAL, level: 'MAJOR', message, recipient: owner },
    occasion: exception.id,
  });
  instance.exceptionCount++;
}

/** The instance goes on, or was ended: notes in its report how that came about. */
export async function closeException(
  { tx, instance }: Pick<Held, 'tx' | 'instance'>,
  handling: ExceptionHandling,
): Promise<void> {
  await tx.em.flush();
  const report = await tx.em.findOne(ProcessException, { instance: instance.id, handledAt: null });
  if (!report) return;
  Object.assign(report, { handling, handledAt: tx.at, handledBy: tx.caller.subject });
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type: 'process-exception.handled', subject: report, regionId: instance.region?.id },
    data: { instanceNo: instance.instanceNo, code: report.code, handling },
  });
  await clearAlarms(tx, instance, { code: ABNORMAL });
}
