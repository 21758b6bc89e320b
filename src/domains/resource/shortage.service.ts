import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Region, RegionKind } from '../region/index.js';
import { ResourceShortage } from './resource-shortage.js';
import { ResourceType } from './resource-type.js';
import type { ResourceShortageReportInput } from './shortage.input.js';
import { ShortageReport, ShortageState } from './shortage-report.js';

/**
 * Takes what a stock system says of a type of resource (RES-53). Each message is kept: one that comes twice, or after a later one,
 * changes nothing, and one that names what is not known is kept unapplied for somebody to look into.
 */
export function takeShortage(context: CallContext, input: ResourceShortageReportInput): Promise<ShortageReport> {
  return context.database.write(context, async (tx) => {
    const at = new Date(input.at);
    const expectedAt = input.expectedAt ? new Date(input.expectedAt) : null;
    check(tx, input, at, expectedAt);
    const { messageId, typeCode, regionCode = null, state } = input;
    const system = tx.caller.subject;
    // Messages about one type are taken one after another, also two copies of one.
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`shortage:${typeCode}`]);
    const before = await tx.em.findOne(ShortageReport, { system, messageId });
    if (before) return before;
    const report = tx.add(
      Object.assign(new ShortageReport(), {
        ...{ system, messageId, typeCode, regionCode, state, at },
        ...{ shortage: null, applied: false },
      }),
    );
    const type = await tx.em.findOne(ResourceType, { code: typeCode });
    const region = await tx.em.findOne(Region, regionCode ? { code: regionCode } : { kind: RegionKind.COUNTRY });
    if (!type || !region) {
      const data = { system, messageId, typeCode, regionCode };
      tx.record({ kind: 'BUSINESS_FACT', type: 'resourceShortage.unmatched', subject: report, data });
      return report;
    }
    const known = { type: type.id, region: region.id };
    const later = await tx.em.count(ShortageReport, { shortage: known, at: { $gte: at } });
    if (later > 0) return report;
    const open = await tx.em.findOne(ResourceShortage, { ...known, endedAt: null });
    if (state === ShortageState.AVAILABLE && !open) return report;
    const shortage = open ?? tx.add(Object.assign(new ResourceShortage(), { type, region, since: at, endedAt: null }));
    if (state === ShortageState.AVAILABLE) shortage.endedAt = at;
    else Object.assign(shortage, { expectedAt, missing: input.missing ?? null, remark: input.remark ?? null });
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'resourceShortage.reported',
      subject: shortage,
      regionId: region.id,
      data: { type: typeCode, region: region.code, state, expectedAt: expectedAt?.toISOString() ?? null },
    });
    return Object.assign(report, { shortage, applied: true });
  });
}

function check(tx: Transaction, input: ResourceShortageReportInput, at: Date, expectedAt: Date | null): void {
  if (at > tx.at) refuse('IN_FUTURE', 'The moment lies in the future.', ['input', 'at']);
  if (expectedAt && expectedAt <= at)
    refuse('CONTRADICTORY', 'It is expected after it was found short.', ['input', 'expectedAt']);
  if (input.state === ShortageState.SHORT) return;
  for (const field of ['expectedAt', 'missing', 'remark'] as const)
    if (input[field] != null) refuse('CONTRADICTORY', 'Only a shortage says this.', ['input', field]);
}
