import { EnumInput, IdInput, Input, IntInput, TextInput, TextListInput } from '../../kernel/model/index.js';
import {
  ApplicabilityResolverKind,
  ApplicabilityVariable,
  ApplicabilityVariableType,
} from './applicability-variable.js';

@Input('A variable of conditions, new or changed; of a changed one, what is absent stays (WFL-06).')
export class ApplicabilityVariableSaveInput {
  @IdInput(() => ApplicabilityVariable, {
    description: 'The variable to change; a new one when absent.',
    optional: true,
  })
  variableId?: string | null;

  @TextInput({
    description:
      'Name by which conditions name it, for good: letters and digits, a letter first. One that starts give as well, such as `customerType`, gets its value by this where a start gives none. REQUIRED for a new one; CODE_TAKEN when another variable, FEEL or the start itself (`objectType`, `handlingGrade`, `region`, `variables`) has it.',
    max: 60,
    optional: true,
  })
  code?: string | null;

  @TextInput({ description: 'Name for people; REQUIRED for a new one.', optional: true })
  name?: string | null;

  @TextInput({ description: 'What it says, with its unit.', max: 1000, optional: true })
  description?: string | null;

  @EnumInput(() => ApplicabilityVariableType, {
    description:
      'Type of its values, REQUIRED for a new one; WRONG_TYPE for a name that starts give as another type, IN_USE when a published template names it.',
    optional: true,
  })
  type?: ApplicabilityVariableType | null;

  @TextListInput({
    description:
      'All values that it can have: REQUIRED for ENUMERATION, CONTRADICTORY for others; IN_USE when a published template compares with one that would be missing.',
    max: 200,
    maxText: 100,
    optional: true,
  })
  allowedValues?: string[] | null;

  @TextListInput({
    description:
      'Types of the objects for which it is, such as `Order`; empty for all. UNKNOWN_VALUE for what is no type; IN_USE when a published template for another one names it.',
    max: 50,
    maxText: 60,
    optional: true,
  })
  objectTypes?: string[] | null;

  @EnumInput(() => ApplicabilityResolverKind, {
    description: 'Where its value comes from; REQUIRED for a new one.',
    optional: true,
  })
  resolverKind?: ApplicabilityResolverKind | null;

  @TextInput({
    description:
      'Path, name or FEEL by which its value is found; REQUIRED for a new one, but for GIVEN, where it is the code when absent. PATH_UNKNOWN when one of the object types has no such field that all staff may read, WRONG_TYPE when the field is of another type, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG for FEEL.',
    max: 4000,
    optional: true,
  })
  resolver?: string | null;

  @IntInput({
    description: 'Version that the caller read; VERSION_CONFLICT when it was changed since.',
    optional: true,
  })
  expectedVersion?: number | null;
}

@Input('A variable of conditions to be taken out of use.')
export class ApplicabilityVariableRetireInput {
  @IdInput(() => ApplicabilityVariable, { description: 'The variable; IN_USE when a published template names it.' })
  variableId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
