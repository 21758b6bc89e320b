export { customerDataBook } from './sandbox.js';
export { customerDataSandbox } from './plugin.js';
