import type { Plugin } from '../src/kernel/ports.js';
import { billingSandbox } from './billing-sandbox/index.js';
import { busNats } from './bus-nats/index.js';
import { collaborationSandbox } from './collaboration-sandbox/index.js';
import { customerDataSandbox } from './customer-data-sandbox/index.js';
import { fulfilmentSandbox } from './fulfilment-sandbox/index.js';
import { lineSandbox } from './line-sandbox/index.js';
import { portalSandbox } from './portal-sandbox/index.js';
import { processHttp } from './process-http/index.js';
import { processSandbox } from './process-sandbox/index.js';
import { rechargeSandbox } from './recharge-sandbox/index.js';

/** The plugins of this deployment. */
export const plugins: readonly Plugin[] = [
  busNats,
  fulfilmentSandbox,
  billingSandbox,
  rechargeSandbox,
  collaborationSandbox,
  lineSandbox,
  customerDataSandbox,
  portalSandbox,
  processHttp,
  processSandbox,
];
