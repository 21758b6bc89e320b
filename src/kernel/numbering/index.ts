import type { Class } from '../model/registry.js';
import { NumberSequence } from './number-sequence.js';

export * from './number-sequence.js';
export * from './numbering.js';

/** Tables of the numbering, for the list of entities. */
export const numberingEntities: readonly Class[] = [NumberSequence];
