import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLError,
  Kind,
  type ValueNode,
  getArgumentValues,
  valueFromAST,
} from 'graphql';
import type { CollectedField, OperationSource } from './fields.js';
import type { Binding, ParameterSource } from './statement.js';

/**
 * An argument's value together with the way back to where it came from, so that its shape decides the SQL while its leaves
 * become parameters: a leaf is read again from the variables of each request.
 */
export class ArgumentValue {
  constructor(
    /** The coerced value in the request being compiled. */
    readonly value: unknown,
    /** How to get the same value in any request of the same shape. */
    readonly source: ParameterSource,
    /** Names the source, so that equal ones share a parameter. */
    readonly identity: string,
  ) {}

  /** Members of an input object that are present. */
  members(): [string, ArgumentValue][] {
    return Object.keys(this.value as object).map((key) => [key, this.at(key)]);
  }

  items(): ArgumentValue[] {
    return (this.value as unknown[]).map((_, index) => this.at(index));
  }

  at(key: string | number): ArgumentValue {
    const { source } = this;
    const read = (whole: unknown) => (whole as Record<string | number, unknown> | null | undefined)?.[key];
    return new ArgumentValue(read(this.value), (binding: Binding) => read(source(binding)), `${this.identity}.${key}`);
  }
}

/** The arguments of a field by name, as given, defaulted or absent. */
export type Arguments = (name: string) => ArgumentValue;

const constants = { count: 0 };

/**
 * The arguments of a field. Undefined when they do not fit its definition, such as a variable that is null where none is allowed:
 * the field is then left to ordinary execution, which says so at the right place.
 */
export function argumentsOf(
  source: OperationSource,
  field: CollectedField,
  definition: GraphQLField<unknown, unknown>,
): Arguments | undefined {
  const values = coercedArguments(source, field, definition);
  if (!values) return undefined;
  return (name) => {
    const argument = definition.args.find((candidate) => candidate.name === name);
    if (!argument) return absent;
    const node = field.nodes[0]!.arguments?.find((candidate) => candidate.name.value === name)?.value;
    return node ? fromNode(source, argument, node, values[name]) : constant(values[name]);
  };
}

function coercedArguments(
  source: OperationSource,
  field: CollectedField,
  definition: GraphQLField<unknown, unknown>,
): Record<string, unknown> | undefined {
  try {
    return getArgumentValues(definition, field.nodes[0]!, source.variables);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    source.unsound = true;
    return undefined;
  }
}

export const absent = new ArgumentValue(undefined, () => undefined, 'absent');

function constant(value: unknown): ArgumentValue {
  return value === undefined ? absent : new ArgumentValue(value, () => value, `constant${constants.count++}`);
}

function fromNode(source: OperationSource, argument: GraphQLArgument, node: ValueNode, value: unknown): ArgumentValue {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return name in source.variables
      ? new ArgumentValue(value, (binding) => binding.variables[name], `$${name}`)
      : constant(value);
  }
  if (!usesVariables(node)) return constant(value);
  // A literal with variables inside is coerced anew in each request.
  const { type } = argument;
  const key = `literal${node.loc?.start ?? constants.count++}`;
  return new ArgumentValue(value, (binding) => coerced(binding, key, node, type), key);
}

const literals = new WeakMap<object, Map<string, unknown>>();

function coerced(binding: Binding, key: string, node: ValueNode, type: GraphQLInputType): unknown {
  let values = literals.get(binding);
  if (!values) literals.set(binding, (values = new Map()));
  if (!values.has(key)) values.set(key, valueFromAST(node, type, binding.variables));
  return values.get(key);
}

function usesVariables(node: ValueNode): boolean {
  switch (node.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return node.values.some(usesVariables);
    case Kind.OBJECT:
      return node.fields.some((field) => usesVariables(field.value));
    default:
      return false;
  }
}
