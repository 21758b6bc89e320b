import type { Find, KnownToProcesses } from './check-definition.js';
import type { ProcessDefinition, StepDefinition, StepKind } from './definition.js';

/** Steps at which something is waited for that can be taken back. */
const CAN_BE_LEFT: readonly StepKind[] = ['HUMAN', 'EXTERNAL', 'SUBPROCESS', 'AUTOMATIC'];

/** Checks where limits that pass lead: only out of work, and to a step that there is, and not away from where an object is (WFL-19). */
export function checkMoves(
  { steps, alarms = [] }: ProcessDefinition,
  { steered = false }: Pick<KnownToProcesses, 'steered'>,
  find: Find,
): void {
  const kinds = new Map(steps.map(({ code, kind }) => [code, kind]));
  alarms.forEach(({ action }, index) => {
    if (action === 'MOVE')
      find('ALARM_INVALID', 'Only the limit of a step can move it on.', ['alarms', index, 'action']);
  });
  steps.forEach(({ code, kind, alarms: own = [] }, index) =>
    own.forEach(({ action, to = null }, place) => {
      const path = ['steps', index, 'alarms', place];
      if (action !== 'MOVE') {
        if (to !== null) find('ALARM_INVALID', 'Only a MOVE leads to a step.', [...path, 'to']);
        return;
      }
      if (steered)
        find('ALARM_INVALID', 'This process goes where its object goes: no limit moves it on.', [...path, 'action']);
      if (!CAN_BE_LEFT.includes(kind)) find('ALARM_INVALID', `No work is done at ${code}.`, [...path, 'action']);
      const target = to === null ? undefined : kinds.get(to);
      if (!target || target === 'START' || to === code)
        find('ALARM_INVALID', `There is no other step ${to ?? 'named'} to go on at.`, [...path, 'to']);
    }),
  );
}

/** Checks alarms: each has a code of its own, a limit to be about, and a recipient that exists (WFL-19, WFL-20). */
export function checkAlarms(
  { alarms = [], timeLimits }: Pick<ProcessDefinition | StepDefinition, 'alarms' | 'timeLimits'>,
  path: (string | number)[],
  known: Pick<KnownToProcesses, 'isOperator'>,
  find: Find,
): void {
  const seen = new Set<string>();
  alarms.forEach(({ code, recipient, action }, index) => {
    const at = [...path, index];
    if (seen.has(code)) find('ALARM_INVALID', `Two alarms have the code ${code}.`, [...at, 'code']);
    seen.add(code);
    if (action === 'ESCALATE' && !recipient) find('ALARM_INVALID', 'To whom is it raised?', [...at, 'recipient']);
    if (recipient && !known.isOperator(recipient.kind, recipient.code))
      find('OPERATOR_UNKNOWN', `There is no ${recipient.kind} ${recipient.code}.`, [...at, 'recipient']);
  });
  if (alarms.length > 0 && timeLimits.length === 0)
    find('ALARM_INVALID', 'Alarms are about a limit, and there is none.', path);
}
