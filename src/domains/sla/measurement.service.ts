import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { deviationOf, levelOf } from './compare.js';
import { cycleStart } from './cycle.js';
import type { SlaMeasurementRecordInput } from './measurement.input.js';
import { MeasurementSource, RunningIndicator, SlaLevel } from './running-indicator.js';
import { SlaContractStatus } from './sla-contract.js';
import { SlaProblem, SlaProblemSource } from './sla-problem.js';
import { SlaTerm } from './sla-term.js';
import { ProcessInstance } from '../workflow/index.js';

/** A measured value with the problem that it shows first; null when it shows none or the cycle has one already. */
export interface Measured {
  measurement: RunningIndicator;
  problem: SlaProblem | null;
}

/**
 * Records a measured value, compares it with the promise (SLA-31), and reports a problem when the alarm value is passed: one per
 * promise and cycle, however often it is measured (SLA-38, rule R5).
 */
export function recordMeasurement(context: CallContext, input: SlaMeasurementRecordInput): Promise<Measured> {
  return context.database.write(context, (tx) => measure(context, tx, input, null));
}

/** Records the duration of a process as a measured value, once for each promise and process (WFL-69). */
export function recordProcess(
  context: CallContext,
  input: SlaMeasurementRecordInput,
  instanceId: string,
): Promise<Measured | null> {
  return context.database.write(context, async (tx) => {
    const { id } = await tx.get(SlaTerm, input.slaTermId, ['input', 'slaTermId']);
    if (await tx.em.findOne(RunningIndicator, { term: id, processInstance: instanceId })) return null;
    return measure(context, tx, input, tx.em.getReference(ProcessInstance, instanceId));
  });
}

async function measure(
  context: CallContext,
  tx: Transaction,
  input: SlaMeasurementRecordInput,
  processInstance: ProcessInstance | null,
): Promise<Measured> {
  // The lock on the term makes concurrent measurements of it follow one another, so the cycle's problem is written once.
  const term = await tx.get(SlaTerm, input.slaTermId, ['input', 'slaTermId']);
  await tx.em.populate(term, ['slaContract', 'indicator']);
  const measuredAt = input.measuredAt ? new Date(input.measuredAt) : tx.at;
  checkInForce(tx, term, measuredAt);
  const promised = { ...comparable(term), direction: term.indicator.direction };
  const before = await tx.em.findOne(
    RunningIndicator,
    { term: term.id },
    { orderBy: { measuredAt: 'desc', id: 'desc' } },
  );
  const measurement = tx.add(
    Object.assign(new RunningIndicator(), {
      term,
      value: input.value,
      deviation: deviationOf(promised, input.value),
      level: levelOf(promised, input.value),
      cycleFrom: cycleStart(term.monitoringCycle, measuredAt),
      measuredAt,
      source: input.source ?? MeasurementSource.MANUAL,
      handler: tx.caller.name,
      processInstance,
    }),
  );
  if (measurement.level === SlaLevel.VIOLATION)
    return { measurement, problem: await report(context, tx, measurement, input.details ?? null) };
  const latest = !before || measuredAt >= before.measuredAt;
  if (latest && measurement.level !== (before?.level ?? SlaLevel.OK))
    recordFact(tx, term, measurement, measurement.level === SlaLevel.OK ? 'sla.recovered' : 'sla.warned');
  return { measurement, problem: null };
}

const comparable = ({ committedValue, warningValue, alarmValue }: SlaTerm) => ({
  committedValue,
  warningValue,
  alarmValue,
});

function checkInForce(tx: Transaction, { slaContract }: SlaTerm, at: Date): void {
  const path = ['input', 'measuredAt'];
  const { from, to } = slaContract.validity;
  if (at > tx.at) refuse('IN_FUTURE', 'A measurement cannot lie in the future.', path);
  if (slaContract.status === SlaContractStatus.TERMINATED)
    refuse('NOT_IN_FORCE', 'The contract is terminated.', ['input', 'slaTermId']);
  if (at < from || (to && at >= to))
    refuse('NOT_IN_FORCE', 'The contract did not bind at that moment.', path, {
      from: from.toISOString(),
      to: to?.toISOString() ?? null,
    });
}

async function report(
  context: CallContext,
  tx: Transaction,
  measurement: RunningIndicator,
  details: string | null,
): Promise<SlaProblem | null> {
  const { term, cycleFrom, value, deviation } = measurement;
  if (await tx.em.findOne(SlaProblem, { term: term.id, cycleFrom })) return null;
  const { customer, region } = term.slaContract;
  const problem = tx.add(
    Object.assign(new SlaProblem(), {
      problemNo: formatNumber('SP', await takeNumber(context.database, 'slaProblem')),
      term,
      measurement,
      customer,
      region,
      source: SlaProblemSource.AUTO,
      cycleFrom,
      actualValue: value,
      deviation,
      details,
      reporter: tx.caller.name,
      reportedAt: tx.at,
    }),
  );
  recordFact(tx, term, measurement, 'sla.violated', problem);
  return problem;
}

function recordFact(
  tx: Transaction,
  term: SlaTerm,
  measurement: RunningIndicator,
  ...[type, problem]: ['sla.warned' | 'sla.recovered'] | ['sla.violated', SlaProblem]
): void {
  const { slaContract, indicator, committedValue } = term;
  const data = {
    slaContractId: tx.idOf(slaContract),
    contractNo: slaContract.contractNo,
    indicatorCode: indicator.code,
    target: committedValue,
    actual: measurement.value,
    deviation: measurement.deviation,
    level: measurement.level,
  };
  const about = {
    kind: 'BUSINESS_FACT',
    subject: slaContract,
    customerId: slaContract.customer.id,
    regionId: slaContract.region.id,
  } as const;
  if (type !== 'sla.violated') return tx.record({ ...about, type, data });
  tx.record({ ...about, type, data: { ...data, slaProblemId: tx.idOf(problem), problemNo: problem.problemNo } });
}
