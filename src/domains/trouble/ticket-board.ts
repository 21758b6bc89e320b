import { Field, Int, ObjectType } from 'type-graphql';
import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import type { LiveValue } from '../../kernel/events/index.js';
import { nounByName, nounOf } from '../../kernel/model/index.js';
import { Region, regionsInside } from '../region/index.js';
import { FaultTicket } from './fault-ticket.js';
import { ProblemTicket } from './problem-ticket.js';
import { TicketSeverity } from './ticket-enums.js';
import { changesOf, EVERY_CHANGE } from './ticket-progress.watch.js';
import { FINISHED_STATUSES, TicketStatus } from './ticket-status.js';
import { faultLifecycle } from './fault.lifecycle.js';

/** States in which nothing is left to be done in time. */
const DONE = [...FINISHED_STATUSES, TicketStatus.RESOLVED, TicketStatus.ANSWERING, TicketStatus.DUPLICATE_LINKED];
/** Tickets whose deadline is near that are named; all are counted. */
const MAX_NAMED = 50;
/** Deadlines come nearer without any event: how often they are looked at, in milliseconds. */
const CLOCK_MS = 5_000;
const MAX_MINUTES = 10_080;

@ObjectType({ description: 'How many faults of one severity are open in one region.' })
export class OpenFaultCount {
  @Field(() => Region, {
    nullable: true,
    description: 'Region that handles them; null when the caller may not see it.',
  })
  region!: Region | null;

  @Field(() => TicketSeverity, { description: 'How much they disturb.' })
  severity!: TicketSeverity;

  @Field(() => Int, { description: 'Number of open faults, at least 1.' })
  count!: number;
}

@ObjectType({ description: 'Faults that are not solved yet, by region and severity (TRB-41).' })
export class OpenFaults {
  @Field(() => Int, { description: 'Number of open faults in all regions.' })
  total!: number;

  @Field(() => [OpenFaultCount], { description: 'Regions and severities that have any.' })
  counts!: OpenFaultCount[];
}

@ObjectType({ description: 'Tickets that must be solved soon or should have been (TRB-35, TRB-42).' })
export class TicketsAboutToBreach {
  @Field(() => Int, { description: 'Number of open tickets whose deadline lies within the given time.' })
  count!: number;

  @Field(() => Int, { description: 'Number of open tickets whose deadline has passed.' })
  breached!: number;

  @Field(() => [ProblemTicket], {
    nullable: 'items',
    description: `Those whose deadline is near, the nearest first, at most ${MAX_NAMED}; null for one that is gone meanwhile.`,
  })
  tickets!: (ProblemTicket | null)[];
}

/** Open faults as counted: what is compared to tell a change. */
export interface FaultCounts {
  total: number;
  rows: { regionId: string; severity: TicketSeverity; count: number }[];
}

/** Deadlines as counted. */
export interface Deadlines {
  count: number;
  breached: number;
  tickets: { id: string; kind: string }[];
}

/**
 * Open faults by region and severity, now and whenever that changes, as far as the caller sees them.
 * @throws NOT_FOUND when there is no such region.
 */
export async function watchOpenFaults(context: CallContext, regionId: string | null): Promise<LiveValue<FaultCounts>> {
  const regionIds = regionId === null ? undefined : await regionsInside(context, regionId, 'regionId');
  return context.feed.live({
    match: { types: [changesOf(faultLifecycle)], ...(regionIds ? { regionIds } : {}) },
    read: async () => {
      const columns = '"t"."region_id" as "regionId", "t"."severity", count(*)::int as "count"';
      const { text, values } = openTickets(context, regionIds, columns);
      const kind = `$${values.push(nounOf(FaultTicket).discriminator)}`;
      const { rows } = await context.database.pool.query<FaultCounts['rows'][number]>(
        `${text} and "t"."kind" = ${kind} group by 1, 2 order by 1, 2`,
        values,
      );
      return { total: rows.reduce((sum, { count }) => sum + count, 0), rows };
    },
  });
}

/**
 * Tickets whose deadline is near, now and whenever that changes, as far as the caller sees them.
 * @param minutes how near, 1 to 10080 (a week). @throws BAD_USER_INPUT for other numbers, NOT_FOUND when there is no such region.
 */
export async function watchDeadlines(
  context: CallContext,
  regionId: string | null,
  minutes: number,
): Promise<LiveValue<Deadlines>> {
  if (minutes < 1 || minutes > MAX_MINUTES)
    throw codedError('BAD_USER_INPUT', `withinMinutes lies between 1 and ${MAX_MINUTES}.`, { path: ['withinMinutes'] });
  const regionIds = regionId === null ? undefined : await regionsInside(context, regionId, 'regionId');
  return context.feed.live({
    match: { types: EVERY_CHANGE, ...(regionIds ? { regionIds } : {}) },
    everyMs: CLOCK_MS,
    read: () => readDeadlines(context, regionIds, minutes),
  });
}

async function readDeadlines(
  context: CallContext,
  regionIds: readonly string[] | undefined,
  minutes: number,
): Promise<Deadlines> {
  const { text, values } = openTickets(context, regionIds, '"t"."id", "t"."kind", "t"."due_at"');
  const near = `$${values.push(minutes)}::int * interval '1 minute'`;
  const sql = `
    with "due" as materialized (${text} and "t"."due_at" <= now() + ${near})
    select (select count(*)::int from "due" where "due_at" > now()) as "count", (select count(*)::int from "due" where "due_at" <= now()) as "breached",
      coalesce((select json_agg(json_build_object('id', "id", 'kind', "kind")) from
        (select "id", "kind" from "due" where "due_at" > now() order by "due_at", "id" limit ${MAX_NAMED}) "first"), '[]') as "tickets"`;
  const { rows } = await context.database.pool.query<Deadlines>(sql, values);
  return rows[0]!;
}

function openTickets(
  { caller }: CallContext,
  regionIds: readonly string[] | undefined,
  columns: string,
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const region = regionIds ? ` and "t"."region_id" = any(${bind(regionIds)}::uuid[])` : '';
  const visible = visibleRows(ProblemTicket, caller, '"t"', bind);
  return {
    text: `select ${columns} from "problem_ticket" "t" where "t"."status" <> all(${bind(DONE)}::text[])${region} and ${visible}`,
    values,
  };
}

/** The message for counted faults; the graph reads the regions by their keys. */
export function openFaultsOf({ total, rows }: FaultCounts): OpenFaults {
  const counts = rows.map(({ regionId, severity, count }) => ({ region: keyOnly(Region, regionId), severity, count }));
  return { total, counts };
}

/** The message for deadlines; the graph reads the tickets by their keys. */
export function deadlinesOf({ count, breached, tickets }: Deadlines): TicketsAboutToBreach {
  const named = tickets.map(({ id, kind }) => keyOnly(nounByDiscriminator(kind), id) as ProblemTicket);
  return { count, breached, tickets: named };
}

const kinds = ['FaultTicket', 'ComplaintTicket', 'Suggestion', 'BillDispute'];

function nounByDiscriminator(kind: string) {
  const name = kinds.find((each) => nounByName(each)?.discriminator === kind);
  return nounByName(name ?? '')!.target;
}

function keyOnly<T extends object>(noun: abstract new () => T, id: string): T {
  return Object.assign(Object.create(noun.prototype as object) as T, { id });
}
