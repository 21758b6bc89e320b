import './qualification.events.js';
import type { Domain } from '../../kernel/domain.js';
import { CommitmentResolver } from './commitment.resolver.js';
import './qualification.policy.js';
import { QualificationResolver } from './qualification.resolver.js';
import { SalesRuleKind } from './sales-rule-kind.js';
import { ensureSalesRuleKinds } from './sales-rule-kinds.baseline.js';
import { SalesRuleResolver } from './sales-rule.resolver.js';
import { SalesRule } from './sales-rule.js';

export * from './commitment.js';
export * from './commitment.input.js';
export { saveOfferingServices } from './commitment.service.js';
export { showBreaches } from './check-commitments.js';
export * from './find-breaches.js';
export * from './judge-sale.js';
export * from './offering-form.js';
export * from './offering-suggestion.js';
export * from './opened-products.js';
export * from './pending-sales.js';
export * from './qualification.input.js';
export * from './qualification.js';
export * from './qualify-offerings.js';
export * from './sale-relations.js';
export * from './sales-rule-kind.js';
export * from './sales-rule.js';

/** Who may buy what: rules of sale, and what speaks for or against an offering (TMF679). */
export const qualification: Domain = {
  name: 'qualification',
  entities: [SalesRuleKind, SalesRule],
  resolvers: [SalesRuleResolver, QualificationResolver, CommitmentResolver],
  baseline: ensureSalesRuleKinds,
};
