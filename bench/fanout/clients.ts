/** All subscribers of the fan-out scenario, as a child process. */
import { BenchSubscriber } from './subscriber.ts';
import type { ClientAnswer, ClientCommand, Received } from './messages.ts';

/** Connections that are opened at the same time. */
const AT_ONCE = 100;
/** Milliseconds without any arrival after which what is missing counts as lost. */
const SILENCE_MS = 20_000;

const subscribers: BenchSubscriber[] = [];
const latencies = new Float64Array(16_000_000);
let deliveries = 0;
let repeated = 0;
let lost = 0;
let firstAt = 0;
let lastAt = 0;

process.on('disconnect', () => process.exit(1));
process.on('message', (command: ClientCommand) => {
  void run(command).then((answer) => process.send!(answer));
});

async function run(command: ClientCommand): Promise<ClientAnswer> {
  if ('connect' in command) {
    const { port, token, count } = command.connect;
    for (let n = 0; n < count; n += AT_ONCE)
      subscribers.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(AT_ONCE, count - n) }, () => BenchSubscriber.open(port, token, hear)),
        )),
      );
  } else if ('subscribe' in command) {
    for (const subscriber of subscribers) subscriber.subscribe(command.subscribe.query);
    for (const subscriber of subscribers) await subscriber.ping();
  } else return { received: await expect(command.expect.upTo) };
  return { done: true };
}

function hear(subscriber: BenchSubscriber, n: number, writtenAt: number): void {
  lastAt = performance.timeOrigin + performance.now();
  if (deliveries === 0) firstAt = lastAt;
  latencies[deliveries++] = lastAt - writtenAt;
  if (n < subscriber.expected) repeated++;
  else {
    lost += n - subscriber.expected;
    subscriber.expected = n + 1;
  }
}

/** Waits until every subscriber has got all events below a number, and says what came since the last time. */
async function expect(upTo: number): Promise<Received> {
  const missing = () => subscribers.some(({ expected }) => expected < upTo);
  const now = () => performance.timeOrigin + performance.now();
  const began = now();
  while (missing() && now() - Math.max(lastAt, began) < SILENCE_MS)
    await new Promise((resolve) => setTimeout(resolve, 20));
  for (const subscriber of subscribers) {
    lost += Math.max(0, upTo - subscriber.expected);
    subscriber.expected = upTo;
  }
  const sorted = latencies.slice(0, deliveries).sort();
  const at = (part: number) => Math.round((sorted[Math.floor(part * (sorted.length - 1))] ?? NaN) * 10) / 10;
  const received = {
    deliveries,
    lost,
    repeated,
    p50: at(0.5),
    p99: at(0.99),
    ms: lastAt - firstAt,
    closed: BenchSubscriber.closed,
  };
  deliveries = lost = repeated = 0;
  return received;
}
