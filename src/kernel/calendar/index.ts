export { keepOperatorZone, operatorDays } from './operator-zone.js';
export { hasStart, nextTime, readRecurrence, type Recurrence } from './recurrence.js';
export * from './working-time.js';
