import type { EventTypes } from '../../kernel/events/event-type.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { CatalogueEntry } from './catalogue-entry.js';
import type {
  CatalogueEntryPlaceInput,
  CatalogueEntryRemoveInput,
  CatalogueHeadingRemoveInput,
  CatalogueHeadingSaveInput,
} from './catalogue.input.js';
import { CatalogueNode } from './catalogue-node.js';
import { maintained } from './catalogue.service.js';
import { type Catalogue, CatalogueSubject } from './catalogue.js';
import { Offering, OfferingStatus } from './offering.js';
import { Product, ProductStatus } from './product.js';

/** Writes a heading of a catalogue, renames or moves one; headings nest to any depth (PRD-93). */
export async function saveHeading(context: CallContext, input: CatalogueHeadingSaveInput): Promise<CatalogueNode> {
  return context.database.write(context, async (tx) => {
    const catalogue = await maintained(tx, input.catalogueId, ['input', 'catalogueId']);
    const present = input.headingId ? await tx.get(CatalogueNode, input.headingId, ['input', 'headingId']) : null;
    if (present && present.catalogue.id !== catalogue.id)
      refuse('CONTRADICTORY', 'The heading belongs to another catalogue.', ['input', 'headingId']);
    const other = await tx.em.findOne(CatalogueNode, { catalogue: catalogue.id, code: input.code });
    if (other && other.id !== present?.id)
      refuse('DUPLICATE', 'Another heading of the catalogue has this code.', ['input', 'code']);
    const parent = input.parentId ? await parentFor(tx, catalogue, present, input.parentId) : null;
    const level = parent ? parent.level + 1 : 1;
    const siblings = { catalogue: catalogue.id, parent: parent?.id ?? null };
    const position = input.position ?? present?.position ?? 1 + (await tx.em.count(CatalogueNode, siblings));
    const heading = present ?? tx.add(Object.assign(new CatalogueNode(), { catalogue }));
    const shift = present ? level - present.level : 0;
    Object.assign(heading, { parent, code: input.code, name: input.name, level, position });
    if (shift !== 0) await shiftBelow(tx, heading, shift);
    changed(tx, catalogue, present ? 'heading.changed' : 'heading.added', { code: input.code });
    return heading;
  });
}

/** The heading that another one shall lie under: of the same catalogue or of its basis, and not below itself. */
async function parentFor(
  tx: Transaction,
  catalogue: Catalogue,
  heading: CatalogueNode | null,
  id: string,
): Promise<CatalogueNode> {
  const path = ['input', 'parentId'];
  const parent = await tx.get(CatalogueNode, id, path, { lock: false });
  if (![catalogue.id, catalogue.basedOn?.id].includes(parent.catalogue.id))
    refuse('CONTRADICTORY', 'The heading belongs to another catalogue.', path);
  for (let at: CatalogueNode | null | undefined = parent; heading && at;) {
    if (at.id === heading.id) refuse('CONTRADICTORY', 'A heading cannot lie under itself.', path);
    at = at.parent ? await tx.em.findOne(CatalogueNode, at.parent.id) : null;
  }
  return parent;
}

/** Moves the levels of everything below a heading that was moved. */
async function shiftBelow(tx: Transaction, heading: CatalogueNode, shift: number): Promise<void> {
  for (let parents = [heading.id]; parents.length > 0;) {
    const children = await tx.em.find(CatalogueNode, { parent: parents });
    for (const child of children) child.level += shift;
    parents = children.map(({ id }) => id);
  }
}

/** Removes an empty heading. */
export async function removeHeading(context: CallContext, input: CatalogueHeadingRemoveInput): Promise<Catalogue> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'headingId'];
    const { heading, catalogue } = await headingIn(tx, input.headingId, path);
    const used =
      (await tx.em.count(CatalogueNode, { parent: heading.id })) +
      (await tx.em.count(CatalogueEntry, { heading: heading.id }));
    if (used > 0) refuse('IN_USE', 'Headings or entries lie under it.', path, { count: used });
    tx.em.remove(heading);
    changed(tx, catalogue, 'heading.removed', { code: heading.code });
    return catalogue;
  });
}

