import { join } from 'node:path';
import { projectFolder } from '../folders.ts';
import { environmentSchema } from '../product.ts';
import type { Contestant, Surroundings } from './server.ts';

/** The product as it is deployed, but for the line that it logs of each request: the others write none. */
const environment = ({ databaseUrl, caller, pool, scratch }: Surroundings): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  DATABASE_POOL_SIZE: String(pool),
  TOKEN_SECRET: caller.secret,
  DATA_DIR: scratch,
  DEMO_CUSTOMERS: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  // Counted as always, but higher than one member of staff reaches.
  RATE_LIMITS: 'staff=999999999',
});

const product: Contestant = {
  name: 'switchboard',
  script: join(projectFolder, 'dist/src/main.js'),
  environment,
  sameAnswer: true,
  sameBytes: true,
  path: '/graphql',
  headers: ({ caller }) => ({ authorization: `Bearer ${caller.staffToken}` }),
  body: (operation, variables) => JSON.stringify({ query: operation.document, variables }),
};

/** Called by a member of staff: every row passes the access policies. */
export const switchboard = product;

/**
 * The same process called by an administrator, for whom policies add nothing: the difference is their cost. Two processes of one program
 * differ by several parts in a hundred, as their memory lies and their functions were compiled, which is as much as is looked for.
 */
export const switchboardAdmin: Contestant = {
  ...product,
  name: 'switchboard-admin',
  inProcessOf: product.name,
  headers: ({ caller }) => ({ authorization: `Bearer ${caller.adminToken}` }),
};

/** The same graph with the read compiler off. */
export const uncompiled: Contestant = {
  ...product,
  name: 'uncompiled',
  missing: () => ('READS' in environmentSchema.shape ? undefined : 'this build cannot switch its read compiler off'),
  environment: (surroundings) => ({ ...environment(surroundings), READS: 'plain' }),
};
