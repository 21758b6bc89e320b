import { userError, type UserError } from '../../kernel/errors/index.js';
import { explainRule, ruleHolds } from '../../kernel/rules/index.js';
import { OfferingStatus } from '../catalogue/index.js';
import type { SaleFacts } from '../pricing/index.js';
import type { CandidateRow, QualificationRows, SalesRuleKindRow, SalesRuleRow } from './qualification-rows.js';
import { SalesRuleStage as Stage } from './sales-rule-kind.js';
import { SalesRuleForm as Form } from './sales-rule.js';

/** A sale as offerings are judged for it. */
export interface JudgedSale extends Pick<SaleFacts, 'values' | 'regions'> {
  /** Keys of the offerings that the customer has. */
  heldOfferingIds: ReadonlySet<string>;
  /** True: offerings must be opened to the channel by a rule, as for partners (PRD-48). */
  channelMustBeOpen: boolean;
  /** True: the reasons carry the rules and the values that they met. */
  explained: boolean;
}

/** What speaks against the sale of an offering, and what must be bought with it. */
export interface Judgement {
  objections: UserError[];
  requiredIds: string[];
}

const CODES: Readonly<Record<Stage, string>> = {
  AREA: 'OUTSIDE_AREA',
  CHANNEL: 'CHANNEL_NOT_OPEN',
  SELLER: 'SELLER_NOT_ADMITTED',
  TARGET: 'CUSTOMER_NOT_TARGETED',
  HOLDINGS: 'HOLDINGS_NOT_MET',
};

const STAGES: readonly Stage[] = [Stage.AREA, Stage.CHANNEL, Stage.SELLER, Stage.TARGET, Stage.HOLDINGS];

/** Judges offerings of which everything was read, each in the order state, area, channel, seller, target, holdings (PRD-110). */
export function judgeOfferings(rows: QualificationRows, sale: JudgedSale): Map<string, Judgement> {
  const rules = grouped(rows.rules, ({ offeringId }) => offeringId);
  const relations = grouped(rows.relations, ({ offeringId }) => offeringId);
  const kinds = new Map(rows.kinds.map((kind) => [kind.id, kind]));
  return new Map(
    rows.offerings.map((offering) => {
      const own = relations.get(offering.id) ?? [];
      const objections = [
        ...stateObjections(offering, sale),
        ...ruleObjections(new RuleTree(rules.get(offering.id) ?? [], kinds), sale, offering),
        ...excluding(own)
          .filter(({ otherId }) => sale.heldOfferingIds.has(otherId))
          .map(({ other, name, judgedBy }) =>
            userError('OFFERING_EXCLUDED', `It cannot be had together with ${name}.`, [], {
              code: other,
              ...(sale.explained ? { judgedBy } : {}),
            }),
          ),
      ];
      const requiredIds = own.flatMap(({ kind, otherId }) =>
        kind === 'DEPEND' && !sale.heldOfferingIds.has(otherId) ? [otherId] : [],
      );
      return [offering.id, { objections, requiredIds }];
    }),
  );
}

/** Each offering once that excludes another one, whichever of the two says so. */
const excluding = (relations: QualificationRows['relations']) => [
  ...new Map(relations.flatMap((each) => (each.kind === 'EXCLUDE' ? [[each.otherId, each] as const] : []))).values(),
];

function stateObjections(offering: CandidateRow, sale: JudgedSale): UserError[] {
  const { code, status, valid, own, owner } = offering;
  return [
    ...((status === OfferingStatus.IN_USE || own) && valid
      ? []
      : [userError('NOT_IN_SALE', `Offering ${code} is not sold then.`, [], { status })]),
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
    this.parts = grouped(
      rules.filter(({ parentId }) => parentId),
      ({ parentId }) => parentId!,
    );
  }

  holds(rule: SalesRuleRow, values: JudgedSale['values']): boolean {
    return this.said(rule, values) !== rule.negate;
  }

  private said(rule: SalesRuleRow, values: JudgedSale['values']): boolean {
    switch (rule.form) {
      case Form.KIND:
        return ruleHolds(this.kindOf(rule)!.condition, { ...values, values: rule.values });
      case Form.CONDITION:
        return ruleHolds(rule.condition!, values);
      case Form.ALL:
        return this.partsOf(rule).every((part) => this.holds(part, values));
      case Form.ANY:
        return this.partsOf(rule).some((part) => this.holds(part, values));
    }
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

  /** The parts of conditions that do not hold, with the values that they met. */
  explain(rule: SalesRuleRow, values: JudgedSale['values']): unknown[] {
    return this.leaves(rule).flatMap((leaf) =>
      explainRule(this.kindOf(leaf)?.condition ?? leaf.condition!, { ...values, values: leaf.values }),
    );
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

function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
