import type { Domain } from '../../kernel/domain.js';

export { benefitReview, productPerformance } from './product-performance.js';
export { customerProductMix, offeringCorrelations, priceElasticities } from './sales-patterns.js';

/** What products brought and how they are bought, computed from what customers have (PRD-99, PRD-104, PRD-106, PRD-107). */
export const productAnalysis: Domain = { name: 'product-analysis', entities: [] };
