import type { Transaction } from '../../kernel/database/transaction.js';
import type { PartnerOperator } from './partner-operator.js';

/** What another domain does when an operator leaves a partner, in the same transaction. */
export type OperatorEnding = (tx: Transaction, operator: PartnerOperator) => Promise<void>;

/** What ends with an operator, by the domains that know of it, such as the account of the built-in sign-in. */
class OperatorEndings {
  private readonly all: OperatorEnding[] = [];

  add(ending: OperatorEnding): void {
    this.all.push(ending);
  }

  async run(tx: Transaction, operator: PartnerOperator): Promise<void> {
    for (const ending of this.all) await ending(tx, operator);
  }
}

export const operatorEndings = new OperatorEndings();
