import { ask } from '../check/ask.ts';
import { addSalesCatalogue, drawSales, OFFERINGS } from '../data/sales-catalogue.ts';
import type { Target } from '../load/protocol.ts';
import { median, type Row } from '../report/row.ts';
import { say } from '../say.ts';
import type { RunningServer } from '../servers/server.ts';
import type { Bench, Scenario } from './scenario.ts';

/** Requests of each kind, asked one after another and then from the beginning. */
const REQUESTS = 500;
/** Lines of a cart. */
const LINES = 10;
/** Milliseconds within which 95 of 100 answers shall come. */
const GOAL = 50;

const QUALIFICATION = `query ($input: OfferingQualificationInput!) {
  offeringQualification(input: $input) {
    hasNextPage endCursor
    items { qualified offering { id code name } objections { code message } requires { id } }
  }
}`;

const CART = `query ($input: CartPriceInput!) {
  cartPrice(input: $input) {
    oneTime { amount currency } recurring { amount }
    lines { line oneTime { amount } recurring { amount } tariffPlans { code } charges { source code name amount unitPrice } objections { code } }
  }
}`;

/** What a customer may buy, and what a cart costs, out of a very large catalogue, one request at a time. */
export const sales: Scenario = {
  name: 'sales',
  about: `A page of qualification and a cart of ${LINES} lines among ${OFFERINGS} offerings; both under ${GOAL} ms at p95.`,
  onRequest: true,
  async run(bench) {
    await addSalesCatalogue(bench.databaseUrl);
    const server = await bench.switchboard();
    const { customerIds, offeringIds } = await drawSales(bench.databaseUrl, bench.caller.regionIds);
    const customer = (index: number) => globalId('cu', customerIds[index % customerIds.length]!);
    const offering = (index: number) => globalId('of', offeringIds[index % offeringIds.length]!);
    const pages = bodies(QUALIFICATION, (index) => ({
      customerId: customer(index),
      channel: index % 2 ? 'WEB_HALL' : 'CHANNEL_7',
      first: 20,
      after: offering(index),
    }));
    const own = bodies(QUALIFICATION, (index) => ({
      customerId: customer(index),
      channel: 'CHANNEL_7',
      first: 20,
      qualifiedOnly: true,
      after: offering(index),
    }));
    const carts = bodies(CART, (index) => ({
      customerId: customer(index),
      channel: 'WEB_HALL',
      currency: 'CNY',
      lines: Array.from({ length: LINES }, (_, line) => ({
        offeringId: offering(index * LINES + line),
        quantity: 1 + (line % 3),
      })),
    }));
    return [
      await measure(bench, server, 'qualification-page', pages),
      await measure(bench, server, 'qualification-own', own),
      await measure(bench, server, 'cart-ten-lines', carts),
    ];
  },
};

async function measure(bench: Bench, server: RunningServer, operation: string, requests: string[]): Promise<Row> {
  const { contestant, surroundings, port } = server;
  await ask(server, requests[0]!);
  const target: Target = { port, path: contestant.path, headers: contestant.headers(surroundings), bodies: requests };
  // Once through, so that plans and rules are read as in a server that has run for a while.
  await bench.load.run(target, { connections: 1, requests: REQUESTS });
  const rounds: Awaited<ReturnType<Bench['load']['run']>>[] = [];
  for (let round = 0; round < bench.options.rounds; round++)
    rounds.push(await bench.load.run(target, { connections: 1, seconds: bench.options.seconds }));
  const of = (pick: (measured: (typeof rounds)[number]) => number) => Number(median(rounds.map(pick)).toFixed(3));
  const p95 = of((round) => round.p95);
  say(`${p95 < GOAL ? 'reached' : 'MISSED '}  ${operation}: ${p95} ms of ${GOAL} ms at p95`);
  if (p95 >= GOAL) process.exitCode = 1;
  return {
    operation,
    server: 'switchboard',
    rps: of(({ requests: done, seconds }) => done / seconds),
    p50: of((round) => round.p50),
    p99: of((round) => round.p99),
    bytes: of((round) => round.bytes),
  };
}

const bodies = (query: string, input: (index: number) => object): string[] =>
  Array.from({ length: REQUESTS }, (_, index) => JSON.stringify({ query, variables: { input: input(index) } }));

/** The opaque id of a row: the tag of its type and its key. */
const globalId = (tag: string, key: string): string =>
  Buffer.concat([Buffer.from(tag), Buffer.from(key.replaceAll('-', ''), 'hex')]).toString('base64url');
