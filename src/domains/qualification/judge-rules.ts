import { userError, type UserError } from '../../kernel/errors/index.js';
import { explainContrary, explainRule, knownTruth } from '../../kernel/rules/index.js';
import { OfferingStatus } from '../catalogue/index.js';
import type { SaleFacts } from '../pricing/index.js';
import type { CandidateRow, RuleRows, SalesRuleKindRow, SalesRuleRow } from './qualification-rows.js';
import { notInSale } from './sale-relations.js';
import { SalesRuleStage as Stage } from './sales-rule-kind.js';
import { SalesRuleForm as Form } from './sales-rule.js';

/** A sale as offerings are judged for it. */
export interface JudgedSale extends Pick<SaleFacts, 'values' | 'regions'> {
  /** True: offerings must be opened to the channel by a rule, as for partners (PRD-48). */
  channelMustBeOpen: boolean;
  /** True: the reasons carry the rules, the values that they met and the versions to which they belong. */
  explained: boolean;
}

const CODES: Readonly<Record<Stage, string>> = {
  AREA: 'OUTSIDE_AREA',
  CHANNEL: 'CHANNEL_NOT_OPEN',
  SELLER: 'SELLER_NOT_ADMITTED',
  TARGET: 'CUSTOMER_NOT_TARGETED',
  HOLDINGS: 'HOLDINGS_NOT_MET',
};

const STAGES: readonly Stage[] = [Stage.AREA, Stage.CHANNEL, Stage.SELLER, Stage.TARGET, Stage.HOLDINGS];

/**
 * What state, area, channel, seller, target and holdings say against each offering, in this order, by its key (PRD-110). What it needs and
 * excludes, and its products and plans, are not looked at.
 */
export function judgeRules(rows: RuleRows, sale: JudgedSale): Map<string, UserError[]> {
  const rules = Map.groupBy(rows.rules, ({ offeringId }) => offeringId);
  const kinds = new Map(rows.kinds.map((kind) => [kind.id, kind]));
  return new Map(
    rows.offerings.map((offering) => [
      offering.id,
      [
        ...stateObjections(offering, sale),
        ...ruleObjections(new RuleTree(rules.get(offering.id) ?? [], kinds), sale, offering),
      ],
    ]),
  );
}

function stateObjections(offering: CandidateRow, sale: JudgedSale): UserError[] {
  const { status, valid, own, owner } = offering;
  return [
    ...((status === OfferingStatus.IN_USE || own) && valid ? [] : [notInSale(offering)]),
    ...(owner && sale.regions.length > 0 && !sale.regions.includes(owner)
      ? [userError('OUTSIDE_AREA', `It is sold only in ${owner}.`, [], { area: owner })]
      : []),
  ];
}

function ruleObjections(tree: RuleTree, sale: JudgedSale, { code, version }: CandidateRow): UserError[] {
  const judgedBy = { offering: code, version };
  const failed = tree.top.filter((rule) => !tree.holds(rule, sale.values));
  const found = failed.map((rule) => ({ stage: tree.stageOf(rule), error: objection(tree, rule, sale, judgedBy) }));
  if (sale.channelMustBeOpen && !tree.top.some((rule) => tree.stageOf(rule) === Stage.CHANNEL))
    found.push({
      stage: Stage.CHANNEL,
      error: userError(
        CODES.CHANNEL,
        'It has not been opened to this channel.',
        [],
        sale.explained ? { judgedBy } : undefined,
      ),
    });
  return found.sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)).map(({ error }) => error);
}

function objection(tree: RuleTree, rule: SalesRuleRow, sale: JudgedSale, judgedBy: object): UserError {
  const details = sale.explained
    ? { rule: tree.told(rule), parts: tree.explain(rule, sale.values), judgedBy }
    : undefined;
  return userError(CODES[tree.stageOf(rule)], tree.message(rule), [], details);
}

/** The rules of one offering with their groups. */
class RuleTree {
  readonly top: readonly SalesRuleRow[];
  private readonly parts: ReadonlyMap<string, readonly SalesRuleRow[]>;

  constructor(
    rules: readonly SalesRuleRow[],
    private readonly kinds: ReadonlyMap<string, SalesRuleKindRow>,
  ) {
    this.top = rules.filter(({ parentId }) => !parentId);
    this.parts = Map.groupBy(
      rules.filter(({ parentId }) => parentId),
      ({ parentId }) => parentId!,
    );
  }

