import { join } from 'node:path';
import { benchFolder } from '../folders.ts';
import type { Operation, Variables } from '../operations/operation.ts';
import type { Contestant, Surroundings } from './server.ts';

const environment = ({ databaseUrl, pool, caller }: Surroundings): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  POOL_SIZE: String(pool),
  REGION_IDS: caller.regionIds.join(','),
});

/** Rivals know no policies: where a list depends on the caller, the regions are a variable of the query. */
const scoped = (operation: Operation, variables: Variables, { caller }: Surroundings): Variables =>
  operation.scoped ? { ...variables, regions: caller.regionIds } : variables;

/** Hand-written SQL behind a bare HTTP server; asked by the operation's name. */
export const ceiling: Contestant = {
  name: 'ceiling',
  script: join(benchFolder, 'servers/ceiling/main.ts'),
  environment,
  sameAnswer: true,
  path: '/',
  headers: () => ({}),
  body: (operation, variables) => JSON.stringify({ operation: operation.name, variables }),
};

export const postgraphile: Contestant = {
  name: 'postgraphile',
  script: join(benchFolder, 'rivals/postgraphile.mjs'),
  environment,
  path: '/graphql',
  headers: () => ({}),
  body: (operation, variables, surroundings) =>
    JSON.stringify({ query: operation.postgraphile, variables: scoped(operation, variables, surroundings) }),
};

export const mercurius: Contestant = {
  name: 'mercurius',
  script: join(benchFolder, 'rivals/mercurius/main.ts'),
  environment,
  path: '/graphql',
  headers: () => ({}),
  body: (operation, variables, surroundings) =>
    JSON.stringify({ query: operation.mercurius, variables: scoped(operation, variables, surroundings) }),
};
