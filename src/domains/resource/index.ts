import './resource.events.js';
import type { Domain } from '../../kernel/domain.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { Reservation } from './reservation.js';
import { expireResources } from './reservation.service.js';
import { ResourceItem } from './resource-item.js';
import { ResourceType } from './resource-type.js';
import './resource.policy.js';
import { ResourceResolver } from './resource.resolver.js';
import { StockBalance } from './stock-balance.js';
import { StockHolder } from './stock-holder.js';
import { StockNote } from './stock-note.js';

export * from './reservation.js';
export { expireResources } from './reservation.service.js';
export * from './resource-item.js';
export * from './resource-type.js';
export * from './stock-balance.js';
export * from './stock-holder.js';
export * from './stock-note.js';

/** Resources of the sales departments: types, stock, numbers, cards and terminals, reservations, and what customers have of them. */
export const resource: Domain = {
  name: 'resource',
  entities: [ResourceType, StockHolder, StockBalance, ResourceItem, StockNote, Reservation],
  resolvers: [ResourceResolver],
  jobs: [defineJob('resource.expire', (_payload, context) => expireResources(context))],
  schedules: [
    {
      name: 'resource.expire',
      cron: '* * * * *',
      job: 'resource.expire',
      description: 'Ends reservations whose time ran out, and frees numbers that have rested.',
    },
  ],
};
