import type { CallContext } from '../../../kernel/database/context.js';
import type { Transaction } from '../../../kernel/database/transaction.js';
import { TimePeriod } from '../../../kernel/model/index.js';
import { checkDefinition, errorsIn } from '../../../kernel/process/index.js';
import { specificityOf } from '../applicability.js';
import { definitionOf } from '../definition-of-input.js';
import { writeDefinition } from '../definition-rows.js';
import { knownTo } from '../known.js';
import { ProcessDispatchMode } from '../process.enums.js';
import { ProcessTemplate } from '../process-template.js';
import { ProcessTemplateVersion } from '../process-template-version.js';
import { processVersionLifecycle } from '../process-version.lifecycle.js';
import { graphOf, STANDARD_PRIORITY, type StandardProcess } from './standard-process.js';

/**
 * Publishes standard processes that are not there yet, those that others call first. What is there stays as the operator changed it.
 * Throws when one is faulty: that is a fault of the house, not of an operator.
 */
export async function ensureProcesses(context: CallContext, processes: readonly StandardProcess[]): Promise<void> {
  await context.database.write(context, async (tx) => {
    await tx.em.execute(`select pg_advisory_xact_lock(hashtext('process.ensure'))`);
    const codes = processes.map(({ code }) => code);
    const known = new Set((await tx.em.find(ProcessTemplate, { code: { $in: codes } })).map(({ code }) => code));
    for (const process of processes) if (!known.has(process.code)) await publish(tx, process);
  });
}

async function publish(tx: Transaction, process: StandardProcess): Promise<void> {
  const { code, name, functionalDomain, objectType, applicability = null, limit } = process;
  const timeLimits = limit === undefined ? [] : [{ minutes: limit, workingTime: true }];
  const definition = definitionOf({ ...graphOf(process), timeLimits, variables: [...(process.variables ?? [])] }, name);
  const errors = errorsIn(checkDefinition(definition, await knownTo(tx.em, code, definition)));
  if (errors.length > 0) throw new Error(`Standard process ${code}: ${errors.map(({ message }) => message).join(' ')}`);
  const template = tx.add(
    Object.assign(new ProcessTemplate(), {
      ...{ code, name, functionalDomain, objectType, dispatchMode: ProcessDispatchMode.REALTIME, origin: null },
      priority: process.priority ?? STANDARD_PRIORITY,
    }),
  );
  const { subject } = tx.caller;
  const version = tx.add(
    Object.assign(new ProcessTemplateVersion(), {
      ...{ template, number: 1, changeReason: null, basedOn: null, applicability },
      specificity: applicability ? specificityOf(applicability) : 0,
      validity: TimePeriod.since(tx.at),
      ...{ createdBy: subject, submittedBy: subject, submittedAt: tx.at, publishedBy: subject, publishedAt: tx.at },
    }),
  );
  processVersionLifecycle.begin(tx, version);
  for (const action of ['submit', 'approve', 'publish'] as const)
    await processVersionLifecycle.move(tx, version, action);
  await tx.em.flush();
  await writeDefinition(tx.em, version.id, definition, tx.at);
}
