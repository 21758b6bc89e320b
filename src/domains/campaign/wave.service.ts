import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { CampaignTarget, CampaignTargetKind } from './campaign-target.js';
import type { Campaign } from './campaign.js';
import { LIVING, ownCampaign } from './own-campaign.js';
import { TargetList, TargetListStatus } from './target-list.js';
import type { CampaignWaveMoveInput, CampaignWaveSaveInput } from './wave.inputs.js';
import { WaveAction, waveLifecycle } from './wave.lifecycle.js';
import { Wave, WaveStatus } from './wave.js';

/** Plans a wave, or changes one that has not begun (CMP-19). */
export async function saveWave(context: CallContext, input: CampaignWaveSaveInput): Promise<Wave> {
  return context.database.write(context, async (tx) => {
    const campaign = await ownCampaign(tx, input.campaignId, LIVING);
    const present = input.waveId ? await tx.get(Wave, input.waveId, ['input', 'waveId']) : null;
    if (present && present.campaign.id !== campaign.id)
      refuse('CONTRADICTORY', 'The wave belongs to another campaign.', ['input', 'waveId']);
    if (present && present.status !== WaveStatus.PLANNED)
      refuse('INVALID_STATE', 'The wave has begun.', ['input', 'waveId'], { state: present.status });
    const { waveNo, name, theme = null, channel } = input;
    const taken = await tx.em.findOne(Wave, { campaign: campaign.id, waveNo });
    if (taken && taken !== present) refuse('DUPLICATE', 'Another wave has this place.', ['input', 'waveNo']);
    const period = periodOf(campaign, input);
    if ((await tx.em.count(CampaignTarget, { campaign: campaign.id, kind: CampaignTargetKind.CHANNEL, channel })) === 0)
      refuse('CONTRADICTORY', 'The campaign does not use this channel.', ['input', 'channel']);
    const targetList = input.targetListId ? await listOf(tx, campaign, input.targetListId) : null;
    const wave = present ?? Object.assign(new Wave(), { campaign, startedAt: null, endedAt: null });
    const changes = applyChanges(wave, { waveNo, name, theme, channel, targetList, ...period });
    if (!present) waveLifecycle.begin(tx, tx.add(wave));
    else if (changes.length > 0)
      tx.record({
        ...{ kind: 'RECORD_CHANGE', type: 'wave.changed', subject: wave, regionId: campaign.region.id },
        data: { campaignNo: campaign.campaignNo, changes },
      });
    return wave;
  });
}

function periodOf(campaign: Campaign, input: CampaignWaveSaveInput): { plannedStart: Date; plannedEnd: Date } {
  const [plannedStart, plannedEnd] = [new Date(input.plannedStart), new Date(input.plannedEnd)];
  if (plannedStart < campaign.plannedStart || plannedStart >= campaign.plannedEnd)
    refuse('CONTRADICTORY', 'It begins outside of the campaign.', ['input', 'plannedStart']);
  if (plannedEnd <= plannedStart || plannedEnd > campaign.plannedEnd)
    refuse('CONTRADICTORY', 'It ends before it begins, or after the campaign.', ['input', 'plannedEnd']);
  return { plannedStart, plannedEnd };
}

async function listOf(tx: Transaction, campaign: Campaign, id: string): Promise<TargetList> {
  const path = ['input', 'targetListId'];
  const list = await tx.get(TargetList, id, path, { lock: false });
  if (list.campaign.id !== campaign.id) refuse('CONTRADICTORY', 'The list belongs to another campaign.', path);
  if (list.status === TargetListStatus.DISCARDED) refuse('INVALID_STATE', 'The list was given up.', path);
  return list;
}

/** Takes a step with a wave. */
export async function moveWave(context: CallContext, input: CampaignWaveMoveInput): Promise<Wave> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'waveId'];
    const seen = await tx.get(Wave, input.waveId, path, { lock: false });
    await ownCampaign(tx, tx.idOf(seen.campaign), undefined, path);
    const wave = await tx.get(Wave, input.waveId, path);
    await stepWave(tx, wave, input.action, input.reason ?? null);
    return wave;
  });
}

/** Takes a step with a wave whose campaign is locked and at hand. */
export async function stepWave(tx: Transaction, wave: Wave, action: WaveAction, reason: string | null): Promise<void> {
  await waveLifecycle.move(tx, wave, action, { reason });
  if (action === WaveAction.START) wave.startedAt = tx.at;
  else wave.endedAt = tx.at;
}

/** Ends a wave with its campaign. */
export const endWave = (tx: Transaction, wave: Wave, reason: string | null): Promise<void> =>
  stepWave(tx, wave, wave.status === WaveStatus.RUNNING ? WaveAction.FINISH : WaveAction.SKIP, reason);
