import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { idTarget, inputClass } from '../../kernel/model/inputs.js';
import { type NounMeta, nounByName, nounOf } from '../../kernel/model/registry.js';
import { pascal } from '../../kernel/model/naming.js';
import { smallest } from '../../graph/http/attacks/generated.js';

/** A place in the arguments of an operation where an id stands; the path's last part is the field. */
export interface IdPlace {
  path: string[];
  /** The noun of the rows that may be named; undefined when any may. */
  noun: NounMeta | undefined;
}

/** Gives the id for a place. */
export type IdGiver = (place: IdPlace) => string;

const SCALARS: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2030-01-01T00:00:00Z',
  Date: '2030-01-01',
  Decimal: '1',
  JSON: { matrix: 1 },
};
const DEPTH = 3;

type Operation = GraphQLField<unknown, unknown>;

/** Places of ids in the arguments of an operation. */
export const idPlaces = (operation: Operation): IdPlace[] =>
  operation.args.flatMap(({ name, type }) => placesIn(type, [name], undefined, name));

function placesIn(type: GraphQLInputType, path: string[], owner: string | undefined, field: string): IdPlace[] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [placeOf(path, owner, field)];
  if (!isInputObjectType(named) || path.length > DEPTH) return [];
  return Object.values(named.getFields()).flatMap((inner) =>
    placesIn(inner.type, [...path, inner.name], named.name, inner.name),
  );
}

function placeOf(path: string[], owner: string | undefined, field: string): IdPlace {
  const input = owner === undefined ? undefined : inputClass(owner);
  const target = input && idTarget(input, field);
  // Arguments of subscriptions are named after their noun.
  const named = nounByName(pascal(field.replace(/Id$/, '').replace('ticket', 'problemTicket')));
  return { path, noun: target ? nounOf(target) : input ? undefined : named };
}

/** A document that calls the operation, and variables with what is required and what leads to the place. */
export function callOf(kind: 'mutation' | 'subscription', operation: Operation, give: IdGiver, to?: IdPlace) {
  const { name, args, type } = operation;
  const given = args.filter((argument) => isNonNullType(argument.type) || argument.name === to?.path[0]);
  const declared = given.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const rows = /rejections/.test(
    String(Object.keys((getNamedType(type) as { getFields?(): object }).getFields?.() ?? {})),
  );
  const errors = 'userErrors { code message path details }';
  const selection = smallest(type).replace(
    '{ userErrors { code } }',
    `{ ${errors}${rows ? ` rejections { row ${errors} }` : ''} }`,
  );
  return {
    query: `${kind}${declared ? `(${declared})` : ''} { ${name}${passed ? `(${passed})` : ''} ${selection} }`,
    variables: Object.fromEntries(
      given.map((argument) => [argument.name, valueOf(argument.type, [argument.name], undefined, give, to)]),
    ),
  };
}

function valueOf(
  type: GraphQLInputType,
  path: string[],
  owner: string | undefined,
  give: IdGiver,
  to: IdPlace | undefined,
): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueOf(bare.ofType, path, owner, give, to)];
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare)) {
    const wanted = Object.values(bare.getFields()).filter(
      (field) => isNonNullType(field.type) || leadsTo([...path, field.name], to),
    );
    return Object.fromEntries(
      wanted.map((field) => [field.name, valueOf(field.type, [...path, field.name], bare.name, give, to)]),
    );
  }
  if (bare.name === 'ID') return give(placeOf(path, owner, path.at(-1)!));
  return SCALARS[bare.name] ?? 'matrix';
}

const leadsTo = (path: string[], to: IdPlace | undefined): boolean =>
  to !== undefined && path.every((part, index) => to.path[index] === part);
