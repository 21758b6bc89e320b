import './resource.events.js';
import type { Domain } from '../../kernel/domain.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { askRefusedNumbersJob, askRefusedNumbersSchedule } from './ask-refused-numbers.js';
import { CardAudit } from './card-audit.js';
import { markCards } from './card-expiry.service.js';
import { GiftIssue } from './gift-issue.js';
import { NumberLevelRule } from './number-level-rule.js';
import { NumberSegment } from './number-segment.js';
import { OperatingResource } from './operating-resource.js';
import { Reservation } from './reservation.js';
import { expireResources } from './reservation.service.js';
import { ResourceRequest } from './resource-request.js';
import { ResourceItem } from './resource-item.js';
import { ResourceShortage } from './resource-shortage.js';
import { ResourceType } from './resource-type.js';
import './resource.policy.js';
import { ResourceResolver } from './resource.resolver.js';
import { ShortageReport } from './shortage-report.js';
import { ShortageResolver } from './shortage.resolver.js';
import { StockBalance } from './stock-balance.js';
import { StockHolder } from './stock-holder.js';
import { watchStockAge } from './stock-age.service.js';
import { warnOfOverdue } from './stock-in-order.service.js';
import { StockInOrder } from './stock-in-order.js';
import { StockNote } from './stock-note.js';
import { StockPlanningResolver } from './stock-planning.resolver.js';
import { reportStock } from './stock-report.service.js';
import { StockReport } from './stock-report.js';
import { StockTakeLine } from './stock-take-line.js';
import { StockTake } from './stock-take.js';
import { tellHoldJob } from './tell-hold.job.js';
import { StockUseResolver } from './stock-use.resolver.js';

export * from './card-audit.js';
export * from './card-expiry.js';
export * from './gift-issue.js';
export * from './holder-for.js';
export * from './number-level-rule.js';
export * from './number-holds.port.js';
export { ordersOfNumbers } from './number-objections.js';
export * from './number-refusal.js';
export * from './number-segment.js';
export { servesProduct } from './number-segment.service.js';
export { levelTooGood } from './number-level.service.js';
export * from './operating-resource.js';
export * from './ordered-numbers.js';
export * from './reservation.js';
export { ceaseNumbers, deliverNumber } from './delivered-numbers.js';
export { expireResources } from './reservation.service.js';
export * from './resource-item.js';
export * from './resource-shortage.js';
export * from './resource-type.js';
export * from './shortage-report.js';
export * from './shortages.js';
export * from './stock-balance.js';
export * from './stock-holder.js';
export { takeIn } from './stock-in.service.js';
export { noteNumber } from './write-note.js';
export * from './stock-note.js';
export * from './resource-request.js';
export * from './stock-in-order.js';
export * from './stock-report.js';
export * from './stock-take-line.js';
export * from './stock-take.js';
export * from './taken-numbers.js';

/** Resources of the sales departments: types, stock, numbers, cards and terminals, reservations, and what customers have of them. */
export const resource: Domain = {
  name: 'resource',
  entities: [
    ResourceType,
    StockHolder,
    StockBalance,
    ResourceItem,
    StockNote,
    Reservation,
    ResourceRequest,
    StockInOrder,
    StockReport,
    StockTake,
    StockTakeLine,
    NumberLevelRule,
    NumberSegment,
    GiftIssue,
    CardAudit,
    OperatingResource,
    ResourceShortage,
    ShortageReport,
  ],
  resolvers: [ResourceResolver, StockPlanningResolver, StockUseResolver, ShortageResolver],
  jobs: [
    defineJob('resource.expire', (_payload, context) => expireResources(context)),
    defineJob('resource.watch', async (_payload, context) => {
      await warnOfOverdue(context);
      await watchStockAge(context);
      await markCards(context);
    }),
    tellHoldJob,
    askRefusedNumbersJob,
    defineJob('resource.report', (_payload, context) => reportStock(context)),
  ],
  schedules: [
    askRefusedNumbersSchedule,
    {
      name: 'resource.expire',
      cron: '* * * * *',
      job: 'resource.expire',
      description: 'Ends reservations whose time ran out, and frees numbers that have rested.',
    },
    {
      name: 'resource.watch',
      cron: '*/10 * * * *',
      job: 'resource.watch',
      description: 'Warns of stock that was not taken in in time, of stock that lies too long, and of cards that end.',
    },
    {
      name: 'resource.report',
      cron: '20 0 * * *',
      job: 'resource.report',
      description: 'Adds up the stock of the day and month that are over.',
    },
  ],
};
