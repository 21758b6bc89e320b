import type { EntityManager } from '@mikro-orm/postgresql';
import { decodeId } from '../../kernel/model/index.js';
import { type BreachAction, type LifecycleControl, OfferingComponent } from './offering-component.js';
import { OfferingVersion } from './offering-version.js';
import type { WithOffering } from './sold-versions.js';
import { TariffPlan } from './tariff-plan.js';
import type { VersionComponent } from './version-content.js';

/** How long a product of a bundle must be kept, as it was agreed when it was sold (PRD-38, PRD-39, PRD-53). */
export interface SoldCommitment {
  /** Key of the product. */
  productId: string;
  control: LifecycleControl;
  keepUntil: Date | null;
  keepMonths: number | null;
  keepUntilSpent: string | null;
  /** Condition in FEEL of the kind of control, for OTHER. */
  fulfilled: string | null;
  controlValues: readonly string[];
  guardedServices: readonly string[];
  breachAction: BreachAction | null;
  penaltyFormula: string | null;
  replacementPlan: TariffPlan | null;
  breachPrompt: string | null;
}

/**
 * The commitments of bundles that were sold, in the order given: of the version each was sold on, else as they are now. What has since been
 * taken out of a bundle keeps its own.
 */
export async function commitmentsOf(em: EntityManager, sold: readonly WithOffering[]): Promise<SoldCommitment[][]> {
  const versionIds = [...new Set(sold.flatMap(({ offeringVersion }) => (offeringVersion ? [offeringVersion.id] : [])))];
  const versions = versionIds.length > 0 ? await em.find(OfferingVersion, { id: { $in: versionIds } }) : [];
  const kept = new Map(versions.map(({ id, content }) => [id, content['components'] as VersionComponent[]]));
  const codes = [...kept.values()].flat().flatMap(({ replacementPlan }) => replacementPlan ?? []);
  const found = codes.length > 0 ? await em.find(TariffPlan, { code: { $in: codes } }) : [];
  const plans = new Map(found.map((plan) => [plan.code, plan]));
  const unpinned = sold.flatMap(({ offering, offeringVersion }) => (offeringVersion ? [] : [offering.id]));
  const present =
    unpinned.length > 0
      ? await em.find(
          OfferingComponent,
          { offering: { $in: [...new Set(unpinned)] } },
          { populate: ['controlKind', 'replacementPlan'], orderBy: { id: 'asc' } },
        )
      : [];
  return sold.map(({ offering, offeringVersion }) =>
    offeringVersion
      ? (kept.get(offeringVersion.id) ?? []).map((component) => ofVersion(component, plans))
      : present.filter((component) => component.offering.id === offering.id).map(ofNow),
  );
}

const ofNow = (component: OfferingComponent): SoldCommitment => ({
  productId: component.product.id,
  control: component.lifecycleControl,
  keepUntil: component.keepUntil ?? null,
  keepMonths: component.keepMonths ?? null,
  keepUntilSpent: component.keepUntilSpent ?? null,
  fulfilled: component.controlKind?.fulfilled ?? null,
  controlValues: component.controlValues,
  guardedServices: component.guardedServices,
  breachAction: component.breachAction ?? null,
  penaltyFormula: component.penaltyFormula ?? null,
  replacementPlan: component.replacementPlan ?? null,
  breachPrompt: component.breachPrompt ?? null,
});

const ofVersion = (component: VersionComponent, plans: ReadonlyMap<string, TariffPlan>): SoldCommitment => ({
  productId: decodeId(component.productId)!.uuid,
  control: component.lifecycleControl as LifecycleControl,
  keepUntil: component.keepUntil ? new Date(component.keepUntil) : null,
  keepMonths: component.keepMonths,
  keepUntilSpent: component.keepUntilSpent,
  fulfilled: component.controlKind?.fulfilled ?? null,
  controlValues: component.controlValues,
  guardedServices: component.guardedServices,
  breachAction: component.breachAction as BreachAction | null,
  penaltyFormula: component.penaltyFormula,
  replacementPlan: (component.replacementPlan && plans.get(component.replacementPlan)) || null,
  breachPrompt: component.breachPrompt,
});
