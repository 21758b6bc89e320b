import { ProductInstanceStatus } from '../../src/domains/inventory/index.js';
import { FaultTicket } from '../../src/domains/trouble/index.js';
import type { Actor } from '../bulk/history.js';
import { addContact } from './care/contacts.js';
import { addTicket } from './care/tickets.js';
import { openAccounts } from './customer/accounts.js';
import { addCustomer, type Standing } from './customer/customer.js';
import { makeParty, type Who } from './customer/party.js';
import { addAgreements } from './holdings/agreements.js';
import { type Change, chooseChange } from './holdings/changes.js';
import { chooseHoldings } from './holdings/choose.js';
import type { HeldInstance, Holding } from './holdings/holding.js';
import { addHoldings } from './holdings/instances.js';
import { addOrder } from './holdings/orders.js';
import { COMPLETED, openChanges, openInstalls, type Outcome } from './holdings/outcomes.js';
import { type OrderPlan, planOrders } from './holdings/plan-orders.js';
import { shareOf } from './profile.js';
import type { Story } from './story.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Share of customers whose newest order is still at work. */
const OPEN = 0.1;

/** Tells the whole story of one customer, from the first day to the anchor. */
export function tellCustomer(story: Story): void {
  const { random, population, region } = story;
  const { seed, profile, staff } = population;
  const share = (kind: 'accounts' | 'instances' | 'orders' | 'items' | 'tickets' | 'contacts', least: number) =>
    shareOf(seed, kind, story.index, profile[kind], least);
  const potential = random.chance(profile.potential);
  const createdAt = story.daysAgo(20 + random.next() ** 1.5 * 2_000);
  const clerk = random.pick(staff.clerks.get(region.network)!);
  const who = makeParty(story, createdAt);
  const accounts = openAccounts(story, who, share('accounts', 1), createdAt, clerk.actor);
  const orders = potential ? 0 : share('orders', 1);
  const items = orders + shareOf(seed, 'lines', story.index, profile.items - profile.orders, 0);
  const holdings = orders > 0 ? chooseHoldings(story, share('instances', 1), who.business, items) : [];
  const standing = tellOrders(story, who, accounts[0]!, holdings, { orders, items, createdAt });
  addHoldings(story, holdings, accounts);
  addAgreements(story, who, holdings, clerk);
  addCustomer(story, who, createdAt, clerk.actor, standing);
  tellCare(
    story,
    who,
    accounts[0]!,
    holdings,
    share('tickets', 0),
    share('contacts', 0),
    standing.joinedAt ?? createdAt,
  );
  story.finish();
}

interface Purchases {
  orders: number;
  items: number;
  createdAt: Date;
}

function tellOrders(
  story: Story,
  who: Who,
  account: string,
  holdings: readonly Holding[],
  { orders, items, createdAt }: Purchases,
): Standing {
  const standing: Standing = { joinedAt: undefined, leftAt: undefined, monthly: 0 };
  if (orders === 0 || holdings.length === 0) return standing;
  const { random, population } = story;
  const open = random.chance(OPEN);
  const plans = planOrders(random, holdings, orders, items, !open && random.chance(population.profile.left * 1.5));
  const times = timesOf(story, plans.length, createdAt, open);
  for (const [number, plan] of plans.entries()) {
    const last = number === plans.length - 1;
    const subjects = plan.removesAll
      ? { changes: [], removals: holdings }
      : { changes: chooseChanges(story, plan, holdings), removals: [] };
    const outcome: Outcome =
      last && open && number > 0 ? random.weighted(plan.installs.length > 0 ? openInstalls : openChanges) : COMPLETED;
    const { enteredAt, until } = times[number]!;
    const completedAt = addOrder(story, {
      number,
      who,
      account,
      ...actorsOf(story),
      enteredAt,
      until,
      installs: plan.installs,
      ...subjects,
      outcome,
      detailed: enteredAt >= story.clearedUntil,
    });
    if (completedAt) standing.joinedAt ??= completedAt;
    if (completedAt && plan.removesAll) standing.leftAt = completedAt;
  }
  standing.monthly = holdings.reduce(
    (sum, { sold, endedAt, offering }) => sum + (sold && !endedAt ? offering.monthly : 0),
    0,
  );
  return standing;
}

function chooseChanges(story: Story, plan: OrderPlan, holdings: readonly Holding[]): Change[] {
  const instances = holdings.flatMap((holding) => holding.instances);
  const taken = new Set<HeldInstance>();
  return Array.from({ length: plan.changes }, () => {
    const change = chooseChange(story, instances, taken);
    if (change) taken.add(change.instance);
    return change;
  }).filter((change) => change !== undefined);
}

/** Who enters an order and who would review it: somebody at the hall, or now and then the customer. */
function actorsOf(story: Story): { enteredBy: Actor; reviewer: Actor } {
  const { random, region, population } = story;
  const [chief, ...clerks] = population.staff.clerks.get(region.network)!;
  const self: Actor = { subject: `C${region.code}-${story.serial}`, name: '客户自助', kind: 'CUSTOMER' };
  return { enteredBy: random.chance(0.25) ? self : random.pick(clerks).actor, reviewer: chief!.actor };
}

/** Times of orders, one after another without overlapping; the last one begins a few days ago when it is still open. */
function timesOf(
  { random, population }: Story,
  count: number,
  createdAt: Date,
  open: boolean,
): { enteredAt: Date; until: Date }[] {
  const end = population.anchor.getTime();
  const first = createdAt.getTime() + random.int(2, 20) * MINUTE;
  const span = Math.max(0, end - DAY - first);
  const starts = [
    first,
    ...Array.from({ length: count - 1 }, () => first + random.next() * span).sort((a, b) => a - b),
  ];
  const late = end - random.next() * 4 * DAY;
  if (open && count > 1) starts[count - 1] = Math.max(late, starts[count - 2]!);
  return starts.map((start, index) => {
    const room = (starts[index + 1] ?? end) - start;
    const work = Math.min(room * 0.8, (0.2 + random.next() * 5) * DAY);
    return { enteredAt: new Date(start), until: new Date(start + work) };
  });
}

function tellCare(
  story: Story,
  who: Who,
  account: string,
  holdings: readonly Holding[],
  tickets: number,
  contacts: number,
  from: Date,
): void {
  const instances = holdings
    .flatMap((holding) => holding.instances)
    .filter(({ status }) => status === ProductInstanceStatus.ACTIVE || status === ProductInstanceStatus.SUSPENDED);
  const made = Array.from({ length: tickets }, (_, number) =>
    addTicket(story, number, { who, account, instances, from }),
  );
  for (let number = 0; number < contacts; number++) {
    const ticket = made[number];
    addContact(story, number, who, from, ticket && { ...ticket, fault: ticket.noun === FaultTicket });
  }
}
