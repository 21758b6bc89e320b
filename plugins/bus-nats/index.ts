import type { Plugin } from '../../src/kernel/ports.js';
import { NatsEventBus } from './nats-event-bus.js';

/** Events between several servers over NATS JetStream, when the configuration names one (NATS_URL). */
export const busNats: Plugin = {
  name: 'bus-nats',
  connect: () => undefined,
  openBus: ({ config, log }) =>
    config.nats.url === undefined
      ? undefined
      : new NatsEventBus({ url: config.nats.url, subject: config.nats.subject, log }),
};
