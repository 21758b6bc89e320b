import { parseArgs } from 'node:util';
import { profiles, type ProfileName, seedDemo, type SeedReport } from '../../seeds/demo/index.js';
import { Progress } from './progress.js';
import { isExpected, withDatabase } from './with-database.js';

const usage = `usage: npm run seed -- --customers <number> [options]
  --seed <number>      which population, 1 to 999999 (default 1); the same seed makes the same customers
  --profile <name>     ${Object.keys(profiles).join(' or ')} (default demo)
  --anchor <date>      the day on which the population is looked at, YYYY-MM-DD (default today)`;

class UsageError extends Error {}

interface SeedCommand {
  customers: number;
  seed: number;
  profile: ProfileName;
  anchor?: Date;
}

function readCommand(args: string[]): SeedCommand {
  const option = { type: 'string' } as const;
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { customers: option, seed: option, profile: option, anchor: option },
      strict: true,
    }));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { profile = 'demo', anchor } = values;
  if (!Object.hasOwn(profiles, profile)) throw new UsageError(`"${profile}" is not a profile`);
  return {
    customers: whole('--customers', values.customers, 1, 99_999_999),
    seed: whole('--seed', values.seed ?? '1', 1, 999_999),
    profile: profile as ProfileName,
    ...(anchor ? { anchor: day(anchor) } : {}),
  };
}

function whole(name: string, text: string | undefined, min: number, max: number): number {
  if (text === undefined) throw new UsageError(`${name} is missing`);
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new UsageError(`${name} must be a whole number from ${min} to ${max}`);
  return value;
}

function day(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text))
    throw new UsageError(`"${text}" is not a day`);
  if (date.getTime() > Date.now()) throw new UsageError(`"${text}" lies in the future`);
  return date;
}

function describe({ created, present, rows }: SeedReport, seconds: number): string {
  const number = (value: number) => value.toLocaleString('en');
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const lines = Object.entries(rows).map(([noun, count]) => `  ${number(count).padStart(12)}  ${noun}`);
  const head = `${number(created)} customers made in ${seconds.toFixed(1)} s, ${number(present)} there already; ${number(total)} rows.`;
  return `${[head, ...(created === 0 ? ['Nothing was changed.'] : lines)].join('\n')}\n`;
}

/** Fills the database with customers who do not exist: `npm run seed -- --customers 1000`. */
try {
  const command = readCommand(process.argv.slice(2));
  const bar = new Progress('Seeding', 'customers');
  const began = performance.now();
  const report = await withDatabase((database) =>
    seedDemo({ ...command, database, progress: (done) => bar.show(done / command.customers, done) }).finally(() =>
      bar.end(),
    ),
  );
  process.stdout.write(describe(report, (performance.now() - began) / 1000));
} catch (error) {
  const misused = error instanceof UsageError;
  const text = misused
    ? `${error.message}\n${usage}`
    : isExpected(error)
      ? error.message
      : ((error as Error).stack ?? String(error));
  process.stderr.write(`${text}\n`);
  process.exitCode = misused ? 2 : 1;
}
