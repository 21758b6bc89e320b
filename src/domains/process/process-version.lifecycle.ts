import { z } from 'zod';
import { text, texts } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { ProcessVersionStatus as S } from './process.enums.js';
import type { ProcessTemplateVersion } from './process-template-version.js';

export type ProcessVersionAction =
  'test' | 'redraft' | 'withdraw' | 'submit' | 'approve' | 'reject' | 'publish' | 'invalidate' | 'expire';

/** States of a version and the steps between them (workflow requirements 4.1). */
export const processVersionLifecycle = defineLifecycle<ProcessTemplateVersion, S, ProcessVersionAction>({
  name: 'process-version',
  subject: 'ProcessTemplateVersion',
  data: {
    approvers: texts('Ids of the employees who were asked.'),
    approval: text('Whose approval decided.'),
    overlaps: z
      .array(
        z.object({ id: z.string().optional(), code: z.string(), number: z.int(), certain: z.boolean().optional() }),
      )
      .describe('Published versions that may apply to the same objects.'),
  },
  states: Object.values(S),
  initial: S.DRAFT,
  final: [S.INVALID],
  read: (version) => version.status,
  write: (version, status) => void (version.status = status),
  scope: () => ({}),
  transitions: [
    { action: 'test', from: [S.DRAFT], to: S.TESTING, who: ['STAFF'] },
    { action: 'redraft', from: [S.TESTING, S.REJECTED, S.APPROVED], to: S.DRAFT, who: ['STAFF'] },
    { action: 'submit', from: [S.DRAFT, S.TESTING], to: S.PENDING_APPROVAL, who: ['STAFF'] },
    { action: 'approve', from: [S.PENDING_APPROVAL], to: S.APPROVED, who: ['STAFF'] },
    { action: 'reject', from: [S.PENDING_APPROVAL], to: S.REJECTED, who: ['STAFF'] },
    { action: 'withdraw', from: [S.PENDING_APPROVAL], to: S.DRAFT, who: ['STAFF'] },
    { action: 'publish', from: [S.APPROVED], to: S.PUBLISHED, who: ['STAFF'] },
    { action: 'invalidate', from: [S.DRAFT, S.PUBLISHED], to: S.INVALID, who: ['STAFF'] },
    { action: 'expire', from: [S.PUBLISHED], to: S.INVALID, who: [] },
  ],
});
