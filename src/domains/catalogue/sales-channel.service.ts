import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { isActivePartner } from '../partner/index.js';
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

/** Refuses with NOT_FOUND or NOT_ACTIVE the code of no channel of sale: neither one of the list nor an active partner (PRD-48). */
export async function requireSalesChannel(tx: Transaction, code: string, path: InputPath): Promise<void> {
  const channel = await tx.em.findOne(SalesChannel, { code });
  if (channel?.active) return;
  if (channel) refuse('NOT_ACTIVE', 'Nothing new is made for this channel.', path);
  if (!(await isActivePartner(tx, code))) refuse('NOT_FOUND', 'There is no sales channel with this code.', path);
}
