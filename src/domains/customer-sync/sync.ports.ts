import { Port } from '../../kernel/ports.js';
import type { SyncSystem } from './sync-enums.js';

/** The data of a customer for one system, as they are from now on. */
export interface CustomerMessage {
  /** The same at each attempt, also after a crash: what was taken with this key is not to be taken again. */
  key: string;
  customerCode: string;
  /** Grows with each message of the customer to this system; one below what is there already brings nothing new. */
  sequence: number;
  /** Types of the events that caused it; empty when it was asked for by hand. */
  eventTypes: readonly string[];
  /** The customer as this system needs it; see `contentFor`. */
  data: Readonly<Record<string, unknown>>;
}

/** A system that keeps data of customers. */
export interface CustomerDataPort {
  /**
   * Takes the data of a customer. Calls are repeated when no answer came, so they must be idempotent by `key`.
   * @param signal fires when the answer is not waited for any longer
   * @returns its reference
   * @throws SyncRefused when it will not take them however often it is asked; anything else is tried again later
   */
  put(message: CustomerMessage, signal: AbortSignal): Promise<{ reference: string }>;
}

/** Says that a system refuses data for good: they are wrong for it. */
export class SyncRefused extends Error {}

/** The systems that are told of changed customer data (CUS-58). */
export const customerDataPorts: Readonly<Record<SyncSystem, Port<CustomerDataPort>>> = {
  BILLING: new Port<CustomerDataPort>('billing customers'),
  DIRECTORY: new Port<CustomerDataPort>('directory customers'),
  FAULT_112: new Port<CustomerDataPort>('112 customers'),
};
