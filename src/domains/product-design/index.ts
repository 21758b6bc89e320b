import './product-design.events.js';
import type { Domain } from '../../kernel/domain.js';
import { BenefitForecast } from './benefit-forecast.js';
import './design.policy.js';
import { ProductDesignResolver } from './design.resolver.js';
import { DevelopmentTask } from './development-task.js';
import { NewProductRequest } from './new-product-request.js';
import { ProductDesign } from './product-design.js';

export * from './benefit-forecast.js';
export * from './development-task.js';
export * from './new-product-request.js';
export * from './product-design.js';
export { noteNeed } from './request.service.js';

/** Products before they are configured: needs, designs, developments and what they are expected to bring. */
export const productDesign: Domain = {
  name: 'product-design',
  entities: [ProductDesign, DevelopmentTask, NewProductRequest, BenefitForecast],
  resolvers: [ProductDesignResolver],
};
