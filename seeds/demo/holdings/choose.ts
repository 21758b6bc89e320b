import { ProductKind } from '../../../src/domains/catalogue/index.js';
import { OfferingInstance } from '../../../src/domains/inventory/index.js';
import type { RefComponent, RefOffering } from '../reference.js';
import type { Story } from '../story.js';
import type { Holding } from './holding.js';

/** How popular offerings are; others count as 1. */
const popularity: Record<string, number> = {
  OF_HOME_FIBER: 10,
  OF_FAMILY_MOBILE: 6,
  OF_MOBILE: 8,
  OF_INTERNET_FIBER: 6,
  OF_HOME_ENTERTAINMENT: 5,
  OF_HOME_BASIC: 3,
  OF_PHONE: 2,
  OF_OFFICE: 8,
  OF_LEASED_LINE: 4,
  OF_MPLS_VPN: 4,
  OF_CLOUD_PBX: 4,
};

/** Products that only companies buy; an offering with one of them is for companies. */
const forCompanies = ['LEASED_LINE', 'MPLS_VPN', 'CLOUD_PBX'];
/** Offerings for everybody that companies take as well. */
const alsoForCompanies = ['OF_PHONE', 'OF_MOBILE', 'OF_INTERNET_FIBER'];

const piecesOf = (offering: RefOffering, bound: 'min' | 'max') =>
  offering.components.reduce((sum, component) => sum + component[bound], 0);

/**
 * Chooses what a customer buys over the years: offerings with this many product instances in all.
 * @param most how many offerings at most
 */
export function chooseHoldings(story: Story, instances: number, business: boolean, most: number): Holding[] {
  const chosen: Holding[] = [];
  const market = story.population.reference.offerings.filter((offering) => fits(offering, business));
  for (let left = instances; left > 0;) {
    const last = chosen.length === most - 1;
    const mains = new Set(chosen.flatMap(({ pieces }) => pieces.map(({ product }) => product.id)));
    const possible = market.filter((offering) => piecesOf(offering, 'min') <= left && isCarried(offering, mains));
    const ample = possible.filter((offering) => piecesOf(offering, 'max') >= left);
    const options = last && ample.length > 0 ? ample : possible;
    if (options.length === 0) break;
    const offering = story.random.weighted(options.map((option) => [option, popularity[option.code] ?? 1] as const));
    const pieces = choosePieces(story, offering, left, last);
    left -= pieces.reduce((sum, { quantity }) => sum + quantity, 0);
    chosen.push({
      id: story.id(OfferingInstance),
      offering,
      pieces,
      sold: undefined,
      instances: [],
      steps: [],
      endedAt: null,
    });
  }
  return chosen;
}

function fits({ code, components }: RefOffering, business: boolean): boolean {
  const special = components.some(({ product }) => forCompanies.includes(product.code));
  return business ? special || alsoForCompanies.includes(code) : !special;
}

/** What is attached needs a main product, in the same offering or held already. */
function isCarried({ components }: RefOffering, mains: ReadonlySet<string>): boolean {
  const here = new Set(components.filter(({ min }) => min > 0).map(({ product }) => product.id));
  return components.every(
    ({ product, min }) =>
      min === 0 ||
      product.kind === ProductKind.MAIN ||
      product.carriers.some((main) => here.has(main) || mains.has(main)),
  );
}

function choosePieces(story: Story, { components }: RefOffering, left: number, fill: boolean): Holding['pieces'] {
  const quantities = new Map(components.map((component) => [component, component.min]));
  let room = left - components.reduce((sum, { min }) => sum + min, 0);
  const wanted = (component: RefComponent) =>
    fill ? component.max : story.random.chance(0.75) ? component.proposed : component.min;
  for (const component of components) {
    if (!canCome(component, quantities)) continue;
    const more = Math.min(room, Math.max(0, wanted(component) - component.min));
    quantities.set(component, component.min + more);
    room -= more;
  }
  return [...quantities]
    .filter(([, quantity]) => quantity > 0)
    .map(([{ product, fixed }, quantity]) => ({ product, fixed, quantity }));
}

function canCome({ product }: RefComponent, quantities: ReadonlyMap<RefComponent, number>): boolean {
  return (
    product.kind === ProductKind.MAIN ||
    [...quantities].some(([other, quantity]) => quantity > 0 && product.carriers.includes(other.product.id))
  );
}