/** The heading and its catalogue, which is locked before it, for whoever maintains the catalogue. */
async function headingIn(tx: Transaction, id: string, path: InputPath) {
  const seen = await tx.get(CatalogueNode, id, path, { lock: false });
  const catalogue = await maintained(tx, tx.idOf(seen.catalogue), path);
  return { catalogue, heading: await tx.get(CatalogueNode, id, path) };
}

/** Puts a product or an offering under a heading, or changes its place there; one may stand in many catalogues (PRD-94). */
export async function placeEntry(context: CallContext, input: CatalogueEntryPlaceInput): Promise<CatalogueEntry> {
  return context.database.write(context, async (tx) => {
    const { catalogue, heading } = await headingIn(tx, input.headingId, ['input', 'headingId']);
    const listed =
      catalogue.subject === CatalogueSubject.OFFERING ? await offeringOf(tx, input) : await productOf(tx, input);
    const present = await tx.em.findOne(CatalogueEntry, {
      heading: heading.id,
      ...(listed.offering ? { offering: listed.offering.id } : { product: listed.product!.id }),
    });
    const position =
      input.position ?? present?.position ?? 1 + (await tx.em.count(CatalogueEntry, { heading: heading.id }));
    const entry = Object.assign(present ?? tx.add(Object.assign(new CatalogueEntry(), { heading, ...listed })), {
      position,
    });
    const code = (listed.offering ?? listed.product)!.code;
    changed(tx, catalogue, 'entry.placed', { heading: heading.code, code, position });
    return entry;
  });
}

async function offeringOf(tx: Transaction, { offeringId, productId }: CatalogueEntryPlaceInput) {
  if (productId) refuse('CONTRADICTORY', 'This is a catalogue of offerings.', ['input', 'productId']);
  const path = ['input', 'offeringId'];
  if (!offeringId) return refuse('REQUIRED', 'This is a catalogue of offerings.', path);
  const offering = await tx.get(Offering, offeringId, path, { lock: false });
  if (offering.status === OfferingStatus.EXPIRED) refuse('NOT_SELLABLE', 'The offering has expired.', path);
  return { offering, product: null };
}

async function productOf(tx: Transaction, { offeringId, productId }: CatalogueEntryPlaceInput) {
  if (offeringId) refuse('CONTRADICTORY', 'This is a catalogue of products.', ['input', 'offeringId']);
  const path = ['input', 'productId'];
  if (!productId) return refuse('REQUIRED', 'This is a catalogue of products.', path);
  const product = await tx.get(Product, productId, path, { lock: false });
  if (product.status === ProductStatus.VOID) refuse('NOT_SELLABLE', 'The product has been given up.', path);
  return { offering: null, product };
}

/** Takes an entry out of a catalogue. */
export async function removeEntry(context: CallContext, input: CatalogueEntryRemoveInput): Promise<Catalogue> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'entryId'];
    const seen = await tx.get(CatalogueEntry, input.entryId, path, { lock: false });
    const { catalogue, heading } = await headingIn(tx, tx.idOf(seen.heading), path);
    tx.em.remove(await tx.get(CatalogueEntry, input.entryId, path));
    changed(tx, catalogue, 'entry.removed', { heading: heading.code });
    return catalogue;
  });
}

function changed<
  What extends 'heading.added' | 'heading.changed' | 'heading.removed' | 'entry.placed' | 'entry.removed',
>(tx: Transaction, catalogue: Catalogue, what: What, data: EventTypes[`catalogue.${What}`]): void {
  tx.recordAny({ kind: 'RECORD_CHANGE', type: `catalogue.${what}`, subject: catalogue, data });
}
