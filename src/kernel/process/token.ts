/** Where a visit of a token to a step stands. */
export type TokenStatus =
  /** The step's work is being done. */
  | 'ACTIVE'
  /** It waits at a join for others. */
  | 'JOINING'
  /** It waits for instances of other processes, or to be dispatched by hand. */
  | 'WAITING'
  /** Its step cannot go on by itself: no flow holds, or its work failed. */
  | 'STUCK'
  /** The step's work is done and the token has moved on. */
  | 'DONE'
  /** It went into a join with others. */
  | 'MERGED'
  /** Another branch had passed the join before it. */
  | 'ABSORBED'
  /** It was taken back before its work was done. */
  | 'RECALLED'
  /** Its work was done and is being undone. */
  | 'COMPENSATING'
  /** Its work was undone, or there was nothing to undo. */
  | 'UNDONE';

/** States in which a token still stands at its step. */
export const LIVE: readonly TokenStatus[] = ['ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING'];

/** A branch of a parallel split: the visit that split, and which of its flows. */
export interface Branch {
  split: string;
  flow: number;
}

/** One visit of a token to a step. Moving on makes a new one, so the visits of an instance are its whole course. */
export interface Token {
  id: string;
  step: string;
  status: TokenStatus;
  /** Order of the visits within the instance. */
  seq: number;
  /** Visits that led here: one, or as many as were joined. */
  parents: readonly string[];
  /** Parallel branches that it is in, the innermost last. */
  branches: readonly Branch[];
  /** Step from which it came; null at the start and after a move by hand. */
  via: string | null;
  /** Place in the order in which work was done; null before. */
  leftSeq: number | null;
  /** Variables that the step gave; null before. */
  outputs: Readonly<Record<string, unknown>> | null;
}

/** Variables that a person has set in an instance. */
export interface SetByHand {
  /** When, among the visits: what was done before it gives way to it, what came after it does not. */
  seq: number;
  values: Readonly<Record<string, unknown>>;
}
