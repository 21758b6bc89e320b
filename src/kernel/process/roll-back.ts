import type { Course } from './course.js';
import { isUndoable } from './retry.js';
import { LIVE, type SetByHand, type Token } from './token.js';

/** Values of an instance that no step gave. */
export interface StartValues {
  /** Variables with which it began. */
  startVariables: Readonly<Record<string, unknown>>;
  /** Those that people have set since. */
  setByHand?: readonly SetByHand[] | null | undefined;
}

/** What is taken back of an instance. */
export interface Taken {
  /** Tokens that stood at a step and are taken back. */
  recalled: Token[];
  /** Visits whose work must be undone, the newest first. */
  compensating: Token[];
}

/** What going back to a step means, worked out over all visits of an instance. */
export interface RollBack extends Taken {
  /** Where the course goes on when all is undone. */
  again: Pick<Token, 'step' | 'parents' | 'branches' | 'via'>;
}

/** The last visit to the step whose work was done, before this token if it is one of its ancestors. */
export function visitBefore(tokens: readonly Token[], token: Token, step: string): Token | undefined {
  const above = ancestors(tokens, token);
  const visits = tokens.filter((visit) => visit.step === step && visit.status === 'DONE').sort((a, b) => b.seq - a.seq);
  return visits.find(({ id }) => above.has(id));
}

/** The nearest visit before this one at which somebody or something worked. */
export function workBefore(
  tokens: readonly Token[],
  token: Token,
  works: (step: string) => boolean,
): Token | undefined {
  const above = ancestors(tokens, token);
  const visits = tokens.filter(({ id, status, step }) => above.has(id) && status === 'DONE' && works(step));
  return visits.sort((a, b) => b.seq - a.seq)[0];
}

/**
 * Goes back to a visit: everything that followed from it, in whatever branch, is taken back or undone, and tokens that had gone into
 * a join with what is undone wait there again, as those stand again that were taken back when their split was left by hand. What did
 * not follow from it stays as it is (WFL-43).
 * @param tokens all visits of the instance, those of the course by identity
 * @param started visits whose sub-processes are to be undone with them, whether they had ended or not (WFL-04)
 */
export function rollBack(
  course: Course,
  tokens: readonly Token[],
  target: Token,
  start: StartValues,
  started: ReadonlySet<string> = new Set(),
): RollBack {
  const after = descendants(tokens, target);
  const following = tokens.filter(({ id }) => after.has(id));
  const taken = takeBack(course, following, started);
  restoreJoins(course, tokens, after, target);
  restoreLeft(course, tokens, after, target);
  forgetPassed(course, tokens, after);
  course.variables = variablesAfter(tokens, start);
  const { step, parents, branches, via } = target;
  return { ...taken, again: { step, parents, branches, via } };
}

/**
 * Takes back or undoes everything that was done in an instance, which then goes on nowhere: a sub-process of a step that is rolled back.
 * @param tokens all visits of the instance, those of the course by identity
 * @param started visits whose sub-processes are to be undone with them
 */
export function undoAll(
  course: Course,
  tokens: readonly Token[],
  start: StartValues,
  started: ReadonlySet<string>,
): Taken {
  const taken = takeBack(course, tokens, started);
  course.variables = variablesAfter(tokens, start);
  return taken;
}

/** What would be taken back or undone by going back to a visit: it, and all that followed from it and still counts. */
export function followingFrom(tokens: readonly Token[], target: Token): Token[] {
  const after = descendants(tokens, target);
  return tokens.filter(({ id, status }) => after.has(id) && (LIVE.includes(status) || status === 'DONE'));
}

/** Whether a step was come from on the way to a visit, so that going there passes nothing over. */
export function wasBefore(tokens: readonly Token[], token: Token, step: string): boolean {
  const above = ancestors(tokens, token);
  return tokens.some((visit) => visit.step === step && (visit.id === token.id || above.has(visit.id)));
}

/** Work that was done is undone where its step says how, or a sub-process did it; all else is taken back, or counts no more. */
function takeBack(course: Course, tokens: readonly Token[], started: ReadonlySet<string>): Taken {
  const recalled: Token[] = [];
  const compensating: Token[] = [];
  for (const token of tokens) {
    const { status, outputs } = token;
    if (status === 'UNDONE' || status === 'COMPENSATING') continue;
    const stands = LIVE.includes(status);
    // One that waits after its work, or does not know where to go from there, has done it.
    const isDone = status === 'DONE' || (stands && outputs !== null);
    if (started.has(token.id) || (isDone && isUndoable(course.stepOf(token)))) {
      course.set(token, { status: 'COMPENSATING', leftSeq: token.leftSeq ?? ++course.seq });
      compensating.push(token);
    } else if (stands) {
      course.set(token, { status: 'RECALLED', leftSeq: ++course.seq });
      recalled.push(token);
    } else if (status !== 'RECALLED') course.set(token, { status: 'UNDONE' });
  }
  compensating.sort((a, b) => b.leftSeq! - a.leftSeq!);
  return { recalled, compensating };
}

