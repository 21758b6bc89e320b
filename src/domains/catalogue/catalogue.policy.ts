import {
  allow,
  anyOf,
  definePermission,
  definePolicy,
  everyRow,
  policyPublic,
  policyVia,
  via,
  whoSees,
  withValue,
} from '../../kernel/access/index.js';
import { BusinessLine } from './business-line.js';
import { CatalogueChange } from './catalogue-change.js';
import { ChannelCatalogue } from './channel-catalogue.js';
import { Competitor } from './competitor.js';
import { CompetitorProduct } from './competitor-product.js';
import { ProductComparison } from './product-comparison.js';
import { CatalogueEntry } from './catalogue-entry.js';
import { CatalogueNode } from './catalogue-node.js';
import { Catalogue, CatalogueStatus } from './catalogue.js';
import { GuaranteeType } from './guarantee-type.js';
import { LifecycleControlKind } from './lifecycle-control-kind.js';
import { OfferingComponent } from './offering-component.js';
import { OfferingRelation } from './offering-relation.js';
import { OfferingService } from './offering-service.js';
import { OfferingSlaItem } from './offering-sla-item.js';
import { OfferingSla } from './offering-sla.js';
import { OfferingTariff } from './offering-tariff.js';
import { OfferingVersion } from './offering-version.js';
import { Offering, OfferingStatus } from './offering.js';
import { ProductAttribute } from './product-attribute.js';
import { CATALOGUE_APPROVE } from './permissions.js';
import { ProductCost } from './product-cost.js';
import { ProductLifecycle } from './product-lifecycle.js';
import { ProductLine } from './product-line.js';
import { ProductRequirement } from './product-requirement.js';
import { ProductRelation } from './product-relation.js';
import { ProductReview } from './product-review.js';
import { ProductService } from './product-service.js';
import { ProductVersion } from './product-version.js';
import { ProductWithdrawal } from './product-withdrawal.js';
import { Product, ProductStatus } from './product.js';
import { SalesChannel } from './sales-channel.js';
import { ServiceRelation } from './service-relation.js';
import { SlaCandidate } from './sla-candidate.js';
import { SlaCostBand } from './sla-cost-band.js';
import { SlaIndicator } from './sla-indicator.js';
import { SlaTemplateItem } from './sla-template-item.js';
import { SlaTemplate } from './sla-template.js';
import { TariffPlanMember } from './tariff-plan-member.js';
import { PaymentMethod } from './payment-method.js';
import { ProductPackageItem } from './product-package-item.js';
import { ProductPackage } from './product-package.js';
import { TariffPlanVersion } from './tariff-plan-version.js';
import { TariffPlan, TariffPlanStatus } from './tariff-plan.js';
import { TariffRuleVersion } from './tariff-rule-version.js';
import { TariffRule } from './tariff-rule.js';

/** Staff see all; customers and partners what is or was on sale, since what they have may have left the market. */
function policyPublished(
  noun: typeof Product | typeof Offering | typeof TariffPlan | typeof Catalogue,
  ...status: string[]
): void {
  const published = withValue('status', ...status);
  definePolicy(noun, { STAFF: everyRow, CUSTOMER: published, PARTNER: published });
}

policyPublished(Product, ProductStatus.IN_USE, ProductStatus.EXPIRED, ProductStatus.VOID);
policyPublished(Offering, OfferingStatus.IN_USE, OfferingStatus.EXPIRED);
policyPublished(TariffPlan, TariffPlanStatus.ACTIVE, TariffPlanStatus.SUSPENDED, TariffPlanStatus.EXPIRED);
policyPublished(Catalogue, CatalogueStatus.PUBLISHED);
policyPublic(PaymentMethod);
policyPublic(GuaranteeType);
policyPublic(SalesChannel);
definePolicy(ProductPackage, { STAFF: everyRow });
definePolicy(ProductPackageItem, { STAFF: everyRow });
for (const noun of [BusinessLine, ProductLine, SlaIndicator]) policyPublic(noun);
for (const noun of [ProductAttribute, ProductService, ServiceRelation, SlaTemplate]) policyVia(noun, 'product');
for (const noun of [OfferingComponent, OfferingService, OfferingTariff, OfferingSla]) policyVia(noun, 'offering');
for (const noun of [ProductRelation, OfferingRelation]) policyVia(noun, 'from');
// What its fulfilment takes is between the operator and its network.
definePolicy(ProductRequirement, { STAFF: everyRow });
// How something was configured, and what is planned, is the operator's own business.
for (const noun of [LifecycleControlKind, ProductVersion, OfferingVersion, CatalogueChange, SlaCandidate, SlaCostBand])
  definePolicy(noun, { STAFF: everyRow });
