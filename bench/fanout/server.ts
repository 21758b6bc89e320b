/** One server of the fan-out scenario, as a child process: ours, or plain graphql-ws over the same schema and events. */
import { domains, readConfig, signToken } from '../product.ts';
import { createLogger, plugins, Region, startApplication } from './built.ts';
import { servePlain } from './plain.ts';
import type { Answer, Command, Usage } from './messages.ts';

const SECRET = 'the fan-out scenario signs its tokens with this text';
const { token, ...rest } = readConfig({
  NODE_ENV: 'production',
  TOKEN_SECRET: SECRET,
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'error',
  DATABASE_POOL_SIZE: '8',
  CONNECTIONS_PER_CALLER: '1000000',
});
const config = { ...rest, token: { ...token, secret: SECRET } };
const application = await startApplication({
  config,
  log: createLogger(config),
  databaseUrl: process.env['DATABASE_URL']!,
  domains,
  plugins,
});
const { database } = application;
const mode = process.argv[2];
const port = mode === 'plain' ? await servePlain(application) : Number(new URL(application.url).port);
const subject = await database.orm.em.fork().findOneOrFail(Region, { parent: null });
const say = (answer: Answer): void => void process.send!(answer);

process.on('disconnect', () => process.exit(1));
process.on('message', (command: Command) => {
  void run(command);
});
say({ ready: { port, token: await signToken(config, { sub: 'bench', role: 'admin' }, 36_000) } });

async function run(command: Command): Promise<void> {
  if ('usage' in command) return say({ usage: usage() });
  if ('stop' in command) process.exit(0);
  const { from, count, gapMs, batch } = command.publish;
  for (let n = from; n < from + count; n += batch) {
    await database.write(database.systemContext('bench'), async (tx) => {
      for (let at = n; at < Math.min(n + batch, from + count); at++)
        tx.recordAny({
          kind: 'BUSINESS_FACT',
          type: 'bench.tick',
          subject,
          data: { n: at, t: performance.timeOrigin + performance.now() },
        });
    });
    if (gapMs) await new Promise((resolve) => setTimeout(resolve, gapMs));
  }
  say({ published: true });
}

/** Memory after a collection, and processor time since the start. */
function usage(): Usage {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return { memory: heapUsed + external, rss, cpuMs: (user + system) / 1_000 };
}
