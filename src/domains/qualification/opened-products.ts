import { type InputPath, userError, type UserError } from '../../kernel/errors/index.js';
import { type ProductKind, ProductStatus, Selection } from '../catalogue/index.js';

/** A product as a sale looks at it. */
export interface SoldProduct {
  id: string;
  code: string;
  name: string;
  kind: ProductKind;
  status: ProductStatus;
}

/** A product of an offering, with the pieces that a buyer may have. */
export interface BundledProduct<P extends SoldProduct> {
  product: P;
  minQuantity: number;
  maxQuantity: number;
  defaultQuantity: number;
  required: boolean;
}

/** An attached product that comes by itself with a main one (PRD-17). */
export interface Attachment<P extends SoldProduct> {
  from: Pick<SoldProduct, 'id' | 'code'>;
  to: P;
  selection?: Selection | null;
}

/** How many pieces of a product a buyer wants, and where in the line this is said. */
export interface ChosenPieces {
  quantity: number;
  path: InputPath;
}

/** What one of an offering opens. */
export interface OpenedProducts<P extends SoldProduct> {
  products: { product: P; quantity: number }[];
  /** What speaks against it; the paths start at the line. */
  objections: UserError[];
}

const SELLABLE: readonly ProductStatus[] = [ProductStatus.APPROVED, ProductStatus.IN_USE];

/** Why a line opens nothing. */
export const NOTHING_TO_INSTALL = 'NOTHING_TO_INSTALL';

/**
 * The products and pieces that one of an offering opens: what it proposes, with the buyer's choices within its limits (PRD-17, PRD-33). Orders
 * are taken by it, and offerings judged by it, so that the two say the same.
 * @param attachments those of the products of the offering that hold at the moment, DEFAULT and REQUIRED
 * @param choices by the keys of the products
 */
export function openProducts<P extends SoldProduct>(
  bundled: readonly BundledProduct<P>[],
  attachments: readonly Attachment<P>[],
  choices: ReadonlyMap<string, ChosenPieces> = new Map(),
): OpenedProducts<P> {
  const opened: OpenedProducts<P> = { products: [], objections: [] };
  const object = (...error: Parameters<typeof userError>) => opened.objections.push(userError(...error));
  const attached = attachedTo(bundled, attachments, choices);
  for (const component of bundled) {
    const { product } = component;
    const choice = choices.get(product.id);
    const by = attached.get(product.id);
    // What comes with a main product by default is proposed though the offering leaves it open.
    const proposed = Math.max(component.defaultQuantity, by ? Math.min(1, component.maxQuantity) : 0);
    const quantity = choice?.quantity ?? proposed;
    const path = choice?.path ?? [];
    const least = component.required ? Math.max(1, component.minQuantity) : component.minQuantity;
    if (quantity < least || quantity > component.maxQuantity) {
      const details = { product: product.code, min: least, max: component.maxQuantity };
      const message = `The offering contains ${least} to ${component.maxQuantity} of ${product.code}.`;
      object('QUANTITY_OUT_OF_BOUNDS', message, path, details);
    }
    if (quantity === 0 && by?.required) {
      const details = { product: product.code, main: by.main };
      object('ATTACHED_REQUIRED', `${by.main} always comes with ${product.code}.`, path, details);
    }
    if (quantity === 0) continue;
    if (!SELLABLE.includes(product.status)) object('NOT_IN_SALE', `Product ${product.code} is not sold now.`, path);
    opened.products.push({ product, quantity });
  }
  // What always comes with a main product is added though the offering does not name it.
  for (const { product, required } of attached.values()) {
    if (!required || bundled.some((component) => component.product.id === product.id)) continue;
    if (!SELLABLE.includes(product.status)) object('NOT_IN_SALE', `Product ${product.code} is not sold now.`);
    opened.products.push({ product, quantity: 1 });
  }
  if (opened.products.length === 0) object(NOTHING_TO_INSTALL, 'The line contains no product at all.');
  return opened;
}

interface Attached<P> {
  product: P;
  /** Code of the main product that it comes with. */
  main: string;
  required: boolean;
}

/** Attached products that come by themselves with the main products that are taken, by key. */
function attachedTo<P extends SoldProduct>(
  bundled: readonly BundledProduct<P>[],
  attachments: readonly Attachment<P>[],
  choices: ReadonlyMap<string, ChosenPieces>,
): Map<string, Attached<P>> {
  const taken = new Set(
    bundled
      .filter(({ product, defaultQuantity }) => (choices.get(product.id)?.quantity ?? defaultQuantity) > 0)
      .map(({ product }) => product.id),
  );
  const attached = new Map<string, Attached<P>>();
  for (const { from, to, selection } of attachments) {
    if (!taken.has(from.id)) continue;
    const required = selection === Selection.REQUIRED || (attached.get(to.id)?.required ?? false);
    attached.set(to.id, { product: to, main: from.code, required });
  }
  return attached;
}

/** A product on which the service INSTALL is not offered is not opened (PRD-27). */
export const notInstallable = ({ code }: Pick<SoldProduct, 'code'>): UserError =>
  userError('SERVICE_NOT_OFFERED', `The service INSTALL is not offered on product ${code}.`, [], {
    service: 'INSTALL',
  });