  holds(rule: SalesRuleRow, values: JudgedSale['values']): boolean {
    return this.truth(rule, values) === true;
  }

  /** Whether a rule holds; null when that cannot be told, as for an age that nobody knows: its contrary does not hold then either. */
  private truth(rule: SalesRuleRow, values: JudgedSale['values']): boolean | null {
    const said = this.said(rule, values);
    return said === null ? null : said !== rule.negate;
  }

  /** What a rule says before it is negated. */
  private said(rule: SalesRuleRow, values: JudgedSale['values']): boolean | null {
    switch (rule.form) {
      case Form.KIND:
        return knownTruth(this.kindOf(rule)!.condition, { ...values, values: rule.values });
      case Form.CONDITION:
        return knownTruth(rule.condition!, values);
      case Form.ALL:
        return this.joined(rule, values, false);
      case Form.ANY:
        return this.joined(rule, values, true);
    }
  }

  /** One part with the deciding value decides for the group; without one, a part that cannot be told leaves the group so. */
  private joined(rule: SalesRuleRow, values: JudgedSale['values'], deciding: boolean): boolean | null {
    const parts = this.partsOf(rule).map((part) => this.truth(part, values));
    if (parts.includes(deciding)) return deciding;
    return parts.includes(null) ? null : !deciding;
  }

  /** The first stage of what a rule looks at; a condition of its own looks at the buyer. */
  stageOf(rule: SalesRuleRow): Stage {
    const stages = this.leaves(rule).map((leaf) => this.kindOf(leaf)?.stage ?? Stage.TARGET);
    return STAGES.find((stage) => stages.includes(stage))!;
  }

  /** What to tell a person when the rule does not hold. */
  message(rule: SalesRuleRow): string {
    if (rule.message) return rule.message;
    const kind = this.kindOf(rule);
    const list = rule.values.join(', ');
    if (kind) return rule.negate ? `${kind.name}: not ${list}.` : kind.message.replace('{values}', () => list);
    if (rule.form === Form.CONDITION) return 'A condition of the sale does not hold.';
    const joined = this.partsOf(rule)
      .map((part) => this.message(part).replace(/\.$/, ''))
      .join(rule.form === Form.ALL ? ' and ' : ' or ');
    return rule.negate ? `Not where: ${joined}.` : `${joined}.`;
  }

  /** The rule as its author wrote it. */
  told(rule: SalesRuleRow): Record<string, unknown> {
    return {
      ...(rule.negate ? { negate: true } : {}),
      ...(rule.kindId ? { kind: this.kindOf(rule)!.code, values: rule.values } : {}),
      ...(rule.condition ? { condition: rule.condition } : {}),
      ...(rule.form === Form.ALL ? { all: this.partsOf(rule).map((part) => this.told(part)) } : {}),
      ...(rule.form === Form.ANY ? { any: this.partsOf(rule).map((part) => this.told(part)) } : {}),
    };
  }

  /**
   * The parts of conditions that keep a rule from holding, with the values that they met: those that do not hold, and of what is negated those
   * that hold, or of which nobody can tell, as `not(…)`.
   */
  explain(rule: SalesRuleRow, values: JudgedSale['values'], wanted = true): unknown[] {
    const said = wanted !== rule.negate;
    if (rule.form === Form.ALL || rule.form === Form.ANY)
      return this.partsOf(rule)
        .filter((part) => this.truth(part, values) !== said)
        .flatMap((part) => this.explain(part, values, said));
    const [text, met] = [this.kindOf(rule)?.condition ?? rule.condition!, { ...values, values: rule.values }];
    return said ? explainRule(text, met, 'unknown') : explainContrary(text, met);
  }

  private leaves(rule: SalesRuleRow): readonly SalesRuleRow[] {
    return rule.form === Form.ALL || rule.form === Form.ANY
      ? this.partsOf(rule).flatMap((part) => this.leaves(part))
      : [rule];
  }

  private kindOf = ({ kindId }: SalesRuleRow): SalesRuleKindRow | undefined =>
    kindId ? this.kinds.get(kindId) : undefined;

  private partsOf = ({ id }: SalesRuleRow): readonly SalesRuleRow[] => this.parts.get(id) ?? [];
}
