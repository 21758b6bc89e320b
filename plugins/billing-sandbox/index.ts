export * from './sandbox.js';
export { creditBook } from './credit.js';
export { billBook } from './bills.js';
