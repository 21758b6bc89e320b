import { createHash } from 'node:crypto';
import { type GraphQLField, getNamedType, isObjectType } from 'graphql';
import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../kernel/access/caller.js';
import type { CallContext } from '../kernel/database/context.js';
import { codedError } from '../kernel/errors/coded-error.js';
import {
  type DoneRequest,
  IdempotentCall,
  isStoredNode,
  RequestDone,
  restoreValue,
  storeValue,
} from '../kernel/idempotency/index.js';
import { ancestors, nounByName } from '../kernel/model/registry.js';

type Field = Pick<GraphQLField<unknown, CallContext>, 'name' | 'type'>;

/** Printable characters without spaces, so that a key is the same in a header and in JSON. */
const KEY = /^[\u0021-\u007e]{1,200}$/;

/** What a key must be, in words. */
export const KEY_RULE = 'An idempotency key is a text of 1 to 200 printable ASCII characters without spaces.';

/** Whether a value can be an idempotency key. */
export const isIdempotencyKey = (key: unknown): key is string => typeof key === 'string' && KEY.test(key);

/** Refusals that a second attempt may not get; they are not remembered. */
const PASSING = new Set(['BUSY']);

/**
 * The idempotency key of an operation: `extensions.idempotencyKey`, or over HTTP the header `idempotency-key`.
 * @throws BAD_USER_INPUT for a key that is too long or holds other than printable ASCII characters.
 */
export function idempotencyKeyOf(request: {
  transport: string;
  headers: IncomingHttpHeaders;
  extensions?: Readonly<Record<string, unknown>> | undefined;
}): string | undefined {
  // The headers of a socket are those of its opening, not of the operation.
  const header = request.transport === 'websocket' ? undefined : request.headers['idempotency-key'];
  const key = request.extensions?.['idempotencyKey'] ?? header;
  if (key === undefined || key === null) return undefined;
  if (isIdempotencyKey(key)) return key;
  throw codedError('BAD_USER_INPUT', KEY_RULE);
}

/** How many mutations of an operation have begun: each has a key of its own under that of the operation. */
const begun = new WeakMap<CallContext, number>();

/** The key of the operation's next mutation that has none of its own; undefined when the operation has none either. */
export function nextKey(context: CallContext): string | undefined {
  if (context.idempotencyKey === undefined) return undefined;
  const place = begun.get(context) ?? 0;
  begun.set(context, place + 1);
  return place === 0 ? context.idempotencyKey : `${context.idempotencyKey} #${place}`;
}

/**
 * Runs a mutation under an idempotency key: once, and then gives the same answer.
 * @throws IDEMPOTENCY_KEY_REUSED when the key was used for another mutation or other arguments.
 */
export async function runOnce(
  { field, key }: { field: Field; key: string },
  args: unknown,
  context: CallContext,
  run: () => unknown,
): Promise<unknown> {
  const request = {
    caller: scopeOf(context.caller),
    key,
    digest: digestOf([field.name, args]),
  };
  const call = new IdempotentCall(request);
  const replay = (done: DoneRequest) => answerAgain(field, request.digest, done, context);
  const { pool } = context.database;
  const known = await call.find(pool);
  if (known) return replay(known);
  context.idempotency = call;
  try {
    const payload = await run();
    const answer = storeValue(payload);
    if (call.committed) {
      const inferred = inferAnswer(field, call.result);
      if (!inferred || digestOf(inferred) !== digestOf(answer)) await call.keepAnswer(pool, answer);
      return payload;
    }
    if (isPassing(answer) || (await call.keepRefusal(pool, answer))) return payload;
    return replay((await call.find(pool))!);
  } catch (error) {
    if (error instanceof RequestDone) return replay(error.request);
    throw error;
  } finally {
    delete context.idempotency;
  }
}

function answerAgain(field: Field, digest: string, done: DoneRequest, context: CallContext): unknown {
  if (done.digest !== digest) {
    throw codedError(
      'IDEMPOTENCY_KEY_REUSED',
      'The idempotency key was used before with another mutation or other arguments.',
    );
  }
  const answer = done.answer ?? inferAnswer(field, done.result);
  if (answer === undefined) {
    throw codedError(
      'IDEMPOTENCY_ANSWER_LOST',
      'The mutation was done before, but a fault lost its answer: read the present state.',
    );
  }
  return restoreValue(answer, context.database.orm.em.fork() as never);
}

/** The answer that what the transaction returned stands for, where that is plain: an object that one field of the payload can hold. */
function inferAnswer(field: Field, result: unknown): Record<string, unknown> | undefined {
  const payload = getNamedType(field.type);
  if (!isStoredNode(result) || !isObjectType(payload)) return undefined;
  const noun = nounByName(result.$noun)!;
  const names = new Set([noun, ...ancestors(noun)].map(({ name }) => name));
  const holders = Object.values(payload.getFields()).filter(({ type }) => names.has(getNamedType(type).name));
  return holders.length === 1 ? { userErrors: [], [holders[0]!.name]: result } : undefined;
}

function isPassing(answer: unknown): boolean {
  const errors = (answer as { userErrors?: { code: string }[] } | null)?.userErrors ?? [];
  return errors.some(({ code }) => PASSING.has(code));
}

function scopeOf({ kind, subject, customerId, partnerId }: Caller): string {
  return [kind, subject, customerId ?? '', partnerId ?? ''].join(' ');
}

/** The same digest for equal values, whatever the order of their members. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
