export * from './mask-text.js';
export * from './record-change.js';
