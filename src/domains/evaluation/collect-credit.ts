import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { dayAt, operatorZone } from '../calendar/index.js';
import { Customer, findCustomerIdsByCode } from '../customer/index.js';
import { CreditCause, CreditRunStatus as S, CreditSource } from './credit-enums.js';
import { CreditProfile } from './credit-profile.js';
import { CreditRun, CreditRunFailure } from './credit-run.js';
import { creditSource, type GivenRating } from './credit-source.port.js';
import { creditCycle } from './evaluation.parameters.js';
import { isScore, rateCustomer, ratingGround } from './rate-customer.js';

const COLLECT = 'evaluation.credit.collect';
const DUE = 'evaluation.credit.due';

interface Collected {
  read: number;
  updated: number;
  unchanged: number;
  failures: { customerCode: string; customerId: string | null; code: string; score: string }[];
}

/** Name of the cycle in which a day, `YYYY-MM-DD`, of the operator lies; null when credit is collected by hand only (CRD-07). */
export function cycleAt(kind: string, day: string): string | null {
  if (kind === 'DAILY') return day;
  if (kind === 'MONTHLY') return day.slice(0, 7);
  if (kind !== 'WEEKLY') return null;
  const monday = new Date(`${day}T00:00:00Z`);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  return `week of ${monday.toISOString().slice(0, 10)}`;
}

/** Asks for a collection now, whatever the cycle (CRD-03). */
export function askForCredit(context: CallContext): Promise<CreditRun> {
  return context.database.write(context, async (tx) => {
    const cycle = formatNumber('CC', await takeNumber(tx, 'credit-run'));
    const run = tx.add(Object.assign(new CreditRun(), { cycle, status: S.SCHEDULED, requestedBy: tx.caller.subject }));
    tx.record({ kind: 'RECORD_CHANGE', type: 'credit.collection.asked', subject: run, data: { cycle } });
    tx.enqueue({ name: COLLECT, key: `${COLLECT}:${run.id}`, queue: COLLECT, payload: { runId: run.id } });
    return run;
  });
}

export const creditSchedule: Schedule = {
  name: DUE,
  cron: '30 19 * * *',
  job: DUE,
  description: 'Collects credit of customers from billing, once per cycle, and again what did not go well.',
};

/** Begins the collection of the present cycle, or repeats one that did not go well. */
export const creditDue = defineJob(DUE, async (_payload, context) => {
  const { database } = context;
  const today = dayAt(database.clock(), await operatorZone(database));
  const cycle = cycleAt(await creditCycle.read(database), today);
  if (!cycle) return;
  await database.write(context, async (tx) => {
    const added = Object.assign(new CreditRun(), { cycle, status: S.SCHEDULED, requestedBy: tx.caller.subject });
    const known = await tx.em.findOne(CreditRun, { cycle });
    const { id, status } = known ?? tx.add(added);
    if (status === S.DONE) return;
    tx.enqueue({ name: COLLECT, key: `${COLLECT}:${id}`, queue: COLLECT, payload: { runId: id } });
  });
});

/** Takes the ratings of a run part by part; may be repeated, for what is there already is found unchanged (CRD-03). */
export const collectCredit = defineJob<{ runId: string }>(
  COLLECT,
  async ({ runId }, context, { signal }) => {
    const run = await context.database.orm.em.fork().findOne(CreditRun, runId);
    if (!run || run.status === S.DONE) return;
    const total: Collected = { read: 0, updated: 0, unchanged: 0, failures: [] };
    let fault: string | null = null;
    try {
      for (let after: string | null = null, more = true; more;) {
        signal.throwIfAborted();
        const { ratings, next } = await creditSource.adapter.ratings(run.cycle, after, context);
        await take(context, runId, ratings, total);
        after = next;
        more = next !== null;
      }
    } catch (error) {
      if (signal.aborted) throw error;
      fault = (error as Error).message.slice(0, 500);
    }
    await end(context, runId, total, fault);
  },
  { waits: true },
);

async function take(
  context: CallContext,
  runId: string,
  given: readonly GivenRating[],
  total: Collected,
): Promise<void> {
  const found = await findCustomerIdsByCode(
    context.database,
    given.map(({ customerCode }) => customerCode),
  );
  const byCustomer = new Map<string, GivenRating>();
  total.read += given.length;
  for (const rating of given) {
    const { customerCode, score } = rating;
    const customerId = found.get(customerCode) ?? null;
    const well = isScore(score) && !Number.isNaN(Date.parse(rating.evaluatedAt));
    if (customerId && well && !byCustomer.has(customerId)) byCustomer.set(customerId, rating);
    else {
      const code = !customerId ? 'UNKNOWN_CUSTOMER' : well ? 'DUPLICATE' : 'BAD_SCORE';
      total.failures.push({ customerCode: customerCode.slice(0, 40), customerId, code, score: score.slice(0, 100) });
    }
  }
  await context.database.write(context, async (tx) => {
    const ground = await ratingGround(tx);
    const run = await tx.em.findOneOrFail(CreditRun, runId);
    const customers = await tx.em.find(
      Customer,
      { id: { $in: [...byCustomer.keys()] } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    for (const customer of customers) {
      const { score, evaluatedAt } = byCustomer.get(customer.id)!;
      const present = await tx.em.findOne(CreditProfile, { customer: customer.id }, { refresh: true });
      const at = new Date(evaluatedAt);
      const frozen = present?.frozenUntil && present.frozenUntil > tx.at;
      const later = present && present.source !== CreditSource.INITIAL && present.evaluatedAt > at;
      if (frozen || later) {
        total.unchanged += 1;
        continue;
      }
      const { changed } = await rateCustomer(
        tx,
        customer,
        {
          ...{ score, source: CreditSource.BILLING, cause: CreditCause.BATCH, evaluatedAt: at, run },
          reason: `Collected for ${run.cycle}`,
        },
        { ...ground, keepUnchanged: false },
      );
      total[changed ? 'updated' : 'unchanged'] += 1;
    }
  });
}

async function end(context: CallContext, runId: string, total: Collected, fault: string | null): Promise<void> {
  await context.database.write(context, async (tx) => {
    const run = (await tx.find(CreditRun, runId))!;
    const { read, updated, unchanged, failures } = total;
    await tx.em.nativeDelete(CreditRunFailure, { run: run.id });
    for (const { customerCode, customerId, code, score } of failures)
      tx.add(
        Object.assign(new CreditRunFailure(), {
          ...{ run, customerCode, code, score },
          customer: customerId ? tx.em.getReference(Customer, customerId) : null,
        }),
      );
    const rejected = failures.length;
    const status = fault ? S.FAILED : rejected > 0 ? S.PARTLY_FAILED : S.DONE;
    // Customers who were updated by an earlier try of the run are counted with those of this one.
    Object.assign(run, {
      ...{ status, fault, endedAt: tx.at, read, unchanged, rejected },
      updated: run.updated + updated,
    });
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'credit.collected',
      subject: run,
      data: { cycle: run.cycle, status, read, updated, unchanged, rejected },
    });
  });
}
