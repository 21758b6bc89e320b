import {
  type GraphQLField,
  type GraphQLSchema,
  GraphQLError,
  defaultFieldResolver,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { actingUnder, isConfidential } from '../kernel/access/index.js';
import { AuditResult, auditOutcome, type Outcome } from '../kernel/audit/index.js';
import type { CallContext } from '../kernel/database/context.js';
import { decodeId } from '../kernel/model/global-id.js';
import type { Node } from '../kernel/model/noun.js';
import { type Class, nounByTag, nounOf } from '../kernel/model/registry.js';

type Field = GraphQLField<unknown, CallContext>;

/**
 * Puts around every mutation and subscription what holds while it runs: the caller acts within the scope of the permission of the
 * same name. How a mutation ended goes into the operation log, also when it was refused.
 */
export function frameOperations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) frameMutation(field);
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) frameSubscription(field);
}

/** Mutations of an operation run one after another, so that the context may say which of them runs now. */
function frameMutation(field: Field): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (source, args, context, info): Promise<unknown> => {
    const { caller, idempotencyKey } = context;
    context.operation = field.name;
    context.caller = actingUnder(caller, field.name);
    // An answer under a key is kept, and a secret must not be.
    if (isConfidential(field.name)) delete context.idempotencyKey;
    try {
      const payload = withLists(field, (await resolve(source, args, context, info)) as unknown);
      await tell(context, args as Record<string, unknown>, outcomeOf(payload));
      return payload;
    } catch (error) {
      // What went wrong is told to the caller also when it cannot be told to the log.
      await tell(context, args as Record<string, unknown>, outcomeOfError(error)).catch(() => undefined);
      throw error;
    } finally {
      context.caller = caller;
      delete context.operation;
      delete context.audited;
      delete context.about;
      if (idempotencyKey !== undefined) context.idempotencyKey = idempotencyKey;
    }
  };
}

/** Puts into the operation log how a mutation ended, where no transaction of it has done so. */
async function tell(context: CallContext, args: Record<string, unknown>, outcome: Outcome): Promise<void> {
  if (context.rehearsal || (context.audited && outcome.result === AuditResult.ACCEPTED)) return;
  await auditOutcome(context.database.pool, context, { ...objectOf(context.about, args['input']), ...outcome });
}

function outcomeOf(payload: unknown): Outcome {
  const { userErrors, rejections } = (payload ?? {}) as {
    userErrors?: { code: string }[];
    rejections?: { userErrors: { code: string }[] }[];
  };
  const [first] = [...(userErrors ?? []), ...(rejections ?? []).flatMap((rejection) => rejection.userErrors)];
  return first ? { result: AuditResult.REFUSED, code: first.code } : { result: AuditResult.ACCEPTED };
}

const DENIALS = new Set<unknown>(['FORBIDDEN', 'UNAUTHENTICATED']);

function outcomeOfError(error: unknown): Outcome {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  if (typeof code !== 'string' || code === 'INTERNAL_SERVER_ERROR')
    return { result: AuditResult.FAILED, code: 'INTERNAL_SERVER_ERROR' };
  return { result: DENIALS.has(code) ? AuditResult.DENIED : AuditResult.REFUSED, code };
}

/** The object that a mutation is about: what it found out itself, or the first that its input names. */
function objectOf(about: Node | undefined, input: unknown): Pick<Outcome, 'objectType' | 'objectId'> {
  if (about) return { objectType: nounOf(about.constructor as Class).name, objectId: about.id };
  if (typeof input !== 'object' || input === null) return {};
  for (const value of Object.values(input)) {
    const decoded = typeof value === 'string' ? decodeId(value) : undefined;
    const noun = decoded && nounByTag(decoded.tag);
    if (noun) return { objectType: noun.name, objectId: decoded.uuid };
  }
  return {};
}

/** An answer that says only why nothing was done has no objects either: lists that the contract promises are empty. */
function withLists(field: Field, payload: unknown): unknown {
  const type = getNamedType(field.type);
  if (
    !isObjectType(type) ||
    typeof payload !== 'object' ||
    payload === null ||
    Object.getPrototypeOf(payload) !== Object.prototype
  )
    return payload;
  const lists = Object.values(type.getFields()).filter(
    (each) => isNonNullType(each.type) && isListType(each.type.ofType),
  );
  return { ...Object.fromEntries(lists.map(({ name }) => [name, []])), ...payload };
}

function frameSubscription(field: Field): void {
  const { subscribe } = field;
  if (!subscribe) return;
  field.subscribe = (source, args, context, info) => {
    const caller = actingUnder(context.caller, field.name);
    return subscribe(source, args, caller === context.caller ? context : { ...context, caller }, info);
  };
}
