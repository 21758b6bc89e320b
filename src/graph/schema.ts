import type { GraphQLSchema } from 'graphql';
import { extendSchema, lexicographicSortSchema, parse, validateSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { fieldPolicyFaults } from '../kernel/access/field-policy.js';
import { isDeclared, policyOf } from '../kernel/access/policy.js';
import type { Domain } from '../kernel/domain.js';
import { allEventTypes } from '../kernel/events/event-type.js';
import { linkHistories } from '../kernel/events/timeline.js';
import { linkInverses } from '../kernel/model/fields.js';
import { allNouns, nounByName } from '../kernel/model/registry.js';
import { describeRest } from './contract/describe.js';
import { mutationKeys } from './contract/mutation-keys.js';
import { readContract } from './contract/read-contract.js';
import { reportTypes } from './contract/reports.js';
import { EventTypesResolver } from './events/event-type.js';
import { EventsResolver } from './events/events.resolver.js';
import { guardOperations } from './guard.js';
import { frameOperations } from './operation.js';
import { attachReads } from './resolve.js';
import { ViewerResolver } from './viewer.js';

/** Resolvers of the engine itself, which belong to no domain. */
export const graphResolvers: readonly (new () => object)[] = [ViewerResolver, EventsResolver, EventTypesResolver];

/**
 * The graph of the given domains: types, mutations and subscriptions from their classes, lists and lookups from their nouns.
 * Fails when a noun or an operation has no policy.
 */
export function buildGraphSchema(domains: readonly Domain[]): GraphQLSchema {
  linkInverses();
  linkHistories();
  const resolvers = [...graphResolvers, ...domains.flatMap((domain) => domain.resolvers ?? [])];
  const declared = buildSchemaSync({
    resolvers: resolvers as never,
    orphanedTypes: [
      ...allNouns()
        .filter((noun) => !noun.abstract)
        .map((noun) => noun.target),
      ...reportTypes(),
    ] as never,
    validate: false,
    skipCheck: true,
    pubSub: noTopics as never,
  });
  const contract = [readContract(), mutationKeys(declared)].join('\n');
  const schema = lexicographicSortSchema(extendSchema(declared, parse(contract, { noLocation: true })));
  describeRest(schema);
  checkContract(schema);
  attachReads(schema);
  guardOperations(schema);
  frameOperations(schema);
  return schema;
}

/** Subscriptions here watch the event feed, never type-graphql's topics, but it will not build without a place for them. */
const noTopics = {
  publish: () => noTopics.subscribe(),
  subscribe: (): never => {
    throw new Error('Subscriptions watch the event feed: give @Subscription a `subscribe` function.');
  },
};

function checkContract(schema: GraphQLSchema): void {
  const faults = validateSchema(schema).map((error) => error.message);
  faults.push(...fieldPolicyFaults());
  for (const [name, { subjects }] of allEventTypes())
    for (const subject of subjects) if (!nounByName(subject)) faults.push(`The event ${name} has no noun: ${subject}.`);
  for (const noun of allNouns())
    if (!noun.abstract && !policyOf(noun.target))
      faults.push(`${noun.name} has no policy: nobody but administrators could see it.`);
  for (const type of [schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const name of Object.keys(type?.getFields() ?? {}))
      if (!isDeclared(name))
        faults.push(`${name} is not named in any allow(...): nobody but administrators could run it.`);
  }
  if (faults.length) throw new Error(`The graph is not sound:\n- ${faults.join('\n- ')}`);
}
