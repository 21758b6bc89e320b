import { type InputPath, Refusal, userError } from '../../../kernel/errors/index.js';
import { checkInput } from '../../../kernel/model/index.js';
import { ProcessDefinitionInput } from '../definition.inputs.js';
import {
  ExternalSystemClass,
  ProcessAlarmAction,
  ProcessAlarmLevel,
  ProcessFlowKind,
  ProcessJoinKind,
  ProcessMeetingWhen,
  ProcessOperatorKind,
  ProcessSplitKind,
  ProcessValueType,
} from '../process.enums.js';

const ENUMS: Readonly<Record<string, object>> = {
  join: ProcessJoinKind,
  split: ProcessSplitKind,
  externalSystem: ExternalSystemClass,
  type: ProcessValueType,
  level: ProcessAlarmLevel,
  action: ProcessAlarmAction,
  when: ProcessMeetingWhen,
};

/** Refuses what the graph would have refused of the same definition: lengths, counts, ranges, and words that are no value of an enum. */
export function inputChecked(definition: ProcessDefinitionInput, path: InputPath): void {
  const unknown: (string | number)[][] = [];
  const look = (value: unknown, at: (string | number)[], owner: string): void => {
    if (Array.isArray(value)) return value.forEach((each, index) => look(each, [...at, index], owner));
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'object') look(inner, [...at, name], name);
      const allowed = name === 'kind' ? kinds(owner) : ENUMS[name];
      if (allowed && inner !== null && !Object.values(allowed).includes(inner as never)) unknown.push([...at, name]);
    }
  };
  look(definition, [], '');
  const faults = [
    ...unknown.map((at) => userError('UNKNOWN_VALUE', 'This is none of the values.', [...path, ...at])),
    ...checkInput(ProcessDefinitionInput, definition, path),
  ];
  if (faults.length > 0) throw new Refusal(faults);
}

const kinds = (owner: string): object | undefined =>
  owner === 'flows' ? ProcessFlowKind : owner === 'operator' || owner === 'recipient' ? ProcessOperatorKind : undefined;
