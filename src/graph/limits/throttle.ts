import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import type { Claims } from '../../kernel/access/token.js';
import type { Config } from '../../kernel/config/config.js';
import { codedError } from '../../kernel/errors/coded-error.js';
import { lookupsMissed, lookupsOf } from './lookups.js';
import { TokenBuckets } from './token-buckets.js';

/** An operation as it was asked for. */
export interface ThrottledOperation {
  document: DocumentNode;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/** Limits how much one caller asks of this process, and how often they may guess. */
export class Throttle {
  private readonly operations: TokenBuckets;
  private readonly misses: TokenBuckets;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Config['limits'],
    now: () => number = Date.now,
  ) {
    this.operations = new TokenBuckets(now);
    this.misses = new TokenBuckets(now);
  }

  /** Counts an operation; refuses with RATE_LIMITED when the caller has sent too many. */
  enter(claims: Claims | undefined): void {
    const perMinute = claims && this.limits.operations[claims.role];
    if (!perMinute) return;
    const wait = this.operations.take(callerOf(claims), perMinute);
    if (wait) throw limited('operations', perMinute, wait, 'Too many operations');
  }

  /** Refuses an operation that looks things up by codes or numbers when the caller has guessed wrong too often. */
  admit(claims: Claims | undefined, operation: ThrottledOperation): void {
    const perMinute = claims && this.limits.misses[claims.role];
    if (!perMinute) return;
    const wait = this.misses.wait(callerOf(claims), perMinute);
    const { document, operationName, variables } = operation;
    if (wait && lookupsOf(this.schema, document, operationName, variables).length > 0)
      throw limited('misses', perMinute, wait, 'Too many lookups found nothing');
  }

  /** Counts the lookups of an answer that found nothing. */
  answered(claims: Claims | undefined, operation: ThrottledOperation, text: string): void {
    const perMinute = claims && this.limits.misses[claims.role];
    if (!perMinute) return;
    const { document, operationName, variables } = operation;
    const missed = lookupsMissed(this.schema, document, operationName, variables, text);
    if (missed > 0) this.misses.charge(callerOf(claims), perMinute, missed);
  }
}

const callerOf = ({ role, sub, client }: Claims): string => `${role}|${client ?? ''}|${sub}`;

function limited(limit: string, perMinute: number, retryAfter: number, what: string): GraphQLError {
  return codedError('RATE_LIMITED', `${what}; try again in ${retryAfter} s.`, { limit, perMinute, retryAfter });
}
