import { defineJob, type NewJob } from '../../kernel/jobs/index.js';
import { Customer } from '../customer/index.js';
import { CustomerMerge, CustomerMergeStatus } from './customer-merge.js';
import { moveLateRows } from './merge-customers.js';

const NAME = 'customer.merge.late-rows';
/** Longer than an operation takes that had read the absorbed customer before the merge, in milliseconds. */
const AFTER_MS = 30_000;

/** The job that looks once more, some time after a merge, for what came to the absorbed customer. */
export const lateRowsJob = (mergeId: string, at: Date): NewJob => ({
  ...{ name: NAME, key: `${NAME}:${mergeId}`, payload: { mergeId } },
  runAt: new Date(at.getTime() + AFTER_MS),
});

export const lateRows = defineJob<{ mergeId: string }>(NAME, ({ mergeId }, context) =>
  context.database.write(context, async (tx) => {
    const merge = await tx.find(CustomerMerge, mergeId);
    if (merge?.status !== CustomerMergeStatus.MERGED) return;
    const found = new Map<string, Customer>();
    for (const key of [merge.survivor.id, merge.absorbed.id].toSorted())
      found.set(key, (await tx.findExactly(Customer, key))!);
    // Where the survivor was merged too, what comes late goes to where all went.
    const survivor = (await tx.find(Customer, merge.survivor.id))!;
    await moveLateRows(tx, merge, survivor, found.get(merge.absorbed.id)!);
  }),
);
