import type { Plugin } from '../src/kernel/ports.js';
import { billingSandbox } from './billing-sandbox/index.js';
import { busNats } from './bus-nats/index.js';
import { fulfilmentSandbox } from './fulfilment-sandbox/index.js';

/** The plugins of this deployment. */
export const plugins: readonly Plugin[] = [busNats, fulfilmentSandbox, billingSandbox];
