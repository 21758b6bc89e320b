import { answerLiveInstances } from '../catalogue/index.js';
import { ProductInstance, ProductInstanceStatus } from './product-instance.js';

// The catalogue asks before it gives a product up (PRD-05); it cannot look forward to the instances itself.
answerLiveInstances((tx, product) =>
  tx.em.count(ProductInstance, { product: product.id, status: { $ne: ProductInstanceStatus.REMOVED } }),
);
