import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { NounMeta } from '../../kernel/model/index.js';
import { refuseBadRule, type RuleVariables } from '../../kernel/rules/index.js';
import { givenVariables, ruleVariableOf } from './applicability.js';
import { ApplicabilityResolverKind as K, type ApplicabilityVariable } from './applicability-variable.js';
import { objectNoun, refuseUnknownType } from './object-types.js';
import { characteristicPath, variableAt, viewOf } from './object-view.js';

const RESOLVER: InputPath = ['input', 'resolver'];
const TYPES: InputPath = ['input', 'objectTypes'];

/** Refuses a variable whose value could not be found, or would be of another type, for any of its kinds of objects. */
export function refuseBadResolver(variable: ApplicabilityVariable): void {
  const nouns = variable.objectTypes.map((name, index) => nounFor(name, [...TYPES, index]));
  const { resolverKind, resolver } = variable;
  if (resolverKind === K.EXPRESSION) return refuseBadExpression(variable, nouns);
  if (resolverKind === K.GIVEN) {
    if (!/^[A-Za-z_]\w*$/.test(resolver)) refuse('BAD_VALUE', 'What is handed over has a name of one word.', RESOLVER);
    return;
  }
  if (nouns.length === 0) refuse('REQUIRED', 'Of which objects is this a part?', TYPES);
  for (const noun of nouns)
    if (resolverKind === K.PATH) refuseBadPath(variable, noun);
    else if (!characteristicPath(noun.target, resolver))
      refuse('PATH_UNKNOWN', `There are no characteristics there in ${noun.name}.`, RESOLVER, {
        objectType: noun.name,
      });
}

const nounFor = (name: string, path: InputPath): NounMeta => objectNoun(name) ?? refuseUnknownType(name, path);

function refuseBadPath(variable: ApplicabilityVariable, { name, target }: NounMeta): void {
  const found = variableAt(target, variable.resolver);
  if (!found)
    refuse('PATH_UNKNOWN', `${name} has no ${variable.resolver} that all staff may read.`, RESOLVER, {
      objectType: name,
    });
  const { type } = ruleVariableOf(variable);
  if (found.type !== type)
    refuse('WRONG_TYPE', `${variable.resolver} of ${name} is a ${found.type}, not a ${type}.`, RESOLVER, {
      objectType: name,
    });
}

/** What an expression reads besides the object. */
const given = ({ variables, objectType, handlingGrade, region }: RuleVariables): RuleVariables =>
  ({ variables, objectType, handlingGrade, region }) as RuleVariables;

function refuseBadExpression(variable: ApplicabilityVariable, nouns: readonly NounMeta[]): void {
  const views = nouns.length > 0 ? nouns.map(({ target }) => viewOf(target)) : [{}];
  for (const fields of views) {
    const object = { type: 'context', description: 'The object.', fields } as const;
    refuseBadRule(variable.resolver, { ...given(givenVariables), object }, RESOLVER, ruleVariableOf(variable).type);
  }
}
