import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { type Class } from '../../kernel/model/index.js';
import { Campaign, CampaignStatus as S } from './campaign.js';
import { CampaignAction } from './campaign.lifecycle.js';
import { takeStep } from './move.service.js';
import { objectionToStart } from './readiness.js';
import { Wave, WaveStatus } from './wave.js';
import { WaveAction } from './wave.lifecycle.js';
import { stepWave } from './wave.service.js';

/** Name of the job that begins and ends campaigns and their waves when it is time. */
export const KEEP_DATES = 'campaign.dates';

export const datesSchedule: Schedule = {
  name: KEEP_DATES,
  cron: '*/5 * * * *',
  job: KEEP_DATES,
  description: 'Begins and ends campaigns and their waves when it is time.',
};

/** The campaign, locked, when it is still in one of the states. */
async function lockedIn(tx: Transaction, id: string, states: readonly S[]): Promise<Campaign | null> {
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
  const campaign = await tx.em.findOneOrFail(Campaign, { id }, how);
  await tx.em.populate(campaign, ['region']);
  return states.includes(campaign.status) ? campaign : null;
}

/**
 * Begins and ends campaigns and waves whose time has come, each in a transaction of its own; what may not begin says why (CMP-17,
 * CMP-19). One that fails holds up none of the others; the first failure is thrown when all have had their turn.
 */
export const keepDates = defineJob(KEEP_DATES, async (_payload, context, { signal }) => {
  const { database } = context;
  const at = database.clock();
  const failures: unknown[] = [];
  const each = async (noun: Class, where: object, run: (tx: Transaction, id: string) => Promise<void>) => {
    const due = (await database.orm.em
      .fork()
      .find(noun as never, where as never, { orderBy: { id: 'asc' } as never })) as { id: string }[];
    for (const { id } of due) {
      signal.throwIfAborted();
      await database.write(context, (tx) => run(tx, id)).catch((failure: unknown) => failures.push(failure));
    }
  };
  const going = [S.RUNNING, S.PAUSED];
  await each(Campaign, { status: { $in: going }, plannedEnd: { $lte: at } }, async (tx, id) => {
    const campaign = await lockedIn(tx, id, going);
    if (campaign) await takeStep(tx, campaign, CampaignAction.END, null);
  });
  const waiting = { status: S.APPROVED, automatic: true, plannedStart: { $lte: at }, plannedEnd: { $gt: at } };
  await each(Campaign, waiting, begin);
  const running = { campaign: { status: S.RUNNING } };
  await each(Wave, { ...running, status: WaveStatus.RUNNING, plannedEnd: { $lte: at } }, waveStep(WaveAction.FINISH));
  await each(Wave, { ...running, status: WaveStatus.PLANNED, plannedEnd: { $lte: at } }, waveStep(WaveAction.SKIP));
  await each(Wave, { ...running, status: WaveStatus.PLANNED, plannedStart: { $lte: at } }, waveStep(WaveAction.START));
  if (failures.length > 0) throw failures[0];
});

async function begin(tx: Transaction, id: string): Promise<void> {
  const campaign = await lockedIn(tx, id, [S.APPROVED]);
  if (!campaign) return;
  const objection = (await objectionToStart(campaign, tx))?.slice(0, 1000);
  if (!objection) return takeStep(tx, campaign, CampaignAction.START, null);
  // Tried every few minutes, told once.
  if (campaign.startObjection === objection) return;
  campaign.startObjection = objection;
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type: 'campaign.start.refused', subject: campaign, regionId: campaign.region.id },
    data: { campaignNo: campaign.campaignNo, objection },
  });
}

const waveStep =
  (action: WaveAction) =>
  async (tx: Transaction, id: string): Promise<void> => {
    const seen = await tx.em.findOneOrFail(Wave, { id });
    const campaign = await lockedIn(tx, seen.campaign.id, [S.RUNNING]);
    if (!campaign) return;
    const wave = await tx.em.findOneOrFail(Wave, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    const from = action === WaveAction.FINISH ? WaveStatus.RUNNING : WaveStatus.PLANNED;
    if (wave.status === from) await stepWave(tx, wave, action, null);
  };
