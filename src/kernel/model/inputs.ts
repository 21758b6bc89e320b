import { Decimal } from 'decimal.js';
import { Field, ID, InputType, Int as GraphQLInt } from 'type-graphql';
import type { GraphQLScalarType } from 'graphql';
import { userError, type InputPath } from '../errors/refusal.js';
import type { UserError } from '../errors/user-error.js';
import { decodeId } from './global-id.js';
import { type Class, concreteNouns, nounOf } from './registry.js';
import { DateOnly, DateTime, Decimal as DecimalScalar, Json } from './scalars.js';

/** Options of every input field. */
export interface InputOptions {
  /** For the contract: meaning, unit, allowed values, errors. */
  description: string;
  /** True: may be left out. */
  optional?: boolean;
}

type Check = (value: unknown, path: InputPath) => UserError[];
const checks = new Map<object, Map<string, Check>>();
const inputs = new Map<string, Class>();
const idTargets = new Map<object, Map<string, () => Class>>();

/** Makes a class a GraphQL input object. */
export const Input = (description: string): ClassDecorator => {
  return (target) => {
    inputs.set(target.name, target as never);
    InputType({ description })(target);
  };
};

/** The class behind a GraphQL input type, by its name. */
export const inputClass = (name: string): Class | undefined => inputs.get(name);

function inputField(type: () => unknown, options: InputOptions, check: Check): PropertyDecorator {
  return (prototype, property) => {
    const owner = prototype.constructor;
    const own = checks.get(owner) ?? new Map<string, Check>();
    checks.set(owner, own.set(String(property), check));
    Field(type as never, { nullable: options.optional ?? false, description: options.description })(
      prototype,
      String(property),
    );
  };
}

/** Keeps of which noun an input field holds ids. */
const naming =
  (noun: () => Class, field: PropertyDecorator): PropertyDecorator =>
  (prototype, property) => {
    const own = idTargets.get(prototype.constructor) ?? new Map<string, () => Class>();
    idTargets.set(prototype.constructor, own.set(String(property), noun));
    field(prototype, property);
  };

/** The noun of whose rows an input field holds ids; undefined when it holds none, or those of any noun. */
export function idTarget(type: Class, field: string): Class | undefined {
  for (let at: Class | null = type; at && at !== Function.prototype; at = Object.getPrototypeOf(at) as Class | null) {
    const found = idTargets.get(at)?.get(field);
    if (found) return found();
  }
  return undefined;
}

const fine: Check = () => [];

function checkText(max: number, allowEmpty: boolean): Check {
  return (value, path) => {
    const text = String(value);
    if (text.length > max)
      return [userError('TOO_LONG', `At most ${max} characters are allowed.`, path, { max, length: text.length })];
    if (!allowEmpty && text.trim() === '')
      return [userError('REQUIRED', 'A text with at least one visible character is needed.', path)];
    // eslint-disable-next-line no-control-regex -- control characters are what is refused
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text))
      return [userError('INVALID_CHARACTER', 'Control characters are not allowed.', path)];
    // A table would keep another character in its place.
    if (!text.isWellFormed()) return [userError('INVALID_CHARACTER', 'Halves of characters are not allowed.', path)];
    return [];
  };
}

/** NUL and halves of characters, which a table cannot hold. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;

/** Texts and names of entries within JSON that cannot be kept, each with its place; a name with that of the object in which it stands. */
function* unkeepable(json: unknown, at: InputPath): Generator<UserError> {
  const open: [unknown, InputPath][] = [[json, at]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, path] = next;
    const fault = () => userError('INVALID_CHARACTER', 'NUL and halves of characters are not allowed.', path);
    if (typeof value === 'string' && UNKEEPABLE.test(value)) yield fault();
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, entry] of Object.entries(value).reverse())
      if (!Array.isArray(value) && UNKEEPABLE.test(name)) yield fault();
      else open.push([entry, [...path, Array.isArray(value) ? Number(name) : name]]);
  }
}

/** Text of 1 to `max` characters (default 200). */
export const TextInput = (options: InputOptions & { max?: number; allowEmpty?: boolean }) =>
  inputField(() => String, options, checkText(options.max ?? 200, options.allowEmpty ?? false));

function checkRange(min: number | string | undefined, max: number | string | undefined): Check {
  return (value, path) => {
    const number = new Decimal(value as string);
    if (min !== undefined && number.lt(min)) return [userError('TOO_SMALL', `Must be at least ${min}.`, path, { min })];
    if (max !== undefined && number.gt(max)) return [userError('TOO_LARGE', `Must be at most ${max}.`, path, { max })];
    return [];
  };
}

/** A whole number within bounds. */
export const IntInput = (options: InputOptions & { min?: number; max?: number }) =>
  inputField(() => GraphQLInt, options, checkRange(options.min, options.max));
