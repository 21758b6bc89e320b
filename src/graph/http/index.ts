export { createGraphServer } from './server.js';
export { rawJson } from './raw-json.js';
export { createErrorFormatter, type ErrorFormatter } from './format-error.js';
export type { Example, Execute, GraphRequest, GraphServer, GraphServerOptions } from './options.js';
