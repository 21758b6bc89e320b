import { OfferingInstanceStatus } from '../inventory/index.js';

/** States of offering instances that are charged for. */
export const RUNNING: readonly OfferingInstanceStatus[] = [
  OfferingInstanceStatus.ACTIVE,
  OfferingInstanceStatus.BROKEN,
];
