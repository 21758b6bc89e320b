import { actingUnder, definePermission, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { askApproval, onVerdict, withdrawApproval } from '../../kernel/process/index.js';
import { monthsLater } from './contract-term.js';
import { afterSigning, contractLifecycle } from './contract.lifecycle.js';
import { Contract, ContractExecution } from './contract.js';

/** Kind of approval of a contract whose signature waits for it (SAL-87). */
const CONTRACT = 'CONTRACT';

const APPROVE = 'contract.approve';
definePermission({
  name: APPROVE,
  // Of an area of its own: those who draw up contracts, and so hold all of theirs, do not get it along.
  area: 'contract-approval',
  description: 'Decide whether contracts that others have signed for the operator bind.',
});

/** A signature under a contract. */
export interface Signature {
  customerSignatory: string;
  operatorSignatory: string;
  signedAt: Date;
  /** From when it binds. */
  from: Date;
}

type Approver = (contract: Contract, tx: Transaction) => Promise<boolean>;
const approvers: Approver[] = [];

/** Lets another domain say that others than the caller have approved a contract, such as departments (OPS-52): it needs no approval besides. */
export function approveContracts(approver: Approver): void {
  approvers.push(approver);
}

async function isApproved(tx: Transaction, contract: Contract): Promise<boolean> {
  for (const approver of approvers) if (await approver(contract, tx)) return true;
  return false;
}

/** Puts a signature under a locked contract that others have approved; else holds it until somebody else approves it (SAL-87). */
export async function putSignature(tx: Transaction, contract: Contract, signature: Signature): Promise<void> {
  await contractLifecycle.admit(tx, contract, 'sign');
  if (await isApproved(tx, contract)) return bind(tx, contract, signature, null);
  const { contractNo, name, kind, termMonths = null } = contract;
  await askApproval(tx, {
    ...{ kind: CONTRACT, subject: contract, title: `${contractNo} ${name}`, regionId: contract.region.id },
    held: JSON.parse(JSON.stringify(signature)) as Record<string, unknown>,
    variables: { contractKind: kind, termMonths },
    path: ['input', 'contractId'],
  });
}

async function bind(
  tx: Transaction,
  contract: Contract,
  { customerSignatory, operatorSignatory, signedAt, from }: Signature,
  approval: { remark: string | null; approvalNo: string } | null,
): Promise<void> {
  const signed = { signedAt: signedAt.toISOString(), customerSignatory, operatorSignatory };
  await contractLifecycle.move(tx, contract, 'sign', {
    reason: approval?.remark ?? null,
    data: approval ? { ...signed, approvalNo: approval.approvalNo } : signed,
  });
  Object.assign(contract, {
    ...{ signedAt, customerSignatory, operatorSignatory, execution: ContractExecution.ACCEPTED },
    validity: TimePeriod.since(from, contract.termMonths ? monthsLater(from, contract.termMonths) : null),
  });
  await afterSigning(tx, contract);
}

/** A contract that was given up waits for no approval; without one, does nothing. */
export async function withdrawSignature(tx: Transaction, contract: Contract, reason: string): Promise<void> {
  await withdrawApproval(tx, CONTRACT, contract, reason);
}

onVerdict<Contract>(CONTRACT, {
  subject: Contract,
  admit: async (tx, { region }, path) => {
    requirePermission(tx.caller, APPROVE);
    refuseMisuse(actingUnder(tx.caller, APPROVE), { regionId: region.id }, path);
  },
  // Whoever drew it up does not approve it, though somebody else signed.
  asItStands: () => Promise.resolve([]),
  decided: async (tx, { subject: contract, result, held, remark, approvalNo }) => {
    // Refused or taken back, it is still being drawn up; another signature asks anew.
    if (result !== 'APPROVED') return;
    const { signedAt, from, ...who } = held as unknown as Record<keyof Signature, string>;
    const signature = { ...who, signedAt: new Date(signedAt), from: new Date(from) };
    await bind(tx, contract, signature, { remark, approvalNo });
  },
});
