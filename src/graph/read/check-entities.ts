import { getNamedType, type GraphQLNamedType, type GraphQLSchema, isObjectType, visit as walk } from 'graphql';
import type { Caller } from '../../kernel/access/caller.js';
import { concreteNouns, type NounMeta, nounByName } from '../../kernel/model/registry.js';
import { Compilation } from './compilation.js';
import type { CostLimits } from './cost.js';
import type { Operation } from './engine.js';
import { type CollectedField, collectFields, selectionsOf } from './fields.js';
import { rowsByKeys } from './root.js';

/** Payloads hold objects a few levels deep at most; deeper ones are met when they are read. */
const MAX_LEVELS = 5;

/**
 * Refuses a mutation or subscription over the limits before it runs: what it asks of the objects it answers with is compiled as it
 * will be when they are read, once for each place where one can stand.
 * @throws OPERATION_TOO_DEEP, OPERATION_TOO_COSTLY.
 */
export function checkEntities(schema: GraphQLSchema, operation: Operation, caller: Caller, limits: CostLimits): void {
  const root = schema.getRootType(operation.operation.operation);
  if (!root) return;
  const compilation = new Compilation({ schema, ...operation }, caller, true);
  const visit = (typeName: string, field: CollectedField, level: number): void => {
    const type = schema.getType(typeName);
    const meaning = isObjectType(type) ? type.getFields()[field.name] : undefined;
    if (!meaning || level > MAX_LEVELS) return;
    const answer = getNamedType(meaning.type);
    const nouns = possibleNouns(answer, operation);
    if (nouns.length) compilation.cost.dearest(nouns.map((noun) => () => rowsByKeys(compilation, noun, field)));
    else if (isObjectType(answer))
      for (const below of collectFields(compilation.source, selectionsOf(field), answer.name))
        visit(answer.name, below, level + 1);
  };
  for (const field of collectFields(compilation.source, [operation.operation.selectionSet], root.name))
    visit(root.name, field, 0);
  compilation.cost.check(limits);
}

/** The nouns that a field of this type can answer with; of any object, those that the document names. */
function possibleNouns(answer: GraphQLNamedType, { document }: Operation): NounMeta[] {
  if (answer.name !== 'Node') return [nounByName(answer.name) ?? []].flat();
  const named = new Set<string>();
  const note = (node: { typeCondition?: { name: { value: string } } | undefined }) => {
    if (node.typeCondition) named.add(node.typeCondition.name.value);
  };
  walk(document, { InlineFragment: note, FragmentDefinition: note });
  return [...named].flatMap((name) => {
    const noun = nounByName(name);
    return noun ? concreteNouns(noun) : [];
  });
}
