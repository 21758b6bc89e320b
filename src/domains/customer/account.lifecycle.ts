import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { AccountStatus } from './account-enums.js';
import type { Account } from './account.js';
import { accountCloseObjections } from './objections.js';

const { IN_USE, SUSPENDED, INVALID } = AccountStatus;

/** IN_USE ⇄ SUSPENDED → INVALID (CUS-44), from where only the restoration of a cancelled customer leads back (CUS-84). */
export const accountLifecycle = defineLifecycle<
  Account,
  AccountStatus,
  'suspend' | 'resume' | 'close' | 'restore' | 'restoreSuspended'
>({
  name: 'account',
  states: [IN_USE, SUSPENDED, INVALID],
  initial: IN_USE,
  final: [],
  read: (account) => account.status,
  write: (account, state) => {
    account.status = state;
    account.closedAt = state === INVALID ? new Date() : null;
    account.version = (account.version ?? 0) + 1;
  },
  scope: (account) => ({ customerId: account.owner.id, regionId: account.region.id }),
  transitions: [
    { action: 'suspend', from: [IN_USE], to: SUSPENDED, who: ['STAFF'] },
    { action: 'resume', from: [SUSPENDED], to: IN_USE, who: ['STAFF'] },
    { action: 'close', from: [IN_USE, SUSPENDED], to: INVALID, who: ['STAFF'], guard: 'nothingPaidFromIt' },
    { action: 'restore', from: [INVALID], to: IN_USE, who: ['STAFF'] },
    { action: 'restoreSuspended', from: [INVALID], to: SUSPENDED, who: ['STAFF'] },
  ],
  guards: { nothingPaidFromIt: (account, tx) => accountCloseObjections.against(account, tx) },
});
