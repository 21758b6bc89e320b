export * from './document-source.js';
export * from './gate.js';
export * from './inspector.js';
export { limitCosts } from './limit-costs.js';
export { RequestRefused } from './request-refused.js';
export { TrustedDocuments } from './trusted-documents.js';
