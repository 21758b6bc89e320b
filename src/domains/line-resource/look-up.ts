import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import type { AddressLookupInput, LineLookupInput, LineWiringInput } from './line-lookup.input.js';
import { NetworkLine, StandardAddress, WiringStretch } from './line-lookup.js';
import { lineResources, type LineQuery } from './line-resources.port.js';

const MOST_LINES = 50;
const ADDRESSES = 20;
const SHORTEST = 2;

/** Lines at the outside subsystem (RES-52). @throws FORBIDDEN, BAD_USER_INPUT, OUTSIDE_UNAVAILABLE */
export async function lookUpLines(context: CallContext, input: LineLookupInput): Promise<NetworkLine[]> {
  requireKind(context.caller, 'STAFF');
  const given = (['lineNo', 'accessNumber', 'addressCode'] as const).filter((field) => input[field]);
  if (given.length !== 1)
    throw codedError('BAD_USER_INPUT', 'Exactly one of number, access number and address is given.', {
      path: ['input'],
    });
  const query = { [given[0]!]: input[given[0]!] } as LineQuery;
  const found = await outside(lineResources.adapter.lines(query, MOST_LINES, context));
  return found.slice(0, MOST_LINES).map((line) => Object.assign(new NetworkLine(), line));
}

/** Standard addresses to choose from (RES-52, ORD-25). @throws FORBIDDEN, BAD_USER_INPUT, OUTSIDE_UNAVAILABLE */
export async function lookUpAddresses(context: CallContext, input: AddressLookupInput): Promise<StandardAddress[]> {
  requireKind(context.caller, 'STAFF', 'CUSTOMER', 'PARTNER');
  const text = input.text.trim();
  if (text.length < SHORTEST)
    throw codedError('BAD_USER_INPUT', `At least ${SHORTEST} characters are needed.`, { path: ['input', 'text'] });
  const first = input.first ?? ADDRESSES;
  const found = await outside(lineResources.adapter.addresses(text, first, context));
  // How many lines are free is the operator's own business.
  const isOwn = context.caller.kind !== 'CUSTOMER' && context.caller.kind !== 'PARTNER';
  return found
    .slice(0, first)
    .map((address) => Object.assign(new StandardAddress(), address, isOwn ? {} : { freeLines: null }));
}

/** How a line runs from the exchange to the customer (RES-52). @throws FORBIDDEN, NOT_FOUND, OUTSIDE_UNAVAILABLE */
export async function lookUpWiring(context: CallContext, { lineNo }: LineWiringInput): Promise<WiringStretch[]> {
  requireKind(context.caller, 'STAFF');
  const found = await outside(lineResources.adapter.wiring(lineNo, context));
  if (!found) throw codedError('NOT_FOUND', 'There is no line with this number.', { path: ['input', 'lineNo'] });
  return found.map((stretch, index) => Object.assign(new WiringStretch(), { position: index + 1, ...stretch }));
}

/** What the subsystem answers; when it does not, that is no fault of ours, and the caller may try again. */
async function outside<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch {
    throw codedError('OUTSIDE_UNAVAILABLE', 'The line and number subsystem does not answer; try again later.');
  }
}
