import { parseArgs } from 'node:util';

/** What a run is asked for. */
export interface Options {
  /** Scenarios whose names begin with one of these; empty for all that are not on request only. */
  only: readonly string[];
  /** Servers to measure beside Switchboard, by name; empty for all. */
  servers: readonly string[];
  /** Customers in the data. */
  customers: number;
  /** Measurements of each server per operation; their median counts. */
  rounds: number;
  /** Length of one measurement, in seconds. */
  seconds: number;
  /** Connections of the load generator, each with one request at a time. */
  connections: number;
  /** Connections of each server to PostgreSQL. */
  pool: number;
  /** Process instances that `processes` adds to the data. */
  instances: number;
  /** Requests of the soak. */
  requests: number;
  /** Print the figures as JSON and nothing else. */
  json: boolean;
}

const usage = `usage: npm run bench -- [options]
  --only <name>[,<name>]   scenarios whose names begin so (default: all operations)
  --servers <name>[,…]     only these beside switchboard
  --customers <n>          size of the data (default 100000)
  --rounds <n>             measurements of each server per operation (default 5)
  --seconds <n>            length of one measurement (default 3)
  --connections <n>        requests at a time (default 16)
  --pool <n>               connections of each server to PostgreSQL (default 8)
  --soak                   many requests to Switchboard alone, watching its memory (the same as --only soak)
  --requests <n>           requests of the soak (default 1000000)
  --instances <n>          process instances among which processes is measured (default 1000000)
  --json                   print the figures as JSON and nothing else`;

/** Reads the command line; ends the process with its usage when it is wrong. */
export function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        servers: { type: 'string', multiple: true, default: [] },
        customers: { type: 'string', default: '100000' },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '3' },
        connections: { type: 'string', default: '16' },
        pool: { type: 'string', default: '8' },
        requests: { type: 'string', default: '1000000' },
        instances: { type: 'string', default: '1000000' },
        soak: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    return {
      only: [...names(values.only), ...(values.soak ? ['soak'] : [])],
      servers: names(values.servers),
      customers: count('customers', values.customers),
      rounds: count('rounds', values.rounds),
      seconds: amount('seconds', values.seconds),
      connections: count('connections', values.connections),
      pool: count('pool', values.pool),
      requests: count('requests', values.requests),
      instances: count('instances', values.instances),
      json: values.json,
    };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(2);
  }
}

const names = (values: readonly string[]) => values.flatMap((value) => value.split(',')).filter(Boolean);

function amount(name: string, text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new Error(`--${name} must be a number above 0, not "${text}".`);
}

function count(name: string, text: string): number {
  const value = amount(name, text);
  if (Number.isInteger(value)) return value;
  throw new Error(`--${name} must be a whole number, not "${text}".`);
}
