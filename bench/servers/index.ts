import { ceiling, mercurius, postgraphile } from './rivals.ts';
import type { Contestant } from './server.ts';
import { switchboard, switchboardAdmin, uncompiled } from './switchboard.ts';

/** Everyone who takes part, in the order of the table. */
export const contestants: readonly Contestant[] = [
  switchboard,
  switchboardAdmin,
  ceiling,
  postgraphile,
  mercurius,
  uncompiled,
];