/** An exact decimal number within bounds. */
export const DecimalInput = (options: InputOptions & { min?: string; max?: string }) =>
  inputField(() => DecimalScalar, options, checkRange(options.min, options.max));
export const BoolInput = (options: InputOptions) => inputField(() => Boolean, options, fine);
export const DayInput = (options: InputOptions) => inputField(() => DateOnly, options, fine);
/** A point in time; it arrives as an ISO text in UTC. */
export const InstantInput = (options: InputOptions) => inputField(() => DateTime, options, fine);
/** Any value of JSON, without characters that no text may hold. */
export const JsonInput = (options: InputOptions) =>
  inputField(
    () => Json as GraphQLScalarType,
    options,
    (value, path) => [...unkeepable(value, path)],
  );
export const EnumInput = (enumeration: () => object, options: InputOptions) => inputField(enumeration, options, fine);

/** The id of a row of a noun, or of any noun behind an interface. */
export const IdInput = (noun: () => Class, options: InputOptions) =>
  naming(
    noun,
    inputField(
      () => ID,
      options,
      (value, path) => {
        const tags = concreteNouns(nounOf(noun())).map((concrete) => concrete.tag);
        const decoded = decodeId(String(value));
        return decoded && tags.includes(decoded.tag)
          ? []
          : [userError('BAD_ID', `This is not the id of a ${nounOf(noun()).name}.`, path)];
      },
    ),
  );

const checkAnyId: Check = (value, path) =>
  decodeId(String(value)) ? [] : [userError('BAD_ID', 'This is not an id.', path)];

/** The id of any object. */
export const AnyIdInput = (options: InputOptions) => inputField(() => ID, options, checkAnyId);

/** 1 to `max` (default 50) ids of any objects. */
export const AnyIdListInput = (options: InputOptions & { max?: number }) =>
  inputField(
    () => [ID],
    options,
    (value, path) => [
      ...checkLength((value as unknown[]).length, 1, options.max ?? 50, path),
      ...(value as unknown[]).flatMap((item, index) => checkAnyId(item, [...path, index])),
    ],
  );

/** A list of ids of rows of a noun, without doubles; at most `max` (default 200), at least `min` (default 1). */
export const IdListInput = (noun: () => Class, options: InputOptions & { min?: number; max?: number }) =>
  naming(
    noun,
    inputField(
      () => [ID],
      options,
      (value, path) => {
        const ids = value as unknown[];
        const tags = concreteNouns(nounOf(noun())).map((concrete) => concrete.tag);
        const faults = checkLength(ids.length, options.min ?? 1, options.max ?? 200, path);
        ids.forEach((id, index) => {
          const decoded = decodeId(String(id));
          if (!decoded || !tags.includes(decoded.tag))
            faults.push(userError('BAD_ID', `This is not the id of a ${nounOf(noun()).name}.`, [...path, index]));
          else if (ids.indexOf(id) !== index)
            faults.push(userError('DUPLICATE', 'The id is given twice.', [...path, index]));
        });
        return faults;
      },
    ),
  );

/** A nested input object. */
export const ObjectInput = (type: () => Class, options: InputOptions) =>
  inputField(type, options, (value, path) => checkInput(type(), value, path));

/** A list of input objects with bounds on its length. */
export const ListInput = (type: () => Class, options: InputOptions & { min?: number; max?: number }) =>
  inputField(
    () => [type()],
    options,
    (value, path) => [
      ...checkLength((value as unknown[]).length, options.min ?? 0, options.max ?? 200, path),
      ...(value as unknown[]).flatMap((item, index) => checkInput(type(), item, [...path, index])),
    ],
  );

/** A list of texts with bounds on its length and theirs. */
export const TextListInput = (options: InputOptions & { max?: number; maxText?: number }) =>
  inputField(
    () => [String],
    options,
    (value, path) => [
      ...checkLength((value as unknown[]).length, 0, options.max ?? 50, path),
      ...(value as unknown[]).flatMap((item, index) =>
        checkText(options.maxText ?? 200, false)(item, [...path, index]),
      ),
    ],
  );

function checkLength(length: number, min: number, max: number, path: InputPath): UserError[] {
  if (length < min) return [userError('TOO_FEW', `At least ${min} needed.`, path, { min })];
  if (length > max) return [userError('TOO_MANY', `At most ${max} allowed.`, path, { max })];
  return [];
}

/** Every fault in a value of an input class, with the path of each field; an absent optional field is none. */
export function checkInput(type: Class, input: unknown, path: InputPath): UserError[] {
  const faults: UserError[] = [];
  for (
    let owner: object | null = type;
    owner && owner !== Function.prototype;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    for (const [field, check] of checks.get(owner) ?? []) {
      const value = (input as Record<string, unknown>)[field];
      if (value !== undefined && value !== null) faults.push(...check(value, [...path, field]));
    }
  }
  return faults;
}
