import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { activePartnersAmong } from '../partner/index.js';
import { requireMaintainer } from './maintenance.js';
import { MaintenanceLevel } from './maintenance-level.js';
import type { SalesChannelSaveInput } from './sales-channel.input.js';
import { SalesChannel, SalesChannelKind as Kind } from './sales-channel.js';

const channels = [
  ['OWN_HALL', '自有营业厅', Kind.HALL],
  ['COOPERATIVE_HALL', '合作营业厅', Kind.HALL],
  ['CALL_CENTRE', '10000号', Kind.HOTLINE],
  ['WEB_HALL', '网上营业厅', Kind.ONLINE],
  ['ACCOUNT_MANAGER', '客户经理', Kind.ACCOUNT_MANAGER],
] as const;

/** Sales channels from the first start (PRD-48). */
export async function ensureSalesChannels(context: CallContext): Promise<void> {
  const rows = channels.map(([code, name, kind]) => ({ code, name, kind, active: true }));
  await context.database.write(context, async (tx) => void (await ensureRows(tx, SalesChannel, rows)));
}

/** Adds a sales channel, or changes one; they are common to all regions (PRD-48). */
export async function saveSalesChannel(context: CallContext, input: SalesChannelSaveInput): Promise<SalesChannel> {
  return context.database.write(context, async (tx) => {
    await requireMaintainer(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, ['input']);
    const { code, name, kind, active } = input;
    const channel =
      (await tx.em.findOne(SalesChannel, { code })) ?? tx.add(Object.assign(new SalesChannel(), { code }));
    const changes = applyChanges(channel, { name, kind, active: active ?? true });
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'salesChannel.changed', subject: channel, data: { changes } });
    return channel;
  });
}

/**
 * What speaks against channels of sale, by their codes: NOT_FOUND against what is neither one of the list nor an active partner, NOT_ACTIVE
 * against one for which nothing new is made (PRD-48). Those that nothing speaks against are left out.
 */
export async function channelObjections(
  tx: Transaction,
  codes: readonly string[],
): Promise<Map<string, 'NOT_FOUND' | 'NOT_ACTIVE'>> {
  const channels = await tx.em.find(SalesChannel, { code: { $in: [...codes] } });
  const listed = new Map(channels.map((channel) => [channel.code, channel]));
  const partners = await activePartnersAmong(
    tx,
    codes.filter((code) => !listed.has(code)),
  );
  const objections = new Map<string, 'NOT_FOUND' | 'NOT_ACTIVE'>();
  for (const code of codes)
    if (listed.has(code)) {
      if (!listed.get(code)!.active) objections.set(code, 'NOT_ACTIVE');
    } else if (!partners.has(code)) objections.set(code, 'NOT_FOUND');
  return objections;
}

/** Refuses with NOT_FOUND or NOT_ACTIVE the code of no channel of sale: neither one of the list nor an active partner (PRD-48). */
export async function requireSalesChannel(tx: Transaction, code: string, path: InputPath): Promise<void> {
  const objection = (await channelObjections(tx, [code])).get(code);
  if (objection === 'NOT_ACTIVE') refuse(objection, 'Nothing new is made for this channel.', path);
  if (objection) refuse(objection, 'There is no sales channel with this code.', path);
}
