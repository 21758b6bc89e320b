import type { Find, KnownToProcesses } from './check-definition.js';
import type { ProcessDefinition, StepDefinition } from './definition.js';

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
