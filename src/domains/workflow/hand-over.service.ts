import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { LIVE } from '../../kernel/process/index.js';
import { ProcessTemplate } from '../process/index.js';
import type { ProcessInstanceHandOverInput } from './dispatch.inputs.js';
import { note, onToken } from './dispatch.service.js';
import { settle } from './engine.js';
import { ExceptionHandling } from './monitor.enums.js';
import type { ProcessInstance } from './process-instance.js';
import { startVersion, valuesOf } from './start.service.js';
import { refuseSteered, refuseUnfit } from './steered.js';
import { recall } from './terminate.js';
import { published } from './version-to-start.js';
import { compiledVersion } from './versions.js';
import { ProcessStartMode } from './workflow.enums.js';

/**
 * Another process goes on after a step, for the same object (WFL-38). The visit ends there, its other branches go on; what the instance
 * had to tell at its end, to its owner or to the step of which it was the sub-process, the next one tells.
 * @returns the instance that goes on
 */
export function handOver(context: CallContext, input: ProcessInstanceHandOverInput): Promise<ProcessInstance> {
  let next: ProcessInstance;
  return onToken(context, input.tokenId, false, async (held, row) => {
    const { course, instance, tx } = held;
    const path = ['input', 'tokenId'];
    await refuseSteered(tx, instance, path);
    const token = course.tokens.get(row.id);
    if (!token || !LIVE.includes(token.status) || token.status === 'COMPENSATING' || instance.again)
      return refuse('INVALID_STATE', 'This visit does not stand at its step.', path, { state: row.status });
    const others = course.live.filter(({ id }) => id !== token.id);
    if (others.length > 0 && instance.parentToken)
      refuse('INVALID_STATE', 'A sub-process with other branches is waited for as a whole.', path);
    const template = await tx.get(ProcessTemplate, input.templateId, ['input', 'templateId'], { lock: false });
    const version = await published(tx, template, ['input', 'templateId']);
    const { definition } = await compiledVersion(tx.em, version.id);
    await refuseUnfit(tx, instance, { template, definition }, ['input', 'templateId']);
    const { objectType, objectId, subject, region, handlingGrade, correlationKey, test } = instance;
    const { parent, parentToken, parentVisit } = instance;
    const names = new Set(definition.variables.map(({ name }) => name));
    const known = Object.entries(instance.variables).filter(([name]) => names.has(name));
    const { requestSystem = null, requestMessage = null } = instance;
    Object.assign(instance, { parentToken: null, requestSystem: null, requestMessage: null });
    await tx.em.flush();
    next = await startVersion(tx, version, {
      ...{ requestSystem, requestMessage },
      ...{ objectType: objectType ?? null, objectId: objectId ?? null, subject: subject ?? null, test },
      ...{ region: region ?? null, handlingGrade: handlingGrade ?? null, correlationKey: correlationKey ?? null },
      ...{ startMode: ProcessStartMode.MANUAL, startsAt: tx.at, parentToken: parentToken ?? null, previous: instance },
      ...(parent ? { parent, parentVisit: parentVisit ?? null } : {}),
      variables: { ...Object.fromEntries(known), ...valuesOf(input.variables, ['input', 'variables']) },
    });
    course.set(token, { status: 'RECALLED', leftSeq: ++course.seq });
    await recall(held, [token], input.reason);
    course.settle();
    const data = { from: token.step, next: next.instanceNo, template: template.code };
    note(tx, instance, 'process-instance.handed-over', input.reason, data);
    instance.handedOver = true;
    held.handling = ExceptionHandling.HAND_OVER;
    await settle(held);
  }).then(() => next);
}
