import { type GraphQLField, type GraphQLSchema, defaultFieldResolver, getNamedType, isObjectType } from 'graphql';
import { mayRun } from '../kernel/access/policy.js';
import type { CallContext } from '../kernel/database/context.js';
import { codedError } from '../kernel/errors/coded-error.js';
import { userError } from '../kernel/errors/refusal.js';
import type { UserError } from '../kernel/errors/user-error.js';
import { checkInput, inputClass } from '../kernel/model/inputs.js';
import { demandConfirmation } from './confirm.js';
import { inputRefused } from './contract/input-refused.js';
import { KEY_FIELD } from './contract/mutation-keys.js';
import { isIdempotencyKey, KEY_RULE, nextKey, runOnce } from './once.js';

/**
 * Puts the same two checks before every mutation and subscription: may the caller run it, and is its input sound. Queries with an input
 * object are computed by a domain, and their input is checked, too; what they may look at, the policies of the rows say.
 */
export function guardOperations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) guardQuery(field);
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) guardMutation(field);
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) guardSubscription(field);
}

type Field = GraphQLField<unknown, CallContext>;

function guardMutation(field: Field): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const payload = getNamedType(field.type);
  const saysErrors = isObjectType(payload) && 'userErrors' in payload.getFields();
  field.resolve = (source, given, context, info) => {
    refuseForeign(field.name, context);
    const { key: ownKey, args } = withoutKey(given as Record<string, unknown>);
    const faults = [...inputFaults(field, args), ...keyFaults(ownKey)];
    const run = (): unknown => resolve(source, args, context, info);
    if (faults.length === 0) {
      demandConfirmation(field.name, args, context);
      const key = ownKey ?? nextKey(context);
      return key === undefined ? run() : runOnce({ field, key }, args, context, run);
    }
    if (saysErrors) return { userErrors: faults };
    throw inputRefused(faults);
  };
}

function guardQuery(field: Field): void {
  const { resolve } = field;
  if (!resolve || !field.args.some((argument) => inputClass(getNamedType(argument.type).name))) return;
  field.resolve = (source, args, context, info) => {
    const faults = inputFaults(field, args as Record<string, unknown>);
    if (faults.length) throw inputRefused(faults);
    return resolve(source, args, context, info);
  };
}

function guardSubscription(field: Field): void {
  const { subscribe } = field;
  if (!subscribe) return;
  field.subscribe = (source, args, context, info) => {
    refuseForeign(field.name, context);
    const faults = inputFaults(field, args as Record<string, unknown>);
    if (faults.length) throw inputRefused(faults);
    return subscribe(source, args, context, info);
  };
}

/** The arguments of a mutation, and the idempotency key that its input holds: what asks for the same under any key is the same. */
function withoutKey(given: Record<string, unknown>): { key: string | undefined; args: Record<string, unknown> } {
  const { input } = given;
  if (typeof input !== 'object' || input === null || !(KEY_FIELD in input)) return { key: undefined, args: given };
  const { [KEY_FIELD]: key, ...rest } = input as Record<string, unknown>;
  return { key: (key as string | null) ?? undefined, args: { ...given, input: rest } };
}

function keyFaults(key: string | undefined): UserError[] {
  if (key === undefined || isIdempotencyKey(key)) return [];
  return [userError('BAD_FORMAT', KEY_RULE, ['input', KEY_FIELD])];
}

function refuseForeign(operation: string, context: CallContext): void {
  if (!mayRun(operation, context.caller))
    throw codedError('FORBIDDEN', `Callers of kind ${context.caller.kind} may not run ${operation}.`, { operation });
}

function inputFaults(field: Field, args: Record<string, unknown>): UserError[] {
  return field.args.flatMap((argument) => {
    const type = inputClass(getNamedType(argument.type).name);
    const value = args[argument.name];
    if (!type || value === undefined || value === null) return [];
    if (Array.isArray(value)) return value.flatMap((item, index) => checkInput(type, item, [argument.name, index]));
    return checkInput(type, value, [argument.name]);
  });
}
