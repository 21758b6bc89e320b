import type * as Seeds from '../seeds/demo/index.js';
import type * as Domains from '../src/domains/index.js';
import type * as Processes from '../src/domains/process/index.js';
import type * as Tokens from '../src/kernel/access/token.js';
import type * as Configuration from '../src/kernel/config/config.js';
import type * as Environment from '../src/kernel/config/environment.js';
import type * as Connecting from '../src/kernel/database/connect.js';
import type * as Embedded from '../src/kernel/database/embedded/index.js';
import type * as Entities from '../src/start/entities.js';
import type * as Preparing from '../src/start/prepare.js';

/** The parts of the product that the bench uses, as built: its sources need a compiler for their decorators. */
const built = async <Module>(path: string) => (await import(`../dist/${path}.js`)) as Module;

export const { seedDemo } = await built<typeof Seeds>('seeds/demo/index');
export const { domains } = await built<typeof Domains>('src/domains/index');
export const { signToken } = await built<typeof Tokens>('src/kernel/access/token');
export const { readConfig } = await built<typeof Configuration>('src/kernel/config/config');
export const { environmentSchema } = await built<typeof Environment>('src/kernel/config/environment');
export const { connectDatabase } = await built<typeof Connecting>('src/kernel/database/connect');
export const { startEmbeddedPostgres } = await built<typeof Embedded>('src/kernel/database/embedded/index');
export const { entitiesOf } = await built<typeof Entities>('src/start/entities');
export const { prepareDatabase } = await built<typeof Preparing>('src/start/prepare');
export const {
  automatic: runAutomatically,
  ensureProcesses,
  person,
} = await built<typeof Processes>('src/domains/process/index');
