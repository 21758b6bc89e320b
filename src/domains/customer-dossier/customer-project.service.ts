import { Decimal } from 'decimal.js';
import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { requireCurrency } from '../catalogue/index.js';
import { ContactPerson, Customer } from '../customer/index.js';
import type { CustomerProjectRemoveInput, CustomerProjectSaveInput } from './customer-project.inputs.js';
import { CustomerProject, CustomerProjectStage } from './customer-project.js';

const PREFIX = 'KP';

/** Takes down a project of a customer, or changes the one with the number (CUS-77). */
export function saveProject(context: CallContext, input: CustomerProjectSaveInput): Promise<CustomerProject> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId'], { lock: false });
    const { name, description = null, needs = null, startsOn = null, endsOn = null } = input;
    if (startsOn && endsOn && endsOn < startsOn)
      refuse('TOO_EARLY', 'It cannot end before it begins.', ['input', 'endsOn']);
    const values = {
      ...{ name, description, needs, startsOn, endsOn },
      stage: input.stage ?? CustomerProjectStage.PLANNED,
      budget: budgetOf(input),
      contactPerson: await contactOf(tx, customer, input.contactPersonId),
      recordedBy: tx.caller.subject,
    };
    const known = input.projectNo ? await knownProject(tx, input.projectNo, customer) : null;
    const project = known ?? tx.add(await blank(tx, customer, input.projectNo));
    const changes = applyChanges<CustomerProject>(project, values);
    tell(tx, project, customer, 'customer-project.saved', changes);
    return project;
  });
}

async function blank(tx: Transaction, customer: Customer, given?: string | null): Promise<CustomerProject> {
  const projectNo = given ?? formatNumber(PREFIX, await takeNumber(tx, `project.${PREFIX}`));
  return Object.assign(new CustomerProject(), { customer, projectNo, removedAt: null });
}

async function knownProject(tx: Transaction, projectNo: string, customer: Customer): Promise<CustomerProject | null> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
  const known = await tx.em.findOne(CustomerProject, { projectNo }, lock);
  const path = ['input', 'projectNo'];
  // Also for one whose customer the caller may not see.
  if (known && known.customer.id !== customer.id)
    refuse('CONTRADICTION', 'The number belongs to a project of another customer.', path);
  if (known?.removedAt) refuse('DELETED', 'The project was removed.', path);
  return known;
}

function budgetOf({ budget }: CustomerProjectSaveInput): Money | null {
  if (!budget) return null;
  requireCurrency(budget.currency, ['input', 'budget', 'currency']);
  if (new Decimal(budget.amount).lte(0))
    refuse('TOO_SMALL', 'A budget is above zero.', ['input', 'budget', 'amount'], { min: '0' });
  return Money.of(budget.amount, budget.currency);
}

async function contactOf(tx: Transaction, customer: Customer, id?: string | null): Promise<ContactPerson | null> {
  if (!id) return null;
  const path = ['input', 'contactPersonId'];
  const contact = await tx.get(ContactPerson, id, path, { lock: false });
  if (contact.customer.id !== customer.id) refuse('CONTRADICTION', 'The person is no contact of this customer.', path);
  return contact;
}

/** Removes a project from what counts; its history stays. */
export function removeProject(context: CallContext, input: CustomerProjectRemoveInput): Promise<CustomerProject> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'projectId'];
    const project = await tx.get(CustomerProject, input.projectId, path);
    if (project.removedAt) refuse('DELETED', 'The project was removed already.', path);
    await tx.em.populate(project, ['customer']);
    const changes = applyChanges<CustomerProject>(project, { removedAt: tx.at, recordedBy: tx.caller.subject });
    tell(tx, project, project.customer, 'customer-project.removed', changes, input.reason);
    return project;
  });
}

function tell(
  tx: Transaction,
  project: CustomerProject,
  customer: Customer,
  type: 'customer-project.saved' | 'customer-project.removed',
  changes: { field: string; old: unknown; new: unknown }[],
  reason: string | null = null,
): void {
  // Not told to the customer: these are notes of the operator.
  const data = { projectNo: project.projectNo, customerId: tx.idOf(customer), changes };
  tx.record({ kind: 'RECORD_CHANGE', type, subject: project, regionId: customer.region.id, reason, data });
}
