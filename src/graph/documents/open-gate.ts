import type { GraphQLSchema, ValidationRule } from 'graphql';
import type { Config } from '../../kernel/config/config.js';
import { RequestGate } from './gate.js';

interface Parts {
  schema: GraphQLSchema;
  config: Pick<Config, 'environment'>;
  validationRules?: readonly ValidationRule[];
}

/** A gate that knows no registered documents and counts nothing; the limits of documents hold. */
export function openGate({ schema, config, validationRules }: Parts): RequestGate {
  const open = { documents: { trustedOnly: [] }, limits: { operations: {}, misses: {} } };
  return new RequestGate({
    schema,
    config: { environment: config.environment, ...open },
    ...(validationRules ? { rules: validationRules } : {}),
  });
}
