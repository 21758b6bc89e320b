/** One thing of the catalogue that is related to another, by their codes. */
export interface Link {
  from: string;
  to: string;
}

/** How things of one sort are related, as far as that can be contradictory. */
export interface Links {
  /** `from` comes only with `to`. */
  needs: readonly Link[];
  /** Nobody has both; works both ways. */
  excludes: readonly Link[];
}

/** Whether two links are between the same two. */
export const isPair = (one: Link, other: Link): boolean =>
  (one.from === other.from && one.to === other.to) || (one.from === other.to && one.to === other.from);

/** Something that would come with two that exclude each other, of which it may be one. */
export interface Contradiction {
  of: string;
  one: string;
  other: string;
}

/** All that one leads to over links, itself among it. */
export function reachedFrom(start: string, links: readonly Link[]): Set<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of links) next.set(from, [...(next.get(from) ?? []), to]);
  const reached = new Set([start]);
  for (const code of reached) for (const to of next.get(code) ?? []) reached.add(to);
  return reached;
}

/** All that leads to one over links, itself among it. */
const reaching = (goal: string, links: readonly Link[]): Set<string> =>
  reachedFrom(
    goal,
    links.map(({ from, to }) => ({ from: to, to: from })),
  );

/** What nobody could have any more once one of two needs the other: it and all that it needs come together (PRD-56, PRD-84). */
export function contradictionOfNeed({ from, to }: Link, { needs, excludes }: Links): Contradiction | undefined {
  const gained = reachedFrom(to, needs);
  for (const of of reaching(from, needs)) {
    const had = reachedFrom(of, needs);
    // What contradicted itself before is not the fault of this one.
    const found = excludes.find(
      ({ from: one, to: other }) =>
        (had.has(one) || gained.has(one)) && (had.has(other) || gained.has(other)) && !(had.has(one) && had.has(other)),
    );
    if (found) return { of, one: found.from, other: found.to };
  }
  return undefined;
}

/** What nobody could have any more once two exclude each other: whatever needs both, or one that needs the other (PRD-56, PRD-84). */
export function contradictionOfExclusion(
  { from, to }: Link,
  { needs }: Pick<Links, 'needs'>,
): Contradiction | undefined {
  const of = [...reaching(from, needs)].find((code) => reachedFrom(code, needs).has(to));
  return of === undefined ? undefined : { of, one: from, other: to };
}

/** Says a contradiction to a person. */
export const toldContradiction = ({ of, one, other }: Contradiction): string =>
  of === one || of === other
    ? `${of} needs ${of === one ? other : one}; they cannot exclude each other.`
    : `${of} would need ${one} and ${other}, which exclude each other.`;
