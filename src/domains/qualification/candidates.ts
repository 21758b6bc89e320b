import type { UserError } from '../../kernel/errors/index.js';
import type { Holding } from '../pricing/index.js';
import { type Attachment, notInstallable, NOTHING_TO_INSTALL, openProducts } from './opened-products.js';
import type { ExclusionRow, ProductRow, QualificationRows } from './qualification-rows.js';
import type { BoughtLine, OfferingLink, PresentThings, ProductLink, SoldExclusion } from './sale-relations.js';

/** An offering with what one of it opens, and what speaks against that. */
export interface Bought extends BoughtLine {
  objections: readonly UserError[];
}

type Component = QualificationRows['components'][number];

/** Offerings of which everything was read, among what the customer has and is to get. */
export class Candidates {
  private readonly relations: ReadonlyMap<string, readonly OfferingLink[]>;
  private readonly links: ReadonlyMap<string, readonly ProductLink[]>;
  private readonly attachments: ReadonlyMap<string, readonly Attachment<ProductRow>[]>;
  private readonly products: ReadonlyMap<string, ProductRow>;
  private readonly components: ReadonlyMap<string, readonly Component[]>;
  /** By the offering that is excluded, and by what excludes it. */
  private readonly exclusions: ReadonlyMap<string, readonly (readonly ExclusionRow[])[]>;
  private readonly opened = new Map<string, Bought>();
  private readonly ordered: { offerings: ReadonlySet<string>; products: ReadonlySet<string> };

  constructor(
    private readonly rows: QualificationRows,
    private readonly held: readonly Holding[],
  ) {
    this.products = new Map(rows.products.map((product) => [product.id, product]));
    this.components = Map.groupBy(rows.components, ({ offeringId }) => offeringId);
    this.ordered = { offerings: new Set(rows.pending.offeringIds), products: new Set(rows.pending.productIds) };
    const named = (id: string) => this.products.get(id)!;
    const links = rows.links.map(({ kind, fromId, toId }) => ({ kind, from: named(fromId), to: named(toId) }));
    this.links = byEnds(links);
    this.relations = byEnds(
      rows.relations.map(({ kind, fromId, fromCode, fromName, toId, toCode, toName, version }) => {
        const from = { id: fromId, code: fromCode, name: fromName };
        return { kind, from, to: { id: toId, code: toCode, name: toName }, version };
      }),
    );
    this.exclusions = new Map(
      [...Map.groupBy(rows.exclusions, ({ toId }) => toId)].map(([toId, excluding]) => {
        return [toId, [...Map.groupBy(excluding, ({ fromId }) => fromId).values()]];
      }),
    );
    this.attachments = Map.groupBy(
      rows.links
        .filter(({ kind, selection }) => kind === 'ATTACH' && (selection === 'DEFAULT' || selection === 'REQUIRED'))
        .map(({ fromId, toId, selection }) => ({ from: named(fromId), to: named(toId), selection })),
      ({ from }) => from.id,
    );
  }

  /** How some offerings relate to others. */
  relationsOf(offeringIds: readonly string[]): OfferingLink[] {
    return [...new Set(offeringIds.flatMap((id) => this.relations.get(id) ?? []))];
  }

  /** How what some offerings open relates to other products. */
  linksOf(lines: readonly BoughtLine[]): ProductLink[] {
    const ids = lines.flatMap(({ products }) => products.map(({ id }) => id));
    return [...new Set(ids.flatMap((id) => this.links.get(id) ?? []))];
  }

  /** What one of an offering opens as it is proposed; what the buyer must choose first is not held against it. */
  openedBy(offeringId: string): Bought {
    const known = this.opened.get(offeringId);
    if (known) return known;
    const bundled = (this.components.get(offeringId) ?? []).map(({ productId, ...limits }) => {
      return { product: this.products.get(productId)!, ...limits };
    });
    const attachments = bundled.flatMap(({ product }) => this.attachments.get(product.id) ?? []);
    const { products, objections } = openProducts(bundled, attachments);
    const mayChoose = bundled.some(({ maxQuantity }) => maxQuantity > 0);
    const opened = products.map(({ product }) => product);
    const bought: Bought = {
      offeringId,
      products: opened,
      objections: [
        ...objections.filter(({ code }) => code !== NOTHING_TO_INSTALL || !mayChoose),
        ...opened.filter(({ installable }) => !installable).map(notInstallable),
      ],
    };
    this.opened.set(offeringId, bought);
    return bought;
  }

  /** Offerings that one needs directly. */
  needs(offeringId: string): OfferingLink[] {
    const own = this.relations.get(offeringId) ?? [];
    return own.filter(({ kind, from }) => kind === 'DEPEND' && from.id === offeringId);
  }

  /** Keys of all offerings that one needs, directly or by those, as far as they are not there; nearest first. */
  neededBy(offeringId: string, isThere: (id: string) => boolean): string[] {
    const found = new Set<string>();
    for (let open = [offeringId]; open.length > 0;) {
      open = open
        .flatMap((id) => this.needs(id).map(({ to }) => to.id))
        .filter((id) => id !== offeringId && !isThere(id) && !found.has(id));
      for (const id of open) found.add(id);
    }
    return [...found];
  }

  /** What earlier orders take the place of, among what the customer has of an offering under a plan. */
  replaced({ offeringId, planId }: Holding): QualificationRows['pending']['replaced'] {
    return this.rows.pending.replaced.filter((each) => each.offeringId === offeringId && each.planId === planId);
  }

  /** What the customer has, or is to get, when one of something has been taken the place of. */
  presentWithout(former: Holding | null): PresentThings {
    const { heldProducts, heldMains, pending } = this.rows;
    const ofFormer = (row: { offeringId: string | null; planId: string | null }) =>
      former !== null && row.offeringId === former.offeringId && row.planId === former.planId;
    const stays = (rows: readonly { offeringId: string | null; planId: string | null; count: number }[]) =>
      rows.reduce((sum, { count }) => sum + count, 0) > (rows.some(ofFormer) ? 1 : 0);
    const excluding = (rows: readonly ExclusionRow[]): SoldExclusion[] => {
      if (!stays(rows)) return [];
      const { fromId, fromCode, fromName, version } = rows.find((row) => !ofFormer(row)) ?? rows[0]!;
      return [{ from: { id: fromId, code: fromCode, name: fromName }, version }];
    };
    return {
      exclusionsOf: (id) => (this.exclusions.get(id) ?? []).flatMap(excluding),
      hasOffering: (id) =>
        this.ordered.offerings.has(id) || stays(this.held.filter(({ offeringId }) => offeringId === id)),
      hasProduct: (id) =>
        this.ordered.products.has(id) || stays(heldProducts.filter(({ productId }) => productId === id)),
      hasMain: () => pending.main || stays(heldMains),
    };
  }
}

/** Links by each of the two that they link. */
function byEnds<Link extends { from: { id: string }; to: { id: string } }>(
  links: readonly Link[],
): ReadonlyMap<string, readonly Link[]> {
  const ends = links.flatMap((link) => [link.from, link.to].map(({ id }) => ({ id, link })));
  return new Map([...Map.groupBy(ends, ({ id }) => id)].map(([id, found]) => [id, found.map(({ link }) => link)]));
}
