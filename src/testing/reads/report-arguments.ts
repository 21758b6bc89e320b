import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { idTarget, inputClass } from '../../kernel/model/inputs.js';
import { nounByName, nounOf, type NounMeta } from '../../kernel/model/registry.js';
import type { Choices } from './choices.js';
import { EnumValue, type Input, type InputMaker } from './inputs.js';

const DAYS = ['1999-12-31', '2025-01-01', '2026-02-28', '2026-03-01', '2030-01-01'];
const TEXTS = ['CNY', 'EUR', 'XXX', 'Order', 'a', '', 'name'];

/** Random arguments of a report: mostly such as it answers, now and then such as it refuses. */
export function reportArguments(
  field: GraphQLField<unknown, unknown>,
  choices: Choices,
  inputs: InputMaker,
): Record<string, Input> {
  const idOf = (owner: string | undefined, name: string): NounMeta | undefined => {
    const type = owner === undefined ? undefined : inputClass(owner);
    const target = type && idTarget(type, name);
    return target ? nounOf(target) : nounByName(name.replace(/Id$/, '').replace(/^./, (first) => first.toUpperCase()));
  };
  const members = (fields: readonly (GraphQLArgument | GraphQLInputField)[], owner?: string): Record<string, Input> =>
    Object.fromEntries(
      fields.flatMap((each) =>
        isNonNullType(each.type) || choices.chance(45) ? [[each.name, value(each.type, each.name, owner)]] : [],
      ),
    );
  const value = (type: GraphQLInputType, name: string, owner?: string): Input => {
    const bare = getNullableType(type);
    // What a variable would stand for when it is left out is not asked for here.
    const made = (given: Input['value']): Input => ({ type: String(type), value: given, needed: true });
    if (isListType(bare))
      return made(
        Array.from({ length: choices.pick([1, 1, 2, 3]) }, () => value(bare.ofType as GraphQLInputType, name, owner)),
      );
    if (isInputObjectType(bare)) return made({ members: members(Object.values(bare.getFields()), bare.name) });
    if (isEnumType(bare)) return made(new EnumValue(choices.pick(bare.getValues()).name));
    switch (bare.toString()) {
      case 'ID':
        return made(inputs.id(idOf(owner, name)));
      case 'Int':
        return made(choices.pick([1, 1, 2, 5, 50, 0]));
      case 'Boolean':
        return made(choices.chance(50));
      case 'Date':
        return made(choices.pick(DAYS));
      case 'DateTime':
        return made(`${choices.pick(DAYS)}T08:00:00.000Z`);
      default:
        return made(choices.pick(TEXTS));
    }
  };
  return members(field.args);
}
