import { allow, definePolicy, everyRow, inRegion, via } from '../../kernel/access/index.js';
import { BenefitForecast } from './benefit-forecast.js';
import { DevelopmentTask } from './development-task.js';
import { NewProductRequest } from './new-product-request.js';
import { ProductDesign } from './product-design.js';

// What is planned is the operator's own business; needs are seen where they arose.
definePolicy(ProductDesign, { STAFF: everyRow });
definePolicy(DevelopmentTask, { STAFF: via('design') });
definePolicy(BenefitForecast, { STAFF: via('design') });
definePolicy(NewProductRequest, { STAFF: inRegion('region') });

allow({
  productDesignSave: ['STAFF'],
  productDesignStep: ['STAFF'],
  developmentTaskSave: ['STAFF'],
  benefitForecastSet: ['STAFF'],
  newProductRequestSend: ['STAFF'],
  newProductRequestAnswer: ['STAFF'],
});
