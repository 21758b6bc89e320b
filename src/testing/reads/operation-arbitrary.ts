import fc from 'fast-check';
import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  getOperationAST,
  parse,
  print,
  validate,
  visit,
} from 'graphql';
import { Choices } from './choices.js';
import { type MadeOperation, type World, makeOperation } from './operations.js';

/** An operation and the caller who sends it. */
export interface Case extends MadeOperation {
  caller: string;
}

/** Random operations for random callers; a failing one is made smaller by leaving out parts of its document. */
export class OperationArbitrary extends fc.Arbitrary<Case> {
  constructor(
    private readonly world: World,
    private readonly callers: readonly string[],
  ) {
    super();
  }

  override generate(random: fc.Random): fc.Value<Case> {
    const choices = new Choices((min, max) => random.nextInt(min, max));
    const caller = choices.pick(this.callers);
    return new fc.Value({ ...makeOperation(this.world, choices), caller }, undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is Case {
    return true;
  }

  override shrink(value: Case): fc.Stream<fc.Value<Case>> {
    return fc.stream(smaller(this.world.schema, value)).map((made) => new fc.Value(made, undefined));
  }
}

/** The same operation with one part less, largest parts first. */
function* smaller(schema: GraphQLSchema, value: Case): Generator<Case> {
  const document = parse(value.document);
  const parts: { node: ASTNode; size: number }[] = [];
  visit(document, {
    enter(node) {
      // A cursor is one of its order.
      if (node.kind === Kind.ARGUMENT && node.name.value === 'orderBy') return false;
      if (REMOVABLE.has(node.kind)) parts.push({ node, size: (node.loc?.end ?? 0) - (node.loc?.start ?? 0) });
      return undefined;
    },
  });
  parts.sort((one, other) => other.size - one.size);
  for (const { node } of parts) {
    const without = cleaned(visit(document, { enter: (each) => (each === node ? null : undefined) }));
    if (!getOperationAST(without, value.operationName) || validate(schema, without).length > 0) continue;
    const used = print(without);
    const variables = Object.fromEntries(
      Object.entries(value.variables).filter(([name]) => new RegExp(`\\$${name}\\b`).test(used)),
    );
    yield { ...value, document: used, variables };
  }
}

const REMOVABLE = new Set<string>([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.DIRECTIVE,
  Kind.OBJECT_FIELD,
  Kind.OPERATION_DEFINITION,
]);

/** Leaves out fragments and variables that nothing uses any more, and selections that became empty. */
function cleaned(document: DocumentNode): DocumentNode {
  let current = document;
  for (;;) {
    const text = print(current);
    const next = visit(current, {
      Field: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined),
      InlineFragment: (node) => (node.selectionSet.selections.length === 0 ? null : undefined),
      FragmentDefinition: (node) =>
        node.selectionSet.selections.length === 0 || !new RegExp(`\\.\\.\\.${node.name.value}\\b`).test(text)
          ? null
          : undefined,
      FragmentSpread: (node) => (text.includes(`fragment ${node.name.value} on`) ? undefined : null),
      VariableDefinition: (node) =>
        text.split(new RegExp(`\\$${node.variable.name.value}\\b`)).length > 2 ? undefined : null,
      OperationDefinition: (node) => (node.selectionSet.selections.length === 0 ? null : undefined),
    }) as DocumentNode;
    if (print(next) === text) return next;
    current = next;
  }
}
