import type { Sample } from '../data/sample.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** Asks a server one question; answers with its `data`. */
export type Ask = (query: string, variables: Variables) => Promise<Record<string, unknown>>;

export type Dialect = 'switchboard' | 'postgraphile' | 'mercurius';

/** What the requests of an operation are made of. */
export interface Source {
  sample: Sample;
  /** Asks Switchboard, or, for operations with `ownKeys`, the server that the requests are for. */
  ask: Ask;
  /** In whose words `ask` is asked. */
  dialect: Dialect;
  /** Keys of the regions that rivals are given as a variable. */
  regionIds: readonly string[];
}

/** One question, in the words of each server. */
export interface Operation {
  name: string;
  /** What it stands for. */
  about: string;
  /** The document sent to Switchboard. */
  document: string;
  ceiling: {
    /** A statement that gives one row with one text: the JSON value of `data`. */
    sql: string;
    values: (variables: Variables, scope: { regionIds: readonly string[] }) => unknown[];
  };
  postgraphile: string;
  mercurius: string;
  /** True: the answer depends on the caller's regions, which rivals get as the variable `regions`. */
  scoped?: boolean;
  /** Variables of the different requests. */
  requests: (source: Source) => Promise<readonly Variables[]> | readonly Variables[];
  /** True: rivals find their keys themselves, as with cursors, which each server makes in a form of its own. */
  ownKeys?: boolean;
  /** Fields that rivals give in another form, left out when answers are compared. */
  ignore?: readonly string[];
  /** Names of servers that are not asked it, because one answer takes them minutes. */
  without?: readonly string[];
  /** True: an administrator gets another answer than the caller, so that the two do not show the cost of policies. */
  differsForAdmin?: boolean;
}
