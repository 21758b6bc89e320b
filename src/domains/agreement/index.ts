import type { Domain } from '../../kernel/domain.js';
import './agreement.policy.js';
import { ContractItem } from './contract-item.js';
import { ContractResolver } from './contract.resolver.js';
import { Contract } from './contract.js';

export { approveContracts } from './contract-approval.js';
export * from './contract-binds.js';
export * from './contract-item.js';
export * from './contract-term.js';
export * from './contract.lifecycle.js';
export * from './contract.service.js';
export * from './contract.js';

/** Contracts with customers and what they are about. */
export const agreement: Domain = {
  name: 'agreement',
  entities: [Contract, ContractItem],
  resolvers: [ContractResolver],
};
