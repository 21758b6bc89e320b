import { describeEnum, EnumOf, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Offering, TariffPlan } from '../catalogue/index.js';

export enum TariffPlanRelationKind {
  EXCLUDE = 'EXCLUDE',
  REQUIRE = 'REQUIRE',
  UPGRADE = 'UPGRADE',
  COEXIST = 'COEXIST',
}

describeEnum(TariffPlanRelationKind, 'TariffPlanRelationKind', 'How two tariff plans relate (PRD-84, PRD-89).', {
  EXCLUDE: 'Whoever has one does not get the other; works both ways.',
  REQUIRE: '`from` only with `to`, held or in the same order.',
  UPGRADE: '`from` only for those who have `to`, which it replaces when the order is completed.',
  COEXIST: 'Both may be had together, also where they exclude each other elsewhere.',
});

@UniqueTogether(['from', 'to', 'kind', 'offering'])
@Noun({
  tag: 'tn',
  root: false,
  description: 'A relation between two tariff plans, everywhere or within one offering (PRD-84, PRD-89).',
})
export class TariffPlanRelation extends Node {
  @One(() => TariffPlan, {
    description: 'Plan that the relation starts from.',
    hideable: true,
    inverse: 'planRelations',
    inverseDescription: 'Relations that start from this plan (PRD-84).',
  })
  from!: TariffPlan;

  @One(() => TariffPlan, { description: 'Plan that the relation points to.', hideable: true })
  to!: TariffPlan;

  @EnumOf(() => TariffPlanRelationKind, { description: 'Meaning of the relation.' })
  kind!: TariffPlanRelationKind;

  @One(() => Offering, {
    description: 'Offering within which it holds; null for everywhere (PRD-89).',
    nullable: true,
    inverse: 'tariffPlanRelations',
    inverseDescription: 'Relations among the tariff plans of this offering (PRD-89).',
  })
  offering?: Offering | null = null;
}
