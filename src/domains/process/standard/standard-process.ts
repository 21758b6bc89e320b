import type { ProcessFlowInput, ProcessParameterInput, ProcessStepInput } from '../definition.inputs.js';
import { ProcessOperatorKind, ProcessSplitKind, ProcessStepKind, ProcessValueType } from '../process.enums.js';

/** A process that every deployment starts with, published; an operator edits it, or puts one of their own in its place. */
export interface StandardProcess {
  /** Code of the template. */
  code: string;
  name: string;
  /** Domain whose work it is. */
  functionalDomain: string;
  /** Type of the objects that it is about. */
  objectType: string;
  /** FEEL: for which of them; absent for all. */
  applicability?: string;
  /** Of several that apply the highest is taken; the standard ones have the lowest, so that an operator's own comes first. */
  priority?: number;
  /** Working minutes that the whole may take; absent where the object has a limit of its own. */
  limit?: number;
  variables?: readonly ProcessParameterInput[];
  /** Steps between the start and the end, in their usual order. */
  steps: readonly ProcessStepInput[];
  /** Ways out of a step that does not simply lead to the next: `from > to`, with the condition under which each is taken. */
  ways?: Readonly<Record<string, string | null>>;
}

/** Priority of the standard processes: below any that an operator makes without naming one. */
export const STANDARD_PRIORITY = -100;

export const hours = (count: number): number => count * 60;
/** Working days of eight hours. */
export const days = (count: number): number => hours(8 * count);

/** A step that holders of a role do within so many working minutes. */
export const person = (
  code: string,
  name: string,
  role: string,
  minutes: number,
  more: Partial<ProcessStepInput> = {},
): ProcessStepInput => ({
  ...{ code, name, kind: ProcessStepKind.HUMAN },
  operator: { kind: ProcessOperatorKind.ROLE, code: role },
  timeLimits: [{ minutes, workingTime: true }],
  ...more,
});

/** A step whose work another process does. */
export const call = (code: string, name: string, template: string): ProcessStepInput => ({
  ...{ code, name, kind: ProcessStepKind.SUBPROCESS, subprocess: { template, wait: true } },
});

/** A step that the registered handler does. */
export const automatic = (
  code: string,
  name: string,
  handler: string,
  more: Partial<ProcessStepInput> = {},
): ProcessStepInput => ({ ...{ code, name, kind: ProcessStepKind.AUTOMATIC, handler }, ...more });

/** A yes or no that whoever does a step must tell. */
export const yesNo = (name: string, description: string): ProcessParameterInput => ({
  ...{ name, description, type: ProcessValueType.BOOLEAN, required: true },
});

/** Words that whoever does a step may add. */
export const words = (name: string, description: string, required = false): ProcessParameterInput => ({
  ...{ name, description, type: ProcessValueType.STRING, required },
});

/** A number that whoever does a step must tell. */
export const number = (name: string, description: string, required = true): ProcessParameterInput => ({
  ...{ name, description, type: ProcessValueType.NUMBER, required },
});

/** All ways out of the step are taken at once. */
export const parallel = { split: ProcessSplitKind.PARALLEL } as const;

/** The steps with start and end, and the flows between them: each to the next, unless ways out of it are named. */
export function graphOf({ steps, ways = {} }: Pick<StandardProcess, 'steps' | 'ways'>): {
  steps: ProcessStepInput[];
  flows: ProcessFlowInput[];
} {
  const start = { code: 'start', kind: ProcessStepKind.START };
  const end = { code: 'end', kind: ProcessStepKind.END };
  const all: ProcessStepInput[] = [start, ...steps, end];
  const named = Object.entries(ways).map(([way, condition]) => {
    const [from, to] = way.split(' > ') as [string, string];
    return { from, to, condition };
  });
  const flows = all.slice(0, -1).flatMap(({ code, split }, index): ProcessFlowInput[] => {
    const own = named.filter(({ from }) => from === code);
    if (own.length === 0) return [{ from: code, to: all[index + 1]!.code }];
    const isDefault = (condition: string | null) =>
      own.length > 1 && condition === null && split !== ProcessSplitKind.PARALLEL;
    return own.map((flow) => ({ ...flow, isDefault: isDefault(flow.condition) }));
  });
  return { steps: all, flows };
}
