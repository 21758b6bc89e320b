import type { Domain } from '../../kernel/domain.js';
import { Approval } from './approval.js';
import './approval.policy.js';
import { ApprovalResolver } from './approval.resolver.js';
import './provide-approvals.js';

export * from './approval.js';

/** What must be approved, anywhere in the product: asked for by domains, decided by processes (`kernel/process/approval.ts`). */
export const approval: Domain = { name: 'approval', entities: [Approval], resolvers: [ApprovalResolver] };
