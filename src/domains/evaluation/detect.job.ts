import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { holdsForKnown } from '../../kernel/rules/index.js';
import { Customer, CustomerLifecycleState, CustomerType } from '../customer/index.js';
import { AbnormalCustomer } from './abnormal-customer.js';
import { EvaluationCriterion } from './evaluation-criterion.js';
import { scanEvaluationFacts } from './evaluation-facts.js';
import { AbnormalKind, AbnormalStatus, CriterionPurpose, FoundBy, PotentialBigStatus } from './finding-enums.js';
import { findAbnormal, findPotential } from './finding.service.js';
import { potentialLifecycle } from './finding.lifecycle.js';
import { quietDays } from './finding.parameters.js';
import { PotentialBigCustomer } from './potential-big-customer.js';

/** Name of the job that finds customers by criteria. */
export const DETECT = 'evaluation.detect';

export const detectSchedule: Schedule = {
  name: DETECT,
  cron: '40 20 * * *',
  job: DETECT,
  description: 'Finds abnormal and potential big customers by the criteria in use.',
};

/** Asks for the criteria to be applied to all customers now. @returns how many are in use */
export function askForDetection(context: CallContext): Promise<number> {
  return context.database.write(context, async (tx) => {
    tx.enqueue({ name: DETECT, key: DETECT, queue: DETECT, payload: {} });
    return tx.em.count(EvaluationCriterion, { active: true });
  });
}

/** Finds customers by the criteria in use; who is found already, or was cleared a short while ago, is left (CUS-66, CUS-67, CUS-76). */
export const detectCustomers = defineJob(DETECT, async (_payload, context, { signal }) => {
  const { database } = context;
  const at = database.clock();
  const quietSince = new Date(at.getTime() - (await quietDays.read(database)) * 86_400_000);
  const criteria = await database.orm.em
    .fork()
    .find(
      EvaluationCriterion,
      { active: true, purpose: { $ne: CriterionPurpose.DISCOUNT } },
      { orderBy: { code: 'asc' } },
    );
  for await (const batch of scanEvaluationFacts(database, at, signal)) {
    const hits = new Map<string, EvaluationCriterion[]>();
    for (const { id, variables } of batch) {
      const held = criteria.filter(({ condition }) => holdsForKnown(condition, variables));
      if (held.length > 0) hits.set(id, held);
    }
    await database.write(context, async (tx) => {
      await follow(
        tx,
        batch.map(({ id }) => id),
      );
      const customers = await tx.em.find(
        Customer,
        { id: { $in: [...hits.keys()] } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
      );
      for (const customer of customers)
        for (const { purpose, kind, name } of hits.get(customer.id)!)
          if (purpose === CriterionPurpose.ABNORMAL)
            await findAbnormal(tx, customer, kind ?? AbnormalKind.OTHER, {
              foundBy: FoundBy.AUTO,
              evidence: name,
              quietSince,
            });
          else await findPotential(tx, customer, { foundBy: FoundBy.AUTO, evidence: name, quietSince });
    });
  }
});

/** Brings what is known already to what the customers are now: in use or not, and big by another way. */
async function follow(tx: Transaction, ids: readonly string[]): Promise<void> {
  const open = await tx.em.find(
    AbnormalCustomer,
    { customer: { id: { $in: [...ids] } }, status: { $ne: AbnormalStatus.CLEARED } },
    { populate: ['customer'] },
  );
  for (const found of open) found.inUse = found.customer.lifecycle === CustomerLifecycleState.IN_NETWORK;
  const potential = await tx.em.find(
    PotentialBigCustomer,
    {
      customer: { id: { $in: [...ids] }, customerType: CustomerType.BIG },
      status: { $in: [PotentialBigStatus.DETECTED, PotentialBigStatus.TRACKING] },
    },
    { populate: ['customer'] },
  );
  for (const found of potential) {
    const reason = 'The customer is a big one now.';
    await potentialLifecycle.move(tx, found, 'convert', { reason });
    Object.assign(found, { verdict: reason, endedAt: tx.at, trackedUntil: null });
  }
}
