import { text, whole } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { DocumentStatus as S, type TrustedDocument } from './trusted-document.js';

/** States and steps of a registered document. */
export const documentLifecycle = defineLifecycle<TrustedDocument, S, 'retire'>({
  name: 'document',
  subject: 'TrustedDocument',
  data: {
    hash: text('SHA-256 of the document, in hexadecimal.'),
    name: text('Name of its operation.'),
    version: whole('Version, from 1, among documents of that name.'),
    cost: whole('Cost that was computed at registration.'),
  },
  states: Object.values(S),
  initial: S.ACTIVE,
  final: [S.RETIRED],
  read: (document) => document.status,
  write: (document, status) => {
    document.status = status;
  },
  scope: () => ({}),
  transitions: [{ action: 'retire', from: [S.ACTIVE], to: S.RETIRED, who: [] }],
});
