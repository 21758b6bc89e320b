/** A visit as far as faults are looked for. */
export interface SeenVisit {
  id: string;
  step: string;
  kind: string;
  status: string;
  parents: readonly string[];
  leftSeq: number | null;
  outputs: Readonly<Record<string, unknown>> | null;
}

const GONE = ['RECALLED', 'UNDONE'];
const STANDING = ['ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING'];

/** What is wrong with the visits of an instance: tokens that were lost or doubled (WFL-13, WFL-36, WFL-42, WFL-43). */
export function tokenFaults(visits: readonly SeenVisit[], ended: boolean): string[] {
  const faults: string[] = [];
  const known = new Set(visits.map(({ id }) => id));
  // One that a person sent on to another step was taken back, and goes on in the next.
  const goesOn = ({ id, status }: SeenVisit): boolean =>
    !GONE.includes(status) ||
    (status === 'RECALLED' && visits.some((visit) => visit.parents.includes(id) && goesOn(visit)));
  const counting = visits.filter(goesOn);
  const undoing = visits.some(({ status }) => status === 'COMPENSATING');
  const standing = visits.filter(({ status }) => STANDING.includes(status));
  if (ended && standing.length > 0)
    faults.push(`It has ended, but stands at ${standing.map(({ step }) => step).join()}.`);
  if (!ended && standing.length === 0) faults.push('It has not ended, but stands nowhere.');
  for (const { id, step, kind, status, parents } of visits) {
    if (parents.some((parent) => !known.has(parent))) faults.push(`${step} comes from nowhere.`);
    const next = counting.filter((visit) => visit.parents.includes(id));
    const doubled = next.length !== new Set(next.map((visit) => visit.step)).size;
    if (doubled)
      faults.push(`${step} (${status}) was left twice to one step: ${next.map((visit) => visit.step).join()}.`);
    if (undoing || kind === 'END') continue;
    if (status === 'DONE' && next.length === 0) faults.push(`${step} is done, but led nowhere.`);
    if (status === 'MERGED' && next.length !== 1) faults.push(`${step} was joined into ${next.length} tokens.`);
    if (status === 'UNDONE' && next.length > 0) faults.push(`${step} was undone, but ${next[0]!.step} was not.`);
  }
  return faults;
}

/** Variables as the work that counts has made them, worked out anew. */
export function variablesFrom(
  visits: readonly SeenVisit[],
  start: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const done = visits.filter(({ status, outputs }) => status === 'DONE' && outputs);
  return Object.assign(
    { ...start },
    ...done.sort((a, b) => a.leftSeq! - b.leftSeq!).map(({ outputs }) => outputs),
  ) as Record<string, unknown>;
}
