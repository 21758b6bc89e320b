import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  TypeInfo,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { encodeId } from '../../kernel/model/global-id.js';
import { camel } from '../../kernel/model/naming.js';
import { allNouns, concreteNouns, nounByName } from '../../kernel/model/registry.js';
import { DEFAULT_PAGE } from '../contract/read-contract.js';

const NO_ROW = '00000000-0000-0000-0000-000000000000';

const scalars: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  String: 'x',
  Boolean: true,
  DateTime: '2026-01-01T00:00:00Z',
  Date: '2026-01-01',
  Decimal: '1',
  JSON: {},
};

/**
 * Variables with which an operation can be priced before anybody runs it: what may be left out is, what must be given is the least
 * that its type takes, pages have their usual size, and ids are of the type that their place asks for. Several sets, since an id
 * may stand for objects of several types.
 */
export function sampleVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Record<string, unknown>[] {
  const uses = usesOf(schema, document);
  const tags = [...conditionTags(document)];
  return (tags.length > 0 ? tags : ['xx']).map((tag) =>
    Object.fromEntries(
      (operation.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
        const name = variable.name.value;
        const input = typeFromAST(schema, type as never) as GraphQLInputType;
        const use = uses.get(name);
        if (!isNonNullType(input) && use?.kind !== 'id') return [];
        if (defaultValue && isNonNullType(input)) return [];
        return [
          [
            name,
            use?.kind === 'page' ? DEFAULT_PAGE : sample(input, encodeId(use?.kind === 'id' ? use.tag : tag, NO_ROW)),
          ],
        ];
      }),
    ),
  );
}

type Use = { kind: 'page' } | { kind: 'id'; tag: string };

/** How variables are used where it matters for the price: as a page's size, or as the id of a lookup. */
function usesOf(schema: GraphQLSchema, document: DocumentNode): Map<string, Use> {
  const uses = new Map<string, Use>();
  const info = new TypeInfo(schema);
  const lookups = new Map(allNouns().map((noun) => [camel(noun.name), noun]));
  visit(
    document,
    visitWithTypeInfo(info, {
      Variable: ({ name: { value } }) => {
        const argument = info.getArgument()?.name;
        if (argument === 'first' || argument === 'last') uses.set(value, { kind: 'page' });
        const noun =
          argument === 'id' && info.getParentType() === schema.getQueryType()
            ? lookups.get(info.getFieldDef()?.name ?? '')
            : undefined;
        const tag = noun && concreteNouns(noun)[0]?.tag;
        if (tag) uses.set(value, { kind: 'id', tag });
      },
    }),
  );
  return uses;
}

/** Tags of the nouns that the document's type conditions name. */
function conditionTags(document: DocumentNode): Set<string> {
  const tags = new Set<string>();
  const add = (name: string | undefined) => {
    const noun = name === undefined ? undefined : nounByName(name);
    for (const concrete of noun ? concreteNouns(noun) : []) if (concrete.tag) tags.add(concrete.tag);
  };
  visit(document, {
    InlineFragment: (node) => add(node.typeCondition?.name.value),
    FragmentDefinition: (node) => add(node.typeCondition.name.value),
  });
  return tags;
}

function sample(type: GraphQLInputType, id: string): unknown {
  if (isNonNullType(type)) return sample(type.ofType, id);
  if (isListType(type)) return [sample(type.ofType, id)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(required.map((field) => [field.name, sample(field.type, id)]));
  }
  return type.name === 'ID' ? id : (scalars[type.name] ?? null);
}
