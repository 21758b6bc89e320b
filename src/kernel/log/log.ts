import { pino, type DestinationStream, type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../config/config.js';

export type { Logger } from 'pino';

/** Names under which credentials travel; whatever is logged under them is replaced. */
const secrets = ['authorization', 'token', 'secret', 'password'].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/**
 * The process's logger: one JSON object per line on standard output, or coloured lines when `log.pretty` is set.
 * Fields named like credentials are replaced by `[redacted]`, three levels deep.
 * @param destination where the lines go, standard output by default.
 */
export function createLogger(config: Pick<Config, 'log'>, destination?: DestinationStream): Logger {
  const stream = destination ?? (config.log.pretty ? pretty({ sync: true }) : pino.destination(1));
  return pino(
    {
      level: config.log.level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets, censor: '[redacted]' },
    },
    stream,
  );
}
