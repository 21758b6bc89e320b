import type { NounMeta } from '../../kernel/model/registry.js';

/**
 * The reference that must be empty in the rows of a list: who asks for what there is gets a row that another took the place of as that one
 * only, unless the filter itself asks for the state or the reference that tells of it. Undefined where nothing is left out.
 * @param by the reference by which the list hangs below a row; one of what a row took the place of has those
 */
export function leftOutBy(
  { forwardedBy, forwardedState }: Pick<NounMeta, 'forwardedBy' | 'forwardedState'>,
  filter: unknown,
  by?: string,
): string | undefined {
  if (!forwardedBy || !forwardedState || by === forwardedBy) return undefined;
  return names(filter, [forwardedBy, forwardedState]) ? undefined : forwardedBy;
}

/** Whether a filter, or one that it combines, has a condition on one of the fields. */
function names(filter: unknown, fields: readonly string[]): boolean {
  if (typeof filter !== 'object' || filter === null) return false;
  const { and, or, not, ...own } = filter as Record<string, unknown>;
  if (fields.some((field) => own[field] !== undefined)) return true;
  return [and, or, not].flat().some((combined) => names(combined, fields));
}
