import type * as Plugins from '../../plugins/index.js';
import type * as Regions from '../../src/domains/region/index.js';
import type * as Engine from '../../src/graph/read/engine.js';
import type * as Log from '../../src/kernel/log/log.js';
import type * as Starting from '../../src/start/application.js';

/** Further parts of the product, as built. */
const built = async <Module>(path: string) => (await import(`../../dist/${path}.js`)) as Module;

export const { plugins } = await built<typeof Plugins>('plugins/index');
export const { Region } = await built<typeof Regions>('src/domains/region/index');
export const { ReadEngine } = await built<typeof Engine>('src/graph/read/engine');
export const { createLogger } = await built<typeof Log>('src/kernel/log/log');
export const { startApplication } = await built<typeof Starting>('src/start/application');
