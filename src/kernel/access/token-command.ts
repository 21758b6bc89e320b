import { parseArgs } from 'node:util';
import { ConfigError } from '../config/config.error.js';
import { loadConfig } from '../config/load-config.js';
import { roles, signToken, type Claims } from './token.js';

const usage = `usage: npm run -s token -- --role <${roles.join('|')}> [options]
  --region <code>     the region a staff member works for
  --customer <code>   the customer who calls for themselves
  --partner <code>    the partner who calls
  --client <code>     the application whose registered documents they run
  --subject <id>      who calls (default dev-<role>); for staff, a staff number gives what that employee holds,
                      and any other, outside production, everything that staff of the region may do
  --name <text>       a name for people to read
  --ttl <duration>    how long the token is valid: 30s, 15m, 12h, 7d (default 12h)`;

/** What a command leaves behind: its two outputs and its exit code (0 done, 1 configuration wrong, 2 misused). */
export interface CommandResult {
  stdout: string;
  stderr: string;
  exitCode: 0 | 1 | 2;
}

/** Prints a token for development and nothing else. Needs no running server: the secret is shared through the configuration. */
export async function tokenCommand(args: string[], env: NodeJS.ProcessEnv): Promise<CommandResult> {
  try {
    const { claims, ttlSeconds } = readArguments(args);
    return { stdout: `${await signToken(loadConfig(env), claims, ttlSeconds)}\n`, stderr: '', exitCode: 0 };
  } catch (error) {
    if (error instanceof UsageError) return { stdout: '', stderr: `${error.message}\n${usage}\n`, exitCode: 2 };
    if (error instanceof ConfigError) return { stdout: '', stderr: `${error.message}\n`, exitCode: 1 };
    throw error;
  }
}

class UsageError extends Error {}

function readArguments(args: string[]): { claims: Omit<Claims, 'exp'>; ttlSeconds: number } {
  const { role: given, subject, ttl, ...others } = parse(args);
  const role = roles.find((known) => known === given);
  if (!role) throw new UsageError(given ? `"${given}" is not a role` : '--role is missing');
  return { claims: { sub: subject || `dev-${role}`, role, ...others }, ttlSeconds: seconds(ttl) };
}

function parse(args: string[]) {
  const option = { type: 'string' } as const;
  const options = {
    role: option,
    region: option,
    customer: option,
    partner: option,
    client: option,
    subject: option,
    name: option,
  };
  try {
    return parseArgs({ args, options: { ...options, ttl: { ...option, default: '12h' } }, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function seconds(ttl: string): number {
  const [, amount, unit] = /^([1-9]\d{0,5})([smhd])$/.exec(ttl) ?? [];
  if (!amount || !unit) throw new UsageError(`"${ttl}" is not a duration`);
  return Number(amount) * { s: 1, m: 60, h: 3_600, d: 86_400 }[unit as 's' | 'm' | 'h' | 'd'];
}
