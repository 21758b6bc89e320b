import type { Caller } from '../../kernel/access/caller.js';
import { Refusal, userError } from '../../kernel/errors/index.js';
import { nounByName } from '../../kernel/model/index.js';
import { targetFault } from './target.js';
import { isTypePattern } from './type-pattern.js';
import { eventSelection, webhookTargets } from './webhook.ports.js';

interface Checked {
  url?: string;
  types?: readonly string[];
  subjectTypes?: readonly string[];
  selection?: string | null;
}

/** Refuses what a subscription may not say, each fault with its path. @param owner with whose rights the selection will be read */
export function checkWebhook(input: Checked, owner: Caller): void {
  const faults = [];
  const fault = input.url === undefined ? undefined : targetFault(input.url, webhookTargets.adapter);
  if (fault) faults.push(userError(fault.code, fault.message, ['input', 'url']));
  if (input.types?.length === 0)
    faults.push(userError('TOO_FEW', 'At least one event type is needed.', ['input', 'types'], { min: 1 }));
  for (const [index, type] of input.types?.entries() ?? []) {
    if (!isTypePattern(type))
      faults.push(userError('BAD_TYPE', `"${type}" is no event type.`, ['input', 'types', index]));
  }
  for (const [index, type] of input.subjectTypes?.entries() ?? []) {
    if (!nounByName(type))
      faults.push(userError('BAD_TYPE', `There is no type ${type}.`, ['input', 'subjectTypes', index]));
  }
  for (const message of input.selection ? eventSelection.adapter.check(input.selection, owner) : []) {
    faults.push(userError('BAD_SELECTION', message, ['input', 'selection']));
  }
  if (faults.length > 0) throw new Refusal(faults);
}
