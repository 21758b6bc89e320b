import { allow, anyOf, definePolicy, inOrganisation, via, withValue } from '../../kernel/access/index.js';
import { FormStatus as S } from './form.enums.js';
import { FormControl } from './form-control.js';
import { FormKit, FormKitPart, FormKitRelation } from './form-kit.js';
import { FormPublication, FormTest } from './form-record.js';
import { FormTemplate } from './form-template.js';

// Those who maintain a form see it from its beginning, all staff once it is published, also when a later version has replaced it.
const forms = anyOf(inOrganisation('organization'), withValue('status', S.PUBLISHED, S.RETIRED));
definePolicy(FormTemplate, { STAFF: forms });
definePolicy(FormKit, { STAFF: forms });
definePolicy(FormControl, { STAFF: via('template') });
definePolicy(FormKitPart, { STAFF: via('kit') });
definePolicy(FormKitRelation, { STAFF: via('kit') });
definePolicy(FormTest, { STAFF: anyOf(via('template'), via('kit')) });
definePolicy(FormPublication, { STAFF: anyOf(via('template'), via('kit')) });

// To make, to test and to publish are permissions of their own (OPS-07).
allow({
  formTemplateCreate: ['STAFF'],
  formTemplateNext: ['STAFF'],
  formTemplateEdit: ['STAFF'],
  formTemplateFinish: ['STAFF'],
  formTemplateRemove: ['STAFF'],
  formTemplateTest: ['STAFF'],
  formTemplatePublish: ['STAFF'],
  formKitCreate: ['STAFF'],
  formKitNext: ['STAFF'],
  formKitRelationSave: ['STAFF'],
  formKitRelationRemove: ['STAFF'],
  formKitFinish: ['STAFF'],
  formKitRemove: ['STAFF'],
  formKitTest: ['STAFF'],
  formKitPublish: ['STAFF'],
});
