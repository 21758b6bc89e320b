import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type Class, type Node, TimePeriod } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Contract } from '../agreement/index.js';
import { SlaIndicator } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { OfferingInstance, ProductInstance } from '../inventory/index.js';
import { isWorse, usualWarning } from './compare.js';
import type { SlaContractCreateInput, SlaTermInput } from './sla-contract.input.js';
import { slaContractLifecycle } from './sla-contract.lifecycle.js';
import { SlaContract } from './sla-contract.js';
import { SlaTerm } from './sla-term.js';

/** Writes a signed SLA contract with its terms, alarm values and cycles in one transaction (SLA-19 to SLA-22, rule R8). */
export async function createSlaContract(context: CallContext, input: SlaContractCreateInput): Promise<SlaContract> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    if (input.contractNo && (await tx.em.findOne(SlaContract, { contractNo: input.contractNo })))
      refuse('DUPLICATE', 'Another SLA contract has this number.', ['input', 'contractNo']);
    if (!input.offeringInstanceId === !input.productInstanceId)
      refuse(
        input.productInstanceId ? 'CONTRADICTORY' : 'REQUIRED',
        'Name exactly one of an offering instance and a product instance.',
        ['input', 'productInstanceId'],
      );
    const contract = Object.assign(new SlaContract(), {
      contractNo: input.contractNo ?? formatNumber('SL', await takeNumber(context.database, 'slaContract')),
      customer,
      region: customer.region,
      contract: await ofCustomer(tx, Contract, customer, input.contractId, ['input', 'contractId']),
      offeringInstance: await ofCustomer(tx, OfferingInstance, customer, input.offeringInstanceId, [
        'input',
        'offeringInstanceId',
      ]),
      productInstance: await ofCustomer(tx, ProductInstance, customer, input.productInstanceId, [
        'input',
        'productInstanceId',
      ]),
      serviceContent: input.serviceContent ?? null,
      duties: input.duties ?? null,
      penalty: input.penalty ?? null,
      customerSignatory: input.customerSignatory,
      operatorSignatory: input.operatorSignatory,
      ...period(tx, input),
    });
    slaContractLifecycle.begin(tx, tx.add(contract));
    await addTerms(tx, contract, input.terms, ['input', 'terms']);
    return contract;
  });
}

async function ofCustomer<T extends Node & { customer: Customer }>(
  tx: Transaction,
  noun: Class<T>,
  customer: Customer,
  id: string | null | undefined,
  path: InputPath,
): Promise<T | null> {
  if (!id) return null;
  const found = await tx.get(noun, id, path);
  return found.customer.id === customer.id
    ? found
    : refuse('NOT_OF_CUSTOMER', 'This does not belong to the customer.', path);
}

function period(tx: Transaction, input: SlaContractCreateInput) {
  const signedAt = input.signedAt ? new Date(input.signedAt) : tx.at;
  if (signedAt > tx.at) refuse('IN_FUTURE', 'A signature cannot lie in the future.', ['input', 'signedAt']);
  const from = input.validFrom ? new Date(input.validFrom) : signedAt;
  const to = input.validTo ? new Date(input.validTo) : null;
  if (to && to <= from)
    refuse('CONTRADICTORY', 'It must end after it begins.', ['input', 'validTo'], { from: from.toISOString() });
  if (input.autoExtend && !to) refuse('REQUIRED', 'Only a contract with an end can be extended.', ['input', 'validTo']);
  return { signedAt, validity: TimePeriod.since(from, to), autoExtend: input.autoExtend ?? false };
}

async function addTerms(
  tx: Transaction,
  slaContract: SlaContract,
  inputs: readonly SlaTermInput[],
  path: InputPath,
): Promise<void> {
  const seen = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const at = [...path, index];
    const indicator = await tx.get(SlaIndicator, input.indicatorId, [...at, 'indicatorId'], { lock: false });
    if (seen.has(indicator.id)) refuse('DUPLICATE', 'The indicator stands in the list twice.', [...at, 'indicatorId']);
    seen.add(indicator.id);
    const alarmValue = input.alarmValue ?? input.committedValue;
    const warningValue = input.warningValue ?? usualWarning(indicator.direction, indicator.unit, alarmValue);
    if (isWorse(indicator.direction, warningValue, alarmValue))
      refuse(
        'CONTRADICTORY',
        'The warning value must be on the good side of the alarm value or equal to it.',
        [...at, 'warningValue'],
        { alarmValue },
      );
    const term = { slaContract, indicator, committedValue: input.committedValue, warningValue, alarmValue };
    const cycles = {
      monitoringCycle: input.monitoringCycle,
      reportingCycle: input.reportingCycle ?? input.monitoringCycle,
    };
    tx.add(Object.assign(new SlaTerm(), term, cycles, { compensation: input.compensation ?? null }));
  }
}
