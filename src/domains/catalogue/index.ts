import './catalogue.events.js';
import type { Domain } from '../../kernel/domain.js';
import { ensureCatalogueBaseline } from './baseline/index.js';
import './catalogue.policy.js';
import './offering.table.js';
import './product.table.js';
import './tariff-plan.table.js';
import { BusinessLine } from './business-line.js';
import { Catalogue } from './catalogue.js';
import { CatalogueChangeResolver } from './catalogue-change.resolver.js';
import { CatalogueChange } from './catalogue-change.js';
import { CatalogueResolver } from './catalogue.resolver.js';
import { ChannelCatalogue } from './channel-catalogue.js';
import { Competitor } from './competitor.js';
import { CompetitorProduct } from './competitor-product.js';
import { CompetitorResolver } from './competitor.resolver.js';
import { ProductComparison } from './product-comparison.js';
import { CatalogueEntry } from './catalogue-entry.js';
import { CatalogueNode } from './catalogue-node.js';
import { ensureGuaranteeTypes } from './guarantee-type.service.js';
import { GuaranteeType } from './guarantee-type.js';
import { GuaranteeTypeResolver } from './guarantee-type.resolver.js';
import { LifecycleControlKind } from './lifecycle-control-kind.js';
import { OfferingVersion } from './offering-version.js';
import { Offering } from './offering.js';
import { PackageResolver } from './package.resolver.js';
import { ensurePaymentMethods } from './payment-method.service.js';
import { PaymentMethod } from './payment-method.js';
import { ProductPackageItem } from './product-package-item.js';
import { ProductPackage } from './product-package.js';
import { OfferingComponent } from './offering-component.js';
import { OfferingRelation } from './offering-relation.js';
import { OfferingService } from './offering-service.js';
import { OfferingSla } from './offering-sla.js';
import { OfferingSlaItem } from './offering-sla-item.js';
import { OfferingTariff } from './offering-tariff.js';
import { ProductVersion } from './product-version.js';
import { Product } from './product.js';
import { ProductAttribute } from './product-attribute.js';
import { ProductCost } from './product-cost.js';
import { ProductLifecycle } from './product-lifecycle.js';
import { ProductLine } from './product-line.js';
import { ProductFulfilmentResolver } from './product-fulfilment.resolver.js';
import { ProductRequirement } from './product-requirement.js';
import { ProductRelation } from './product-relation.js';
import { ProductReviewResolver } from './product-review.resolver.js';
import { remindOfReviews, reviewSchedule } from './product-review.service.js';
import { ProductReview } from './product-review.js';
import { ProductWithdrawalResolver } from './product-withdrawal.resolver.js';
import { ProductWithdrawal } from './product-withdrawal.js';
import { ProductService } from './product-service.js';
import { ensureSalesChannels } from './sales-channel.service.js';
import { SalesChannel } from './sales-channel.js';
import { SalesChannelResolver } from './sales-channel.resolver.js';
import { ServiceRelation } from './service-relation.js';
import { followSaleClock, saleClockSchedule } from './sale-clock.job.js';
import { SlaCandidate } from './sla-candidate.js';
import { SlaCostBand } from './sla-cost-band.js';
import { SlaIndicator } from './sla-indicator.js';
import { SlaTemplate } from './sla-template.js';
import { SlaTemplateItem } from './sla-template-item.js';
import { TariffPlan } from './tariff-plan.js';
import { TariffPlanMember } from './tariff-plan-member.js';
import { TariffPlanVersion } from './tariff-plan-version.js';
import { TariffRuleVersion } from './tariff-rule-version.js';
import { TariffRule } from './tariff-rule.js';
import { OfferingResolver } from './offering.resolver.js';
import { ProductCostResolver } from './product-cost.resolver.js';
import { ProductResolver } from './product.resolver.js';
import { SlaResolver } from './sla.resolver.js';
import { TariffPlanResolver } from './tariff-plan.resolver.js';

