import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/coded-error.js';
import { isOfPast, rowKey } from '../../kernel/model/index.js';
import { answersForPast } from '../../kernel/versions/index.js';
import { Account } from '../customer/index.js';
import { askBills } from './ask-bills.js';
import { AccountBills, BillsState, billsOf } from './bill.js';

const MOST = 36;

type Loader = DataLoader<string, AccountBills>;
const loaders = new WeakMap<CallContext, Map<number, Loader>>();

/** Asks billing once for all accounts that an operation shows. */
function loaderOf(context: CallContext, perAccount: number): Loader {
  const own = loaders.get(context) ?? new Map<number, Loader>();
  loaders.set(context, own);
  const known = own.get(perAccount);
  if (known) return known;
  const loader: Loader = new DataLoader((keys) => askBills(context, keys, perAccount), { maxBatchSize: 200 });
  own.set(perAccount, loader);
  return loader;
}

answersForPast('Account.bills');

@Resolver(() => Account)
export class BillResolver {
  @FieldResolver(() => AccountBills, {
    description: `The newest bills of the account, as billing has them now (CUS-32, TMF678). When billing does not answer, this alone is missing, and its state says so; the same as of a moment in the past. Not shown to partners. Fails with BAD_USER_INPUT.`,
  })
  bills(
    @Root() account: object,
    @Ctx() context: CallContext,
    @Arg('first', () => Int, { defaultValue: 6, description: `At most this many, 1 to ${MOST}.` }) first: number,
  ): Promise<AccountBills> | AccountBills {
    if (first < 1 || first > MOST)
      throw codedError('BAD_USER_INPUT', `first must be 1 to ${MOST}.`, { path: ['first'] });
    // What a customer owes is between the operator and the customer; who sold the line does not see it.
    if (context.caller.kind === 'PARTNER') return billsOf(BillsState.WITHHELD);
    if (isOfPast(account)) return billsOf(BillsState.PRESENT_ONLY);
    return loaderOf(context, first).load(rowKey(account));
  }
}
