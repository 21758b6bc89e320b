import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
} from 'graphql';

/** What the compiler reads of an operation: its document, and the variables that decide its shape. */
export interface OperationSource {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced variables. */
  variables: Readonly<Record<string, unknown>>;
  /** Set when an argument or a directive has no valid value: ordinary execution then says where, over what is sound. */
  unsound?: boolean;
}

/** Fields with one response key; their selections are merged. */
export interface CollectedField {
  key: string;
  name: string;
  nodes: FieldNode[];
}

/** The fields that a selection has for one object type, in response order (GraphQL specification, CollectFields). */
export function collectFields(
  source: OperationSource,
  sets: readonly SelectionSetNode[],
  typeName: string,
): CollectedField[] {
  const type = source.schema.getType(typeName);
  const collected = new Map<string, CollectedField>();
  const visited = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!included(source, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = collected.get(key);
        if (known) known.nodes.push(selection);
        else collected.set(key, { key, name: selection.name.value, nodes: [selection] });
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (!selection.typeCondition || holds(source.schema, selection.typeCondition.name.value, type))
          visit(selection.selectionSet);
        continue;
      }
      const name = selection.name.value;
      const fragment = source.fragments[name];
      if (!fragment || visited.has(name)) continue;
      visited.add(name);
      if (holds(source.schema, fragment.typeCondition.name.value, type)) visit(fragment.selectionSet);
    }
  };
  try {
    for (const set of sets) visit(set);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    source.unsound = true;
    return [];
  }
  return [...collected.values()];
}

/** Whether a fragment on this type condition holds for an object type: its own name, an interface or a union of it. */
function holds(schema: GraphQLSchema, condition: string, type: GraphQLNamedType | undefined): boolean {
  if (condition === type?.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && isObjectType(type) && schema.isSubType(conditional, type);
}

function included(source: OperationSource, node: Parameters<typeof getDirectiveValues>[1]): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, source.variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, source.variables)?.['if'] !== false;
}

/** The selections below a field. */
export const selectionsOf = (field: CollectedField): SelectionSetNode[] =>
  field.nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
