import type { Caller } from '../../kernel/access/index.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { externalSystem } from '../../kernel/process/index.js';

/**
 * The outside system that calls: by the name of its key, or, for staff who act in its place, by the name that they give.
 * Refuses with UNKNOWN_SYSTEM one that is not connected.
 */
export function systemOf(caller: Caller, named: string | null, path: InputPath): string {
  const own = caller.kind === 'SYSTEM' ? caller.name : named;
  if (named && own !== named) refuse('UNKNOWN_SYSTEM', 'A system calls in its own name.', path);
  if (!own || !externalSystem(own))
    return refuse('UNKNOWN_SYSTEM', 'No outside system of this name is connected.', path);
  return own;
}

/** Whether an outside system calls and it is not this one; staff and administrators act in the place of any. */
export const isOtherSystem = ({ kind, name }: Caller, system: string): boolean => kind === 'SYSTEM' && name !== system;
