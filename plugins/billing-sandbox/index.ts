export * from './sandbox.js';
export { creditBook } from './credit.js';
