import { type InputPath, nearNames, refuse } from '../../kernel/errors/index.js';
import { allNouns, type NounMeta, nounByName } from '../../kernel/model/index.js';
import { ANY_TYPE } from './process-template.js';

/** The noun of a type of objects, which can have processes; undefined for what is none: of an interface there are no objects. */
export function objectNoun(type: string): NounMeta | undefined {
  const noun = nounByName(type);
  return noun?.tag ? noun : undefined;
}

/** Whether there can be objects of a type that a template names. */
export const isObjectType = (type: string): boolean => type === ANY_TYPE || objectNoun(type) !== undefined;

/** Refuses a type of objects that the graph does not know with UNKNOWN_VALUE, which tells the names that are near (`near`). */
export function refuseUnknownType(type: string, path: InputPath): never {
  const near = nearNames(
    type,
    allNouns().flatMap(({ name, tag }) => (tag ? [name] : [])),
  );
  const meant = near.length > 0 ? ` Is ${near.join(' or ')} meant?` : '';
  return refuse('UNKNOWN_VALUE', `There is no type of objects ${type}.${meant}`, path, { near });
}
