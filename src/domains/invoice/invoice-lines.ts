import { Decimal } from 'decimal.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { requireCurrency } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { OrderItem } from '../ordering/index.js';
import { InvoicedCharge, InvoiceLine } from './invoice-line.js';
import type { InvoiceSeries } from './invoice-series.js';
import type { InvoiceLineInput } from './invoice.input.js';
import { InvoiceKind } from './invoice.js';

/** What a voucher is made out for. */
export interface InvoiceContent {
  lines: Pick<InvoiceLine, 'orderItem' | 'charge' | 'description' | 'amount'>[];
  total: string;
  currency: string;
  /** Customer of the order lines, when they are all of one; null otherwise. */
  customer: Customer | null;
}

/** Reads the lines of a voucher; charges of orders have their price, and stand on no other valid voucher (RES-45, RES-47). */
export async function readLines(
  tx: Transaction,
  series: InvoiceSeries,
  kind: InvoiceKind,
  inputs: readonly InvoiceLineInput[],
): Promise<InvoiceContent> {
  const lines: InvoiceContent['lines'] = [];
  const customers = new Map<string, Customer>();
  const seen = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const path = ['input', 'lines', index];
    const line =
      input.charge === InvoicedCharge.OTHER
        ? otherLine(input, kind, path)
        : await orderLine(tx, series, kind, input, path);
    if (line.orderItem) {
      const key = `${line.orderItem.id} ${line.charge}`;
      if (seen.has(key)) refuse('DUPLICATE', 'The charge is named twice.', path);
      seen.add(key);
      customers.set(line.orderItem.order.customer.id, line.orderItem.order.customer);
    }
    lines.push(line);
  }
  const { currency } = lines[0]!.amount;
  const other = lines.findIndex(({ amount }) => amount.currency !== currency);
  if (other >= 0) refuse('CONTRADICTORY', 'A voucher is in one currency.', ['input', 'lines', other], { currency });
  const total = lines.reduce((sum, { amount }) => sum.plus(amount.amount), new Decimal(0)).toFixed();
  return { lines, total, currency, customer: customers.size === 1 ? [...customers.values()][0]! : null };
}

function otherLine({ orderItemId, description, amount }: InvoiceLineInput, kind: InvoiceKind, path: InputPath) {
  if (orderItemId) refuse('CONTRADICTORY', 'Order lines have their own charges.', [...path, 'orderItemId']);
  if (!description) refuse('REQUIRED', 'What is it for?', [...path, 'description']);
  if (!amount) return refuse('REQUIRED', 'How much is it?', [...path, 'amount']);
  requireCurrency(amount.currency, [...path, 'amount', 'currency']);
  if (!new Decimal(amount.amount).gt(0)) refuse('TOO_SMALL', 'An amount is above 0.', [...path, 'amount', 'amount']);
  const signed = kind === InvoiceKind.REFUND ? new Decimal(amount.amount).neg().toFixed() : amount.amount;
  const money = Money.of(signed, amount.currency);
  return { orderItem: null, charge: InvoicedCharge.OTHER, description: description!, amount: money };
}

async function orderLine(
  tx: Transaction,
  series: InvoiceSeries,
  kind: InvoiceKind,
  { charge, orderItemId, description, amount }: InvoiceLineInput,
  path: InputPath,
) {
  if (series.collectedFor)
    refuse('CONTRADICTORY', `On this series money is collected for ${series.collectedFor} only.`, [...path, 'charge']);
  if (kind === InvoiceKind.REFUND)
    refuse('CONTRADICTORY', 'A refund names what is given back and how much.', [...path, 'charge']);
  if (!orderItemId) return refuse('REQUIRED', 'Which order line?', [...path, 'orderItemId']);
  if (amount) refuse('CONTRADICTORY', 'The order line has its price.', [...path, 'amount']);
  // Locked: of two vouchers for one charge the second one finds the first.
  const orderItem = await tx.get(OrderItem, orderItemId, [...path, 'orderItemId']);
  await tx.em.populate(orderItem, ['order.customer', 'offering']);
  const price = charge === InvoicedCharge.ONE_TIME ? orderItem.oneTimePrice : orderItem.recurringPrice;
  if (!price) return refuse('NOT_PRICED', 'The order line has no such charge.', [...path, 'charge']);
  const invoiced = await tx.em.findOne(
    InvoiceLine,
    { orderItem: orderItem.id, charge, live: true },
    { populate: ['invoice'] },
  );
  if (invoiced)
    refuse('ALREADY_INVOICED', `It stands on ${invoiced.invoice.invoiceNo}.`, [...path, 'orderItemId'], {
      invoiceNo: invoiced.invoice.invoiceNo,
    });
  const what = description ?? orderItem.offering?.name ?? orderItem.action;
  return { orderItem, charge, description: what, amount: Money.of(price.amount, price.currency) };
}