for (const noun of [TariffRuleVersion, TariffPlanVersion]) definePolicy(noun, { STAFF: everyRow });
// What is known about competitors is not for them.
for (const noun of [Competitor, CompetitorProduct, ProductComparison]) definePolicy(noun, { STAFF: everyRow });
policyVia(ChannelCatalogue, 'catalogue');
// What the operator spends is nobody else's business.
definePolicy(ProductCost, { STAFF: everyRow });
// So is how long it means to keep a product.
for (const noun of [ProductLifecycle, ProductReview, ProductWithdrawal]) definePolicy(noun, { STAFF: everyRow });
policyVia(TariffPlanMember, 'plan');
// A rule is known to those who see a plan that uses it, or the product whose standard price it is: what is prepared or was agreed
// with one customer is nobody else's business (PRD-118).
const priced = anyOf(whoSees(TariffPlanMember, 'rule'), via('product'));
definePolicy(TariffRule, { STAFF: everyRow, CUSTOMER: priced, PARTNER: priced });
policyVia(CatalogueNode, 'catalogue');
policyVia(CatalogueEntry, 'heading');
policyVia(SlaTemplateItem, 'template');
policyVia(OfferingSlaItem, 'offeringSla');

definePermission({
  name: CATALOGUE_APPROVE,
  area: 'catalogue',
  description: 'To approve products and offerings that someone else configured, or to send them back.',
});

allow({
  productCreate: ['STAFF'],
  productStatusChange: ['STAFF'],
  productRelationAdd: ['STAFF'],
  productRelationChange: ['STAFF'],
  productRelationEnd: ['STAFF'],
  productCostRecord: ['STAFF'],
  tariffPlanCreate: ['STAFF'],
  tariffPlanStatusChange: ['STAFF'],
  offeringCreate: ['STAFF'],
  offeringStatusChange: ['STAFF'],
  offeringPublish: ['STAFF'],
  offeringSlaCreate: ['STAFF'],
  offeringSlaChange: ['STAFF'],
  productChange: ['STAFF'],
  offeringChange: ['STAFF'],
  catalogueChangeDecide: ['STAFF'],
  productClone: ['STAFF'],
  offeringClone: ['STAFF'],
  slaIndicatorSave: ['STAFF'],
  slaTemplateSave: ['STAFF'],
  slaIndicatorPropose: ['STAFF'],
  slaIndicatorDecide: ['STAFF'],
  serviceRelationSave: ['STAFF'],
  catalogueCreate: ['STAFF'],
  catalogueStatusChange: ['STAFF'],
  catalogueHeadingSave: ['STAFF'],
  catalogueHeadingRemove: ['STAFF'],
  catalogueEntryPlace: ['STAFF'],
  catalogueEntryRemove: ['STAFF'],
  channelCatalogueSet: ['STAFF'],
  businessLineSave: ['STAFF'],
  productLineSave: ['STAFF'],
  competitorSave: ['STAFF'],
  competitorProductSave: ['STAFF'],
  productComparisonSave: ['STAFF'],
  productPackageCreate: ['STAFF'],
  paymentMethodSave: ['STAFF'],
  guaranteeTypeSave: ['STAFF'],
  salesChannelSave: ['STAFF'],
  productReviewRecord: ['STAFF'],
  productReviewPlan: ['STAFF'],
  productWithdrawalPlan: ['STAFF'],
  productWithdrawalCancel: ['STAFF'],
  productFulfilmentSet: ['STAFF'],
});
