import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  visit,
  type VariableDefinitionNode,
} from 'graphql';
import { decodeId } from '../../kernel/model/global-id.js';

/** Variables that give a page's size: their values stand in the SQL, so that the planner knows how few rows are wanted. */
const pageVariables = new WeakMap<DocumentNode, Set<string>>();

function pageVariablesOf(document: DocumentNode): Set<string> {
  let names = pageVariables.get(document);
  if (names) return names;
  pageVariables.set(document, (names = new Set()));
  const found = names;
  visit(document, {
    Argument: (node) => {
      if ((node.name.value === 'first' || node.name.value === 'last') && node.value.kind === Kind.VARIABLE)
        found.add(node.value.name.value);
    },
  });
  return names;
}

/**
 * The part of the variables that decides the SQL: which are present, enum and boolean values, types of ids, page sizes, and the
 * form of input objects. Requests of the same shape share a plan; other values are parameters.
 */
export function shapeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string {
  const definitions = operation.variableDefinitions;
  if (!definitions?.length) return '';
  const pages = pageVariablesOf(document);
  return definitions.map((definition) => variableShape(schema, definition, variables, pages)).join(';');
}

function variableShape(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  pages: Set<string>,
): string {
  const name = definition.variable.name.value;
  if (!(name in variables)) return '-';
  if (pages.has(name)) return String(variables[name]);
  return valueShape(typeFromAST(schema, definition.type as never) as GraphQLInputType, variables[name]);
}

function valueShape(type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return '-';
  if (value === null) return '0';
  if (isNonNullType(type)) return valueShape(type.ofType as GraphQLInputType, value);
  if (isListType(type)) return listShape(type.ofType as GraphQLInputType, value as unknown[]);
  if (isEnumType(type) || typeof value === 'boolean') return String(value);
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const members = Object.entries(value as Record<string, unknown>).map(
      ([key, member]) => `${key}:${valueShape(fields[key]!.type, member)}`,
    );
    return `{${members.join(',')}}`;
  }
  if (type.name === 'ID') return decodeId(String(value))?.tag ?? '?';
  return '*';
}

function listShape(type: GraphQLInputType, values: unknown[]): string {
  const bare = isNonNullType(type) ? (type.ofType as GraphQLInputType) : type;
  if (isInputObjectType(bare)) return `[${values.map((value) => valueShape(bare, value)).join(',')}]`;
  if ('name' in bare && bare.name === 'ID')
    return `[${[...new Set(values.map((value) => valueShape(bare, value)))].join(',')}#${values.length}]`;
  return '[*]';
}
