import { allow, anyOf, definePolicy, inOrganisation, ofEmployee, withValue } from '../../kernel/access/index.js';
import { Document, DocumentVisibility as V } from './document.js';

// A noun with attachments lets those who see it read them: `extendPolicy(Document, { STAFF: whoSees(Attachment, 'document') })`.
definePolicy(Document, {
  STAFF: anyOf(withValue('visibility', V.STAFF, V.PUBLIC), inOrganisation('organization'), ofEmployee('author')),
  CUSTOMER: withValue('visibility', V.PUBLIC),
  PARTNER: withValue('visibility', V.PUBLIC),
});

allow({ documentUpload: ['STAFF'] });
