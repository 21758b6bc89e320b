import type { CallContext } from '../../kernel/database/context.js';
import { Port } from '../../kernel/ports.js';

/** A bill as billing gives it; nothing of it is trusted. Decimals are texts, days `YYYY-MM-DD`, moments ISO 8601. */
export interface GivenBill {
  accountNo: string;
  billNo: string;
  /** First and last day that it is for. */
  from: string;
  to: string;
  issuedAt: string;
  /** Last day for paying; null when nothing is to be paid. */
  dueOn: string | null;
  currency: string;
  /** What the bill comes to; negative for a credit. */
  amount: string;
  /** What of it is not paid yet. */
  open: string;
}

/** What is asked of billing. */
export interface BillRequest {
  accountNos: readonly string[];
  /** At most this many of each account, the newest. */
  perAccount: number;
  /** True: only bills of which something is still open, or owed back; others are passed over when they come. */
  unpaidOnly?: boolean;
}

/**
 * Where bills are kept (TMF678). It is asked while somebody waits for the answer, so one that comes too late is not waited for: the
 * signal is then given, and the bills count as not available.
 */
export interface BillSourcePort {
  bills(request: BillRequest, signal: AbortSignal, context: CallContext): Promise<readonly GivenBill[]>;
}

export const billSource = new Port<BillSourcePort>('bill-source');
