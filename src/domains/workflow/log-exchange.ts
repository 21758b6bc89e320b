import type { Transaction } from '../../kernel/database/transaction.js';
import { ExchangeStatus } from './exchange.enums.js';
import { ProcessExchange } from './process-exchange.js';

/** A message, as it is logged. */
export type NewExchange = Pick<
  ProcessExchange,
  'system' | 'direction' | 'kind' | 'messageId' | 'instance' | 'payload'
> &
  Partial<ProcessExchange>;

/** Logs a message to or from an outside system (WFL-51..54). */
export function logExchange(tx: Transaction, message: NewExchange): ProcessExchange {
  return tx.add(
    Object.assign(new ProcessExchange(), {
      ...{ answer: null, status: ExchangeStatus.ARRIVED, attempts: 1, sentAt: tx.at, arrivedAt: tx.at },
      ...message,
    }),
  );
}