export * from './attribute-objection.js';
export * from './attribute-value.js';
export * from './business-line.js';
export * from './catalogue-change.js';
export * from './catalogue-change.lifecycle.js';
export { changeOffering, changeProduct, decideChange } from './catalogue-change.service.js';
export * from './catalogue-entry.js';
export * from './catalogue.lifecycle.js';
export * from './catalogue-scope.js';
export * from './channel-catalogue.js';
export * from './competitor.js';
export * from './competitor-product.js';
export { lacksOf, ReadinessLack } from './product-readiness.js';
export * from './product-requirement.js';
export * from './product-comparison.js';
export * from './catalogue-node.js';
export * from './catalogue.js';
export * from './lifecycle-control-kind.js';
export * from './live-instances.js';
export * from './contradictions.js';
export { copyRow, copyRows } from './copy-rows.js';
export * from './currency.js';
export { requirePriceMaintainer } from './maintain-price.js';
export * from './maintenance-level.js';
export * from './maintenance.js';
export * from './offering-component.js';
export * from './guarantee-kind.js';
export * from './guarantee-type.js';
export * from './payment-method.js';
export * from './product-package-item.js';
export * from './product-package.js';
export * from './offering-relation.js';
export * from './offering-service.js';
export * from './offering-sla-item.js';
export * from './offering-sla.js';
export * from './offering-tariff.js';
export * from './offering-version.js';
export * from './offering.js';
export * from './offering.lifecycle.js';
export * from './offering.service.js';
export * from './product-attribute.js';
export * from './product-cost.js';
export * from './product-lifecycle.js';
export * from './product-line.js';
export * from './product-relation.js';
export { addProductRelation } from './product-relation-change.service.js';
export * from './product-review.js';
export * from './product-service.js';
export * from './product-version.js';
export * from './product-withdrawal.js';
export * from './product.js';
export * from './product.lifecycle.js';
export * from './product.service.js';
export * from './refusing-at.js';
export { admitApprover, maintainedRequest } from './catalogue-approvals.js';
export { requireKnownChannel } from './known-channel.js';
export { channelObjections, requireSalesChannel } from './sales-channel.service.js';
export * from './sales-channel.js';
export * from './relation-rules.js';
export * from './service-relation.js';
export { saveServiceRelation } from './service-relation.service.js';
export * from './service-type.js';
export * from './sla-candidate.js';
export { objectToIndicator } from './sla-candidate.lifecycle.js';
export * from './sla-cost-band.js';
export * from './indicator-traits.js';
export * from './sla-indicator.js';
export * from './sla-range.js';
export * from './sla-template-item.js';
export * from './sla-template.js';
export * from './tariff-plan-member.js';
export * from './tariff-plan-member.input.js';
export { TariffPlanCreateInput } from './tariff-plan.input.js';
export * from './tariff-plan.js';
export * from './tariff-plan.lifecycle.js';
export { OfferingPayload } from './offering.resolver.js';
export { TariffPlanPayload } from './tariff-plan.resolver.js';
export * from './tariff-plan.service.js';
export { CATALOGUE_APPROVE } from './permissions.js';
export { CATALOGUE_EXPORT } from './tariff-plan.table.js';
export * from './tariff-plan-version.js';
export * from './tariff-rule-version.js';
export * from './tariff-rule.js';
export * from './tariffs-as-sold.js';
export * from './required-plans.js';
export * from './sold-price.js';
export * from './sold-commitment.js';
export * from './sold-versions.js';
export { refuseUnsoldParts } from './unsold-parts.js';
export * from './validity.js';
export * from './version-content.js';
export * from './price-changes.js';
export * from './version-parts.js';
export * from './versions.js';

/** What can be sold: products, offerings, their prices, catalogues and service levels. */
export const catalogue: Domain = {
  name: 'catalogue',
  entities: [
    BusinessLine,
    ProductLine,
    Product,
    ProductAttribute,
    ProductCost,
    ProductLifecycle,
    ProductReview,
    ProductWithdrawal,
    ProductRelation,
    ProductRequirement,
    ProductService,
    ServiceRelation,
    TariffPlan,
    TariffRule,
    TariffPlanMember,
    Offering,
    LifecycleControlKind,
    OfferingComponent,
    OfferingService,
    OfferingRelation,
    OfferingTariff,
    Catalogue,
    CatalogueNode,
    CatalogueEntry,
    SlaIndicator,
    SlaTemplate,
    SlaTemplateItem,
    SlaCostBand,
    SlaCandidate,
    OfferingSla,
    OfferingSlaItem,
    ProductVersion,
    OfferingVersion,
    TariffRuleVersion,
    TariffPlanVersion,
    CatalogueChange,
    ChannelCatalogue,
    Competitor,
    CompetitorProduct,
    ProductComparison,
    PaymentMethod,
    GuaranteeType,
    SalesChannel,
    ProductPackage,
    ProductPackageItem,
  ],
  resolvers: [
    ProductResolver,
    ProductFulfilmentResolver,
    ProductCostResolver,
    TariffPlanResolver,
    OfferingResolver,
    CatalogueChangeResolver,
    SlaResolver,
    CatalogueResolver,
    CompetitorResolver,
    PackageResolver,
    GuaranteeTypeResolver,
    SalesChannelResolver,
    ProductReviewResolver,
    ProductWithdrawalResolver,
  ],
  jobs: [remindOfReviews, followSaleClock],
  schedules: [reviewSchedule, saleClockSchedule],
  baseline: async (context) => {
    await ensurePaymentMethods(context);
    await ensureGuaranteeTypes(context);
    await ensureSalesChannels(context);
    await ensureCatalogueBaseline(context);
  },
};
