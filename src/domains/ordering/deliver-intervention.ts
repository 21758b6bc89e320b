import type { CallContext } from '../../kernel/database/context.js';
import { fulfilmentRequest, requestParts } from './dispatch-service-order.js';
import { fulfilment } from './fulfilment.port.js';
import { InterventionAnswer, InterventionStatus } from './intervention.enums.js';
import { takeInterventionReply } from './intervention.service.js';
import { ServiceOrderIntervention } from './service-order-intervention.js';
import { ServiceOrder } from './service-order.js';

/** Says that an intervention is not wanted any more; what provisioning has done meanwhile it says by its answer. */
async function tellWithdrawal(context: CallContext, { interventionNo }: ServiceOrderIntervention): Promise<void> {
  await fulfilment.adapter.withdraw?.(interventionNo, context);
}

/**
 * Tells provisioning of an intervention, or of its withdrawal, at least once; it throws to be tried again (WFL-73). What provisioning says at once is taken; what
 * it says later comes by `takeInterventionReply`.
 */
export async function deliverIntervention(context: CallContext, interventionId: string): Promise<void> {
  const em = context.database.orm.em.fork();
  const found = await em.findOne(ServiceOrderIntervention, interventionId);
  if (found?.status === InterventionStatus.WITHDRAWN) return tellWithdrawal(context, found);
  if (found?.status !== InterventionStatus.REQUESTED || found.deliveredAt) return;
  const { interventionNo, kind, reason, characteristics } = found;
  const serviceOrder = await em.findOneOrFail(ServiceOrder, found.serviceOrder.id, { populate: [...requestParts] });
  const { adapter } = fulfilment;
  if (!adapter.intervene) {
    const reply = 'The system that provisions takes no interventions.';
    await takeInterventionReply(context, { interventionNo, answer: InterventionAnswer.REFUSED, reply });
    return;
  }
  const request = fulfilmentRequest(serviceOrder);
  const said = await adapter.intervene({ interventionNo, kind, reason, characteristics, request }, context);
  if (said) {
    await takeInterventionReply(context, {
      ...{ interventionNo, answer: InterventionAnswer[said.answer] },
      reply: said.reply ?? (said.answer === 'REFUSED' ? 'Provisioning gave no reason.' : null),
    });
    return;
  }
  await context.database.write(context, async (tx) => {
    const own = (await tx.find(ServiceOrderIntervention, interventionId))!;
    own.deliveredAt ??= tx.at;
  });
}
