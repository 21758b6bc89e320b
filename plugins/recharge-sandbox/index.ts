import { Decimal } from 'decimal.js';
import {
  type CardOutcome,
  rechargeCards,
  type RechargeCardsPort,
  type RedeemRequest,
} from '../../src/domains/recharge/index.js';
import type { Plugin } from '../../src/kernel/ports.js';

const name = 'recharge-sandbox';

/** A card as the sandbox knows it. */
export interface SandboxCard {
  secret: string;
  amount: string;
  currency: string;
  expired?: boolean;
}

/** The cards, and how the sandbox works; may be changed while it runs. */
export const cardBook = {
  /** By number of the card; besides these, `SBX100-4711` is worth CNY 100 and has the secret `1174`, its end backwards. */
  cards: new Map<string, SandboxCard>(),
  /** What it does when it is asked to redeem: answer, fail before it has redeemed, or fail after. */
  mode: 'answer' as 'answer' | 'lost before' | 'lost after',
  /** True: it cannot be asked what became of a recharge. */
  silent: false,
  /** How often it was asked to redeem. */
  asked: 0,
};

const PATTERN = /^SBX(?<amount>\d{1,4})-(?<end>\d{1,20})$/;

const outcomes = new Map<string, CardOutcome>();
const closed = new Set<string>();
const spent = new Set<string>();

function cardOf(cardNo: string): SandboxCard | undefined {
  const { amount, end } = PATTERN.exec(cardNo)?.groups ?? {};
  const made = amount && end ? { secret: [...end].reverse().join(''), amount, currency: 'CNY' } : undefined;
  return cardBook.cards.get(cardNo) ?? made;
}

function judge({ rechargeNo, cardNo, cardSecret, currency, least }: RedeemRequest): CardOutcome {
  const externalRef = `SBX-${rechargeNo}`;
  const refused = (code: (CardOutcome & { status: 'REFUSED' })['code']): CardOutcome => ({
    ...{ status: 'REFUSED', code, externalRef },
  });
  const card = cardOf(cardNo);
  if (!card) return refused('UNKNOWN_CARD');
  if (card.secret !== cardSecret) return refused('BAD_SECRET');
  if (spent.has(cardNo)) return refused('USED');
  if (card.expired) return refused('EXPIRED');
  if (card.currency !== currency) return refused('OTHER_CURRENCY');
  if (new Decimal(card.amount).lt(least)) return refused('VALUE_TOO_SMALL');
  spent.add(cardNo);
  return { status: 'REDEEMED', amount: card.amount, currency, externalRef };
}

const adapter: RechargeCardsPort = {
  redeem(request) {
    cardBook.asked++;
    const { rechargeNo } = request;
    if (cardBook.mode === 'lost before' || closed.has(rechargeNo))
      return Promise.reject(new Error('The sandbox was asked to be broken.'));
    const outcome = outcomes.get(rechargeNo) ?? judge(request);
    outcomes.set(rechargeNo, outcome);
    if (cardBook.mode === 'lost after') return Promise.reject(new Error('The sandbox was asked to lose its answer.'));
    return Promise.resolve(outcome);
  },
  outcome(rechargeNo) {
    if (cardBook.silent) return Promise.reject(new Error('The sandbox was asked to be silent.'));
    const known = outcomes.get(rechargeNo);
    if (!known) closed.add(rechargeNo);
    return Promise.resolve(known ?? { status: 'NOT_ARRIVED' });
  },
};

/** Stands in for the recharge card system: it knows its cards, redeems each once, and loses answers on request. */
export const rechargeSandbox: Plugin = {
  name,
  connect: () => rechargeCards.connect(adapter, name),
};
