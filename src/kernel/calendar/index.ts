export { hasStart, nextTime, readRecurrence, type Recurrence } from './recurrence.js';
export * from './working-time.js';
