import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Customer } from '../customer/index.js';
import { OfferingInstance } from '../inventory/index.js';
import { ContractItem } from './contract-item.js';
import { putSignature, withdrawSignature } from './contract-approval.js';
import type { ContractCreateInput, ContractInvalidateInput, ContractSignInput } from './contract.input.js';
import { contractLifecycle } from './contract.lifecycle.js';
import { Contract, ContractKind, ContractStatus } from './contract.js';

/** Writes a new contract, NEW, in the region of its customer. */
export async function createContract(context: CallContext, input: ContractCreateInput): Promise<Contract> {
  return context.database.write(context, (tx) => draftContract(tx, input));
}

/** Like {@link createContract}, in the transaction of the caller; refusals have the paths of its own input. */
export async function draftContract(tx: Transaction, input: ContractCreateInput): Promise<Contract> {
  const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
  if (input.contractNo && (await tx.em.findOne(Contract, { contractNo: input.contractNo })))
    refuse('DUPLICATE', 'Another contract has this number.', ['input', 'contractNo']);
  if (input.autoExtend && !input.termMonths)
    refuse('REQUIRED', 'Only a contract with a term can be extended by it.', ['input', 'termMonths']);
  const contract = Object.assign(new Contract(), {
    contractNo: input.contractNo ?? formatNumber('CT', await takeNumber(tx, 'contract')),
    name: input.name,
    kind: input.kind,
    execution: null,
    customer,
    region: customer.region,
    original: await original(tx, customer, input),
    signedAt: null,
    customerSignatory: null,
    operatorSignatory: null,
    termMonths: input.termMonths ?? null,
    autoExtend: input.autoExtend ?? false,
    validity: null,
  });
  contractLifecycle.begin(tx, tx.add(contract));
  await addItems(tx, contract, input);
  return contract;
}

async function original(tx: Transaction, customer: Customer, input: ContractCreateInput): Promise<Contract | null> {
  const path = ['input', 'originalId'];
  const follows = input.kind === ContractKind.SUPPLEMENT || input.kind === ContractKind.RENEWAL;
  if (follows && !input.originalId)
    refuse('REQUIRED', `A contract of kind ${input.kind} names the one that it changes or continues.`, path);
  if (!follows && input.originalId) refuse('CONTRADICTORY', `A contract of kind ${input.kind} stands alone.`, path);
  if (!input.originalId) return null;
  const found = await tx.get(Contract, input.originalId, path);
  if (found.customer.id !== customer.id)
    refuse('NOT_OF_CUSTOMER', 'This contract is not with the same customer.', path);
  if (found.status !== ContractStatus.SIGNED)
    refuse('CONTRADICTORY', 'Only a signed contract can be changed or continued.', path, { status: found.status });
  return found;
}

async function addItems(tx: Transaction, contract: Contract, input: ContractCreateInput): Promise<void> {
  const seen = new Set<string>();
  for (const [index, { offeringInstanceId }] of (input.items ?? []).entries()) {
    const path = ['input', 'items', index, 'offeringInstanceId'];
    const offeringInstance = await tx.get(OfferingInstance, offeringInstanceId, path);
    if (offeringInstance.customer.id !== contract.customer.id)
      refuse('NOT_OF_CUSTOMER', 'This offering instance does not belong to the customer.', path);
    if (seen.has(offeringInstance.id)) refuse('DUPLICATE', 'The offering instance stands in the list twice.', path);
    seen.add(offeringInstance.id);
    tx.add(Object.assign(new ContractItem(), { contract, offeringInstance }));
  }
}

/** Signs a contract: once others have approved it, it binds for its term and may not be changed any more (SAL-87). */
export async function signContract(context: CallContext, input: ContractSignInput): Promise<Contract> {
  return context.database.write(context, async (tx) => {
    const contract = await tx.get(Contract, input.contractId, ['input', 'contractId']);
    const signedAt = input.signedAt ? new Date(input.signedAt) : tx.at;
    if (signedAt > tx.at) refuse('IN_FUTURE', 'A signature cannot lie in the future.', ['input', 'signedAt']);
    const from = input.validFrom ? new Date(input.validFrom) : signedAt;
    const { customerSignatory, operatorSignatory } = input;
    await putSignature(tx, contract, { customerSignatory, operatorSignatory, signedAt, from });
    return contract;
  });
}

/** Makes a contract invalid; one that binds ends now. */
export async function invalidateContract(context: CallContext, input: ContractInvalidateInput): Promise<Contract> {
  return context.database.write(context, async (tx) => {
    const contract = await tx.get(Contract, input.contractId, ['input', 'contractId']);
    await contractLifecycle.move(tx, contract, 'invalidate', { reason: input.reason });
    await withdrawSignature(tx, contract, input.reason);
    const { validity } = contract;
    if (validity && (!validity.to || validity.to > tx.at))
      contract.validity = TimePeriod.since(validity.from, validity.from > tx.at ? validity.from : tx.at);
    return contract;
  });
}
