import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { InputPath } from '../../kernel/errors/index.js';
import type { Account } from './account.js';
import type { Customer } from './customer.js';

/** Answers why a step must not be taken, or undefined. */
export type Objection<N> = (noun: N, tx: Transaction) => Promise<string | undefined>;

/** What domains that build on customers have against a step; they register at load, so that this domain need not know them. */
export class Objections<N> {
  private readonly all: Objection<N>[] = [];

  add(objection: Objection<N>): void {
    this.all.push(objection);
  }

  /** The first reason against the step, or undefined when nobody objects. */
  async against(noun: N, tx: Transaction): Promise<string | undefined> {
    for (const objection of this.all) {
      const reason = await objection(noun, tx);
      if (reason !== undefined) return reason;
    }
    return undefined;
  }
}

/** Against making an account INVALID, such as product instances in use that are paid from it. */
export const accountCloseObjections = new Objections<Account>();
/**
 * What systems behind other domains have against the closing of accounts, such as bills that are not paid. They are asked before the
 * transaction, for their answers take time, and refuse at the path.
 */
export type AccountInquiry = (context: CallContext, accounts: readonly Account[], path: InputPath) => Promise<void>;
export const accountCloseInquiries = new Set<AccountInquiry>();

/** Against a customer's leaving, such as product instances in use. */
export const customerLeaveObjections = new Objections<Customer>();
