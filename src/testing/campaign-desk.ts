import { keepDates } from '../domains/campaign/index.js';
import { ask, graph, idOf, ok, rows, run } from './catalogue-desk.js';
import type { As } from './graph.js';
import { hire, type Hired } from './staff.js';
import { until } from './until.js';

/** Staff of Guangdong who run campaigns, and who approve them; and who serves customers in Guangzhou. */
export const marketer = { sub: 'mk44', role: 'staff', region: '44' } as const satisfies As;
export const leader = { sub: 'mk44b', role: 'staff', region: '44' } as const satisfies As;
export const clerk = { sub: 'c4401', role: 'staff', region: '4401' } as const satisfies As;
export const elsewhere = { sub: 'c51', role: 'staff', region: '51' } as const satisfies As;

export const HOUR = 3_600_000;
export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

/** Somebody of the unit that stands for IT support. */
export const hireIt = (): Promise<Hired> => hire(graph, `IT${Date.now()}`, 'H4403', ['HALL_MANAGER']);

/** Writes a campaign that is promoting an offering on the telephone. @returns its id */
export async function campaignOf(name: string, more: object = {}, as: As = marketer): Promise<string> {
  const { campaign } = await ok('campaignSave', 'campaign { id }', await plannedAs(name, more), as);
  return campaign.id as string;
}

/** What {@link campaignOf} writes. */
export const plannedAs = async (name: string, more: object = {}) => ({
  ...{ name, purpose: 'ACQUIRE', goal: 'more lines', objectives: [], automatic: false },
  ...{ plannedStart: inHours(-1), plannedEnd: inHours(48) },
  ownerOrganizationId: await idOf('internalOrganization', 'H4401'),
  regionId: await idOf('region', '44'),
  ...{ offeringIds: [], segmentIds: [], channels: ['CALL_CENTRE', 'POINT_OF_SALE'], regionIds: [] },
  ...more,
});

/** A new customer of a region. */
export async function customerIn(
  region: string,
  name: string,
  more: object = {},
): Promise<{ id: string; code: string }> {
  const input = { regionId: await idOf('region', region), individual: { name, ...more } };
  return (await ok('customerCreate', 'customer { id code }', input, 'admin'))['customer'];
}

/** A published list of customers chosen by hand. @returns its id */
export async function publishedList(campaignId: string, customerIds: string[], more: object = {}): Promise<string> {
  const input = { campaignId, name: 'List', customerIds, ...more };
  const { targetList } = await ok('campaignTargetListCreate', 'targetList { id }', input, marketer);
  await ok('campaignTargetListPublish', '__typename', { targetListId: targetList.id }, marketer);
  return targetList.id as string;
}

/** Submits a campaign and has it approved. */
export async function approve(campaignId: string): Promise<void> {
  await ok('campaignSubmit', '__typename', { campaignId }, marketer);
  await ok('campaignDecide', '__typename', { campaignId, approved: true }, leader);
}

/** Takes a step; answers what was refused, or the state. */
export const move = (campaignId: string, action: string, reason?: string, as: As = marketer) =>
  run('campaignMove', 'campaign { status reason startObjection }', { campaignId, action, reason }, as);

/** A running campaign for these customers. @returns its id */
export async function runningFor(name: string, customerIds: string[], more: object = {}): Promise<string> {
  const campaignId = await campaignOf(name, { offeringIds: [await idOf('offering', await soldOffering())], ...more });
  await approve(campaignId);
  await publishedList(campaignId, customerIds);
  await ok('campaignMove', '__typename', { campaignId, action: 'START' }, marketer);
  return campaignId;
}

/** Code of an offering that anybody may be sold: it bundles nothing that needs a main product. */
export async function soldOffering(): Promise<string> {
  const [row] =
    await rows(`select "o"."code" from "offering" "o" join "offering_tariff" "t" on "t"."offering_id" = "o"."id" join "tariff_plan" "p" on "p"."id" = "t"."tariff_plan_id"
    where "o"."status" = 'IN_USE' and "o"."owner_id" is null and "p"."status" = 'ACTIVE' and "o"."validity_from" <= now() and "o"."validity_to" is null and "t"."validity_to" is null and "p"."validity_to" is null
    and not exists (select from "offering_component" "c" join "product" "b" on "b"."id" = "c"."product_id" where "c"."offering_id" = "o"."id" and "b"."kind" = 'ATTACHED')
    order by 1 limit 1`);
  return row.code as string;
}

/** Waits for a list to be built, and answers it. */
export async function builtList(id: string) {
  await until(
    async () =>
      (await rows(`select 1 from "target_list" where "list_no" = $1 and "status" = 'READY'`, [id])).length > 0,
  );
  return (
    await ask(
      `query ($no: String!) { targetList(listNo: $no) { id status targets controls excluded duplicates members(first: 100) { nodes { group exclusion customer { code } } } } }`,
      { no: id },
      marketer,
    )
  ).targetList;
}

/** Lets time pass and the job run that keeps the dates of campaigns. */
export async function atTime(at: string): Promise<void> {
  const { clock } = graph.database;
  graph.database.clock = () => new Date(at);
  try {
    await keepDates.run({}, graph.database.systemContext('test'), {
      id: '1',
      attempt: 1,
      signal: new AbortController().signal,
    });
  } finally {
    graph.database.clock = clock;
  }
}
