import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { DocumentStatus as S, type TrustedDocument } from './trusted-document.js';

/** States and steps of a registered document. */
export const documentLifecycle = defineLifecycle<TrustedDocument, S, 'retire'>({
  name: 'document',
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
