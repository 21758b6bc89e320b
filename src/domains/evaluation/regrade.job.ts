import { LockMode } from '@mikro-orm/postgresql';
import { defineJob } from '../../kernel/jobs/index.js';
import { Customer } from '../customer/index.js';
import { CreditCause } from './credit-enums.js';
import { CreditProfile } from './credit-profile.js';
import { rateCustomer, ratingGround } from './rate-customer.js';

/** Name of the job that lets customers follow the table of grades. */
export const REGRADE = 'evaluation.credit.regrade';

const BATCH = 200;

/** Gives customers the grade, colour and limit that the table of grades has for their score now; what was set by hand keeps its limit (CRD-22). */
export const regrade = defineJob(REGRADE, async (_payload, context, { signal }) => {
  const { pool } = context.database;
  for (let after: string | null = null; ;) {
    signal.throwIfAborted();
    const { rows }: { rows: { id: string }[] } = await pool.query(
      `select "customer_id" as "id" from "credit_profile" where $1::uuid is null or "customer_id" > $1 order by "customer_id" limit ${BATCH}`,
      [after],
    );
    if (rows.length === 0) return;
    after = rows.at(-1)!.id;
    await context.database.write(context, async (tx) => {
      const ground = await ratingGround(tx);
      const ids = rows.map(({ id }) => id);
      const customers = await tx.em.find(
        Customer,
        { id: { $in: ids } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
      );
      for (const customer of customers) {
        const profile = await tx.em.findOne(CreditProfile, { customer: customer.id }, { refresh: true });
        if (!profile) continue;
        const { score, source, evaluatedAt, validTo = null, frozenUntil = null } = profile;
        const creditLimit = frozenUntil && frozenUntil > tx.at ? profile.creditLimit : undefined;
        await rateCustomer(
          tx,
          customer,
          {
            ...{ score, source, evaluatedAt, validTo, frozenUntil, creditLimit, cause: CreditCause.GRADES },
            reason: 'The table of grades was changed.',
          },
          { ...ground, keepUnchanged: false },
        );
      }
    });
  }
});
