import {
  Adoption,
  ChargeVerdict,
  type FaultLevel,
  NoFaultReason,
  SolutionKind,
  type TicketAction,
  TicketKind,
} from '../../../src/domains/trouble/index.js';
import type { Story } from '../story.js';

/** What is known of a ticket when its own fields are filled. */
export interface TicketFacts {
  acceptedAt: Date;
  level: FaultLevel;
  majorEvent: boolean;
  /** When it last took a step; null when it did not. */
  when: (action: TicketAction) => Date | null;
}

/** The fields that only this kind has. */
export function ownFields(
  { random }: Story,
  kind: TicketKind,
  { acceptedAt, level, majorEvent, when }: TicketFacts,
): Record<string, unknown> {
  if (kind === TicketKind.FAULT) {
    const repairedAt = when('repair');
    return {
      faultAt: new Date(acceptedAt.getTime() - random.int(1, 300) * 60_000),
      symptom: random.pick(['无法使用', '时断时续', '速率低', '噪音大']),
      level,
      massFault: false,
      noFaultReason: when('noFault') ? NoFaultReason.CUSTOMER_EQUIPMENT : null,
      cause: repairedAt ? random.pick(['光缆中断', '端口故障', '终端损坏', '配置错误']) : null,
      measures: repairedAt ? random.pick(['重新熔接', '更换端口', '更换终端', '修改配置']) : null,
      repaired: repairedAt ? true : null,
      repairedAt,
    };
  }
  if (kind === TicketKind.COMPLAINT)
    return { complainedAt: acceptedAt, majorEvent, planConsent: when('agree') ? true : when('refuse') ? false : null };
  if (kind === TicketKind.SUGGESTION)
    return { adoption: when('evaluate') ? random.pick(Object.values(Adoption)) : null };
  const wrong = when('chargeWrong');
  return {
    disputedAmount: { amount: String(random.int(5, 300)), currency: 'CNY' },
    billingCycle: acceptedAt.toISOString().slice(0, 7),
    chargeItem: random.pick(['MONTHLY_FEE', 'USAGE', 'VALUE_ADDED']),
    verdict: wrong ? ChargeVerdict.WRONG : when('chargeRight') ? ChargeVerdict.CORRECT : null,
    solutionKind: when('submitSolution') ? SolutionKind.REFUND : null,
    solutionAmount: when('submitSolution') ? { amount: String(random.int(5, 100)), currency: 'CNY' } : null,
    solutionDraftedBy: when('submitSolution') ? 'HQ' : null,
  };
}
