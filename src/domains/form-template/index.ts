import type { Domain } from '../../kernel/domain.js';
import { FormControl } from './form-control.js';
import { FormKit, FormKitPart, FormKitRelation } from './form-kit.js';
import { FormKitResolver } from './form-kit.resolver.js';
import { FormPublication, FormTest } from './form-record.js';
import { FormTemplate } from './form-template.js';
import './form-template.policy.js';
import { FormTemplateResolver } from './form-template.resolver.js';

export * from './form.enums.js';
export * from './form-kit.js';
export * from './form-template.js';

/** Templates of forms and documents, and kits of them that are filled together (OPS-01..15). */
export const formTemplate: Domain = {
  name: 'form-template',
  entities: [FormTemplate, FormControl, FormKit, FormKitPart, FormKitRelation, FormTest, FormPublication],
  resolvers: [FormTemplateResolver, FormKitResolver],
};
