import type { CallContext } from './database/context.js';
import type { Download } from './download.js';
import type { JobDefinition, Schedule } from './jobs/job.js';
import type { Class } from './model/registry.js';

/** What a domain gives to the house; `src/domains/index.ts` lists them. */
export interface Domain {
  /** Folder name. */
  name: string;
  /** Nouns, interfaces and value objects that have columns. */
  entities: readonly Class[];
  /** type-graphql resolver classes: mutations, subscriptions, and fields that SQL cannot give. */
  resolvers?: readonly (new () => object)[];
  /** Files that it hands out over HTTP, beside the graph. */
  downloads?: readonly Download[];
  /** Handlers of the jobs that the domain's transactions enqueue. */
  jobs?: readonly JobDefinition[];
  /** When jobs of the domain start by themselves. */
  schedules?: readonly Schedule[];
  /** What the domain does in every process while it runs, such as watching events. @returns ends it */
  start?: (context: CallContext) => () => Promise<void>;
  /** Reference data that must exist before the first request; run at every start, so it must be idempotent. */
  baseline?: (context: CallContext) => Promise<void>;
}
