import { customerDataPorts, SyncSystem } from '../../src/domains/customer-sync/index.js';
import type { Plugin } from '../../src/kernel/ports.js';
import { sandboxSystem } from './sandbox.js';

const name = 'customer-data-sandbox';

/**
 * Stands in for the systems that keep customer data: billing, directory and 112. They take each message once; customers whose name
 * holds `sandbox: broken` get no answer, those with `sandbox: refuse` are refused.
 */
export const customerDataSandbox: Plugin = {
  name,
  connect: () => {
    for (const system of Object.values(SyncSystem)) customerDataPorts[system].connect(sandboxSystem(system), name);
  },
};
