import {
  lineResources,
  type LineResourcesPort,
  type OutsideAddress,
  type OutsideLine,
  type OutsideNumber,
  type OutsideWire,
} from '../../src/domains/line-resource/index.js';
import {
  type NumberHoldEnd,
  type NumberHoldRequest,
  numberHolds,
  type NumberHoldsPort,
  NumberRefusal,
} from '../../src/domains/resource/index.js';
import type { Plugin } from '../../src/kernel/ports.js';

const name = 'line-sandbox';
const PAGE = 100;

/** What the sandbox knows; may be changed while it runs. */
export const lineBook = {
  addresses: [
    { code: 'A-1', text: '天河路 1 号 Tianhe Road 1', exchange: 'TH', freeLines: 1 },
    { code: 'A-2', text: '天河路 2 号 Tianhe Road 2', exchange: 'TH', freeLines: 0 },
  ] as OutsideAddress[],
  lines: [
    {
      ...{ lineNo: 'L-1', accessNumber: null, status: 'FREE', medium: 'FIBRE', exchange: 'TH' },
      ...{ addressCode: 'A-1', address: '天河路 1 号 Tianhe Road 1' },
    },
    {
      ...{ lineNo: 'L-2', accessNumber: '02088880000', status: 'IN_USE', medium: 'COPPER', exchange: 'TH' },
      ...{ addressCode: 'A-2', address: '天河路 2 号 Tianhe Road 2' },
    },
  ] as OutsideLine[],
  wiring: new Map<string, readonly OutsideWire[]>([
    [
      'L-2',
      [
        { from: 'MDF TH/3/12', to: 'Cabinet TH-17', pair: '112' },
        { from: 'Cabinet TH-17', to: 'Box A-2/1', pair: '5' },
      ],
    ],
  ]),
  numbers: [] as OutsideNumber[],
  /** Numbers that it holds, by the reservation. */
  holds: new Map<string, NumberHoldRequest>(),
  /** How reservations ended that it was told of. */
  ended: new Map<string, NumberHoldEnd>(),
  /** Numbers that it does not hold, with the reason. */
  refused: new Map<string, string>(),
  /** Numbers about which it was asked whether it would hold them, in order. */
  asked: [] as string[],
  /** What its answers to requests to hold a number wait for. */
  late: Promise.resolve(),
  /** True: it cannot be told that reservations have ended. */
  deaf: false,
  /** True: it does not answer. */
  broken: false,
};

async function answering<Answer>(answer: () => Answer): Promise<Answer> {
  if (lineBook.broken) throw new Error('The sandbox was asked to be broken.');
  return Promise.resolve(answer());
}

const adapter: LineResourcesPort = {
  lines: (query, limit) =>
    answering(() =>
      lineBook.lines
        .filter((line) => Object.entries(query).every(([field, value]) => line[field as keyof OutsideLine] === value))
        .slice(0, limit),
    ),
  addresses: (text, limit) =>
    answering(() =>
      lineBook.addresses.filter((address) => address.text.toLowerCase().includes(text.toLowerCase())).slice(0, limit),
    ),
  wiring: (lineNo) =>
    answering(() => lineBook.wiring.get(lineNo) ?? (lineBook.lines.some((line) => line.lineNo === lineNo) ? [] : null)),
  numbers: (exchange, after) =>
    answering(() => {
      const left = lineBook.numbers
        .filter((each) => (!exchange || each.exchange === exchange) && (!after || each.number > after))
        .sort((one, other) => (one.number < other.number ? -1 : 1));
      return { numbers: left.slice(0, PAGE), isLast: left.length <= PAGE };
    }),
};

function refusalOf(
  number: string,
  taken: boolean,
): { status: 'REFUSED'; code: NumberRefusal; reason: string } | undefined {
  const fault = lineBook.refused.get(number);
  if (fault !== undefined) return { status: 'REFUSED', code: NumberRefusal.FAULTY, reason: fault };
  return taken ? { status: 'REFUSED', code: NumberRefusal.TAKEN, reason: 'Held for somebody else.' } : undefined;
}

const holds: NumberHoldsPort = {
  hold: async (request) => {
    await lineBook.late;
    return answering(() => {
      const { reservation, number } = request;
      const taken = [...lineBook.holds.values()].some(
        (other) => other.number === number && other.reservation !== reservation,
      );
      const refusal = refusalOf(number, taken);
      if (refusal) return { ...refusal, externalRef: null };
      if (lineBook.ended.has(reservation)) return { status: 'REFUSED', reason: 'It has ended.', externalRef: null };
      lineBook.holds.set(reservation, request);
      return { status: 'HELD', externalRef: `OSS-${number}` };
    });
  },
  canHold: (number) =>
    answering(() => {
      lineBook.asked.push(number);
      const taken = [...lineBook.holds.values()].some((other) => other.number === number);
      return refusalOf(number, taken) ?? { status: 'FREE' };
    }),
  end: (reservation, how) =>
    answering(() => {
      if (lineBook.deaf) throw new Error('The sandbox was asked to be deaf.');
      lineBook.holds.delete(reservation);
      lineBook.ended.set(reservation, how);
    }),
};

/** Stands in for the line and number subsystem: a small town of lines and addresses, numbers as they are put into its book, and what is held of them. */
export const lineSandbox: Plugin = {
  name,
  connect: () => {
    lineResources.connect(adapter, name);
    numberHolds.connect(holds, name);
  },
};