/** Variables as the work that still counts, and people, have made them: what somebody has set right is not wrong again after a roll-back. */
export function variablesAfter(
  tokens: readonly Token[],
  { startVariables, setByHand }: StartValues,
): Record<string, unknown> {
  const left = tokens.filter(({ status, leftSeq }) => status === 'DONE' || (status === 'STUCK' && leftSeq !== null));
  const given = left.map(({ leftSeq, outputs }) => ({ seq: leftSeq!, values: outputs ?? {} }));
  const counted = [...given, ...(setByHand ?? [])].sort((a, b) => a.seq - b.seq);
  return Object.assign({}, startVariables, ...counted.map(({ values }) => values)) as Record<string, unknown>;
}

/** Tokens of other branches that had been joined with what is undone wait for it again. */
function restoreJoins(course: Course, tokens: readonly Token[], after: ReadonlySet<string>, target: Token): void {
  const undone = tokens.filter(({ id }) => after.has(id) && id !== target.id);
  const joined = new Set(undone.flatMap(({ parents }) => parents));
  for (const token of tokens)
    if (token.status === 'MERGED' && joined.has(token.id) && !after.has(token.id))
      course.set(token, { status: 'JOINING', leftSeq: null });
}

/** Tokens of other branches from which, all together, only something followed that is undone: their split had been left by hand. */
function restoreLeft(course: Course, tokens: readonly Token[], after: ReadonlySet<string>, target: Token): void {
  const byId = new Map(tokens.map((token) => [token.id, token]));
  const next = new Map<string, Token[]>();
  for (const token of tokens)
    for (const parent of token.parents) next.set(parent, [...(next.get(parent) ?? []), token]);
  for (const token of tokens) {
    const followers = next.get(token.id) ?? [];
    if (after.has(token.id) || followers.length === 0) continue;
    // One that goes on in another visit stands there, or has been let stand again by an earlier roll-back.
    if (followers.some(({ id }) => !after.has(id) || id === target.id)) continue;
    if (token.status === 'DONE') standStuck(course, token);
    else if (token.status === 'RECALLED' && waitedAtJoin(course, token, byId))
      course.set(token, { status: 'JOINING', leftSeq: null });
    else if (token.status === 'RECALLED')
      course.make(token.step, { parents: [token.id], branches: token.branches, via: token.via });
  }
}

/** Its work was done, but only a person had known where to go from there. */
function standStuck(course: Course, token: Token): void {
  course.set(token, { status: 'STUCK' });
  course.troubles.push({ token, code: 'NO_NEXT_STEP', message: `Nobody leads ${token.step} on any more.` });
}

/** Whether a token had come to a join and not passed it: what has passed comes of those that were joined there. */
function waitedAtJoin({ process }: Course, { step, parents }: Token, byId: ReadonlyMap<string, Token>): boolean {
  if (process.steps.get(step)!.join !== 'ALL' || (process.into.get(step)?.length ?? 0) < 2) return false;
  return !parents.some((id) => byId.get(id)?.step === step && byId.get(id)?.status === 'MERGED');
}

/** A join of any that was passed by a branch that is undone may be passed by any branch again. */
function forgetPassed(course: Course, tokens: readonly Token[], after: ReadonlySet<string>): void {
  for (const { id, step, branches } of tokens) {
    const inner = branches.at(-1);
    if (!after.has(id) || !inner) continue;
    const key = `${step} ${inner.split}`;
    if (course.passed[key] === inner.flow) delete course.passed[key];
  }
}

function ancestors(tokens: readonly Token[], token: Token): Set<string> {
  const byId = new Map(tokens.map((each) => [each.id, each]));
  const found = new Set<string>();
  for (const open = [...token.parents]; open.length > 0;) {
    const id = open.pop()!;
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(byId.get(id)?.parents ?? []));
  }
  return found;
}

function descendants(tokens: readonly Token[], target: Token): Set<string> {
  const found = new Set([target.id]);
  // Parents are older than what follows from them.
  for (const token of [...tokens].sort((a, b) => a.seq - b.seq))
    if (token.parents.some((parent) => found.has(parent))) found.add(token.id);
  return found;
}
