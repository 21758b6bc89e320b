export * from './check-rule.js';
export * from './explain-rule.js';
export * from './functions.js';
export * from './read-rule.js';
export * from './refuse-rule.js';
export * from './rule-finding.js';
export * from './rule.js';
export { ruleNames, rulePaths } from './rule-names.js';
export * from './variables.js';
