import type { CallContext } from '../../kernel/database/context.js';
import { Port } from '../../kernel/ports.js';

/** A line as the outside subsystem has it. */
export interface OutsideLine {
  lineNo: string;
  /** Number that works over it; null for none. */
  accessNumber: string | null;
  status: 'FREE' | 'IN_USE' | 'FAULTY';
  /** What it is made of, in the words of the subsystem, such as `FIBRE`. */
  medium: string;
  exchange: string;
  addressCode: string;
  address: string;
}

/** A standard address, as lines are laid to. */
export interface OutsideAddress {
  code: string;
  text: string;
  exchange: string | null;
  /** Lines that are free there; null when the subsystem does not count them. */
  freeLines: number | null;
}

/** One stretch of a line, from the exchange to the customer. */
export interface OutsideWire {
  /** What it ends at, such as a frame, a cabinet or a box. */
  from: string;
  to: string;
  /** Pair, port or fibre that is used. */
  pair: string | null;
}

/** A number as the outside subsystem has it. */
export interface OutsideNumber {
  number: string;
  exchange: string;
  /** From 1, the best, to 5. */
  level: number;
  status: 'FREE' | 'IN_USE';
}

/** Which lines are looked for; exactly one is given. */
export type LineQuery = { lineNo: string } | { accessNumber: string } | { addressCode: string };

/** The line and number subsystem as this domain needs it (RES-52). Calls only read; one that throws may be repeated. */
export interface LineResourcesPort {
  lines(query: LineQuery, limit: number, context: CallContext): Promise<readonly OutsideLine[]>;
  addresses(text: string, limit: number, context: CallContext): Promise<readonly OutsideAddress[]>;
  /** Null for a line that does not exist. */
  wiring(lineNo: string, context: CallContext): Promise<readonly OutsideWire[] | null>;
  /** All numbers of an exchange or of all, in pages in the order of the numbers. @param after last number of the page before; null for the first */
  numbers(
    exchange: string | null,
    after: string | null,
    context: CallContext,
  ): Promise<{ numbers: readonly OutsideNumber[]; isLast: boolean }>;
}

export const lineResources = new Port<LineResourcesPort>('line-resources');
