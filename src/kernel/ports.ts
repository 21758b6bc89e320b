import type { Config } from './config/config.js';
import type { EventBus } from './events/event-bus.js';
import type { JobDefinition, Schedule } from './jobs/job.js';
import type { Logger } from './log/log.js';

/**
 * A place in a domain where an outside system is attached: the domain owns the interface, a plugin brings the adapter.
 * @example export const fulfilment = new Port<FulfilmentPort>('fulfilment');
 */
export class Port<Adapter extends object> {
  private connected: { adapter: Adapter; by: string } | undefined;

  constructor(readonly name: string) {
    ports.add(this);
  }

  /** Attaches the adapter of a plugin; a second plugin on the same port is an error of the deployment. */
  connect(adapter: Adapter, by: string): void {
    if (this.connected && this.connected.by !== by)
      throw new Error(`Port ${this.name}: "${this.connected.by}" is connected already, so "${by}" cannot be.`);
    this.connected = { adapter, by };
  }

  /** Detaches the adapter, such as at the end of a test. */
  disconnect(): void {
    this.connected = undefined;
  }

  /** The adapter. Throws when no plugin connected one: a fault of the deployment, not of a caller. */
  get adapter(): Adapter {
    if (!this.connected) throw new Error(`Port ${this.name} has no adapter: add a plugin that connects one.`);
    return this.connected.adapter;
  }

  /** Name of the plugin that is connected, for the log at start. */
  get connectedBy(): string | undefined {
    return this.connected?.by;
  }
}

const ports = new Set<Port<object>>();

/** Names of the ports of all loaded domains that no plugin has connected; the start refuses to go on when there are any. */
export function openPorts(): string[] {
  return [...ports].filter((port) => !port.connectedBy).map((port) => port.name);
}

/** What an operator adds or swaps: adapters for ports, and the jobs that they run. */
export interface Plugin {
  /** Folder name under `plugins/`. */
  name: string;
  /** Handlers of the jobs that the plugin's adapters enqueue. */
  jobs?: readonly JobDefinition[];
  /** When jobs of the plugin start by themselves. */
  schedules?: readonly Schedule[];
  /** Connects the plugin's adapters to their ports; called before the first request of each start. @param parts what the operator configured, where a server starts */
  connect: (parts: { config?: Config }) => void;
  /** Opens the bus that carries events between processes, when the plugin brings one and it is configured. */
  openBus?: (parts: { config: Config; log: Logger }) => ClosableBus | undefined;
}

/** A bus with connections of its own. */
export interface ClosableBus extends EventBus {
  close(): Promise<void>;
}
