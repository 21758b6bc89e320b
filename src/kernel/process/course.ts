import { ruleHolds, RuleTooCostly } from '../rules/index.js';
import { v7 } from '../model/uuid.js';
import type { CompiledProcess } from './compiled.js';
import type { FlowDefinition, StepDefinition } from './definition.js';
import { LIVE, type Branch, type SetByHand, type Token } from './token.js';
import { readableValues } from './values.js';

/** Most visits of one instance: one that goes round and round by itself is stopped. */
export const MAX_VISITS = 10_000;

/** What the engine knows of an instance while it holds its row. */
export interface CourseState {
  /** The last number given to a visit. */
  seq: number;
  variables: Record<string, unknown>;
  /** First branch of a split that passed a join of any, by step and split. */
  passed: Record<string, number>;
  /** Tokens that stand at a step. */
  tokens: readonly Token[];
}

/** Why a token cannot go on. */
export interface Trouble {
  token: Token;
  code: 'NO_NEXT_STEP' | 'TOO_MANY_VISITS' | 'WRONG_VALUES' | 'RULE_TOO_COSTLY';
  message: string;
}

/**
 * The course of one instance for the length of one operation: tokens move in memory, and what has changed is then written in one
 * statement. It knows nothing of tables or jobs, so that it can be tested by itself.
 */
export class Course {
  /** Tokens by key: those that stand, and those of this operation that have moved on. */
  readonly tokens = new Map<string, Token>();
  /** Tokens that are new or have changed. */
  readonly changed = new Set<Token>();
  /** Tokens that have come to a step at which work begins. */
  readonly entered: Token[] = [];
  readonly troubles: Trouble[] = [];
  seq: number;
  variables: Record<string, unknown>;
  passed: Record<string, number>;

  constructor(
    readonly process: CompiledProcess,
    state: CourseState,
    private readonly given: Readonly<Record<string, unknown>> = {},
  ) {
    this.seq = state.seq;
    this.variables = state.variables;
    this.passed = state.passed;
    for (const token of state.tokens) this.tokens.set(token.id, token);
  }

  /** What rules read: variables by name, and what every process has. */
  get scope(): Record<string, unknown> {
    return readableValues({ ...this.given, ...this.variables }, this.process.types);
  }

  /** Tokens that stand at a step. */
  get live(): Token[] {
    return [...this.tokens.values()].filter(({ status }) => LIVE.includes(status));
  }

  /** Whether nothing is left to be done. */
  get ended(): boolean {
    return this.live.length === 0;
  }

  stepOf(token: Token): StepDefinition {
    return this.process.steps.get(token.step)!;
  }

  start(): void {
    this.enter(this.process.start.code, { parents: [], branches: [], via: null });
    this.settle();
  }

  /** The work of a step is done: its outputs become variables, and the token moves on. */
  complete(token: Token, outputs: Record<string, unknown> = {}): void {
    this.finish(token, outputs);
    this.leave(token);
    this.settle();
  }

  /** Sends the token on to a step that a person names, whatever the flows say (WFL-37). @param from what it follows from there, when not from it alone */
  divert(token: Token, step: string, from: Pick<Token, 'parents' | 'branches'>): void {
    this.set(token, { status: 'DONE' });
    this.make(step, { ...from, via: null });
    this.settle();
  }

  /** Tries the flows again behind a token whose work was done: its outputs are among the variables, which may have changed since. */
  leadOn(token: Token): void {
    this.set(token, { status: 'DONE' });
    this.leave(token);
    this.settle();
  }

  /** Sets variables by hand. @returns when that was, among the visits */
  setByHand(values: Readonly<Record<string, unknown>>): SetByHand {
    this.variables = { ...this.variables, ...values };
    return { seq: ++this.seq, values };
  }

  /** Lets a token begin that waited for other instances. */
  release(token: Token): void {
    this.set(token, { status: 'ACTIVE' });
    this.entered.push(token);
  }

  /** Changes a token and remembers that it must be written. */
  set(token: Token, values: Partial<Omit<Token, 'id'>>): void {
    Object.assign(token, values);
    this.changed.add(token);
  }

  /** Puts a new token at a step, past its join. */
  make(step: string, from: Pick<Token, 'parents' | 'branches' | 'via'>): Token {
    const token = this.add(step, 'ACTIVE', from);
    this.begin(token);
    return token;
  }

  /** Lets joins go on that have all they can get; called after every move. */
  settle(): void {
    for (;;) {
      const join = this.readyJoin();
      if (!join) return;
      this.merge(join);
    }
  }

  private finish(token: Token, outputs: Record<string, unknown>): void {
    this.set(token, { status: 'DONE', leftSeq: ++this.seq, outputs });
    this.variables = { ...this.variables, ...outputs };
  }

  private add(step: string, status: Token['status'], from: Pick<Token, 'parents' | 'branches' | 'via'>): Token {
    const token: Token = { id: v7(), step, status, seq: ++this.seq, leftSeq: null, outputs: null, ...from };
    this.tokens.set(token.id, token);
    this.changed.add(token);
    return token;
  }

  private enter(step: string, from: Pick<Token, 'parents' | 'branches' | 'via'>): void {
    const { join, kind } = this.process.steps.get(step)!;
    const several = (this.process.into.get(step)?.length ?? 0) > 1;
    if (several && join === 'ALL') this.add(step, 'JOINING', from);
    else if (several && join === 'ANY' && kind !== 'END' && this.wasPassed(step, from.branches))
      this.set(this.add(step, 'ABSORBED', from), { leftSeq: ++this.seq });
    else this.make(step, from);
  }

  /** Of parallel branches that come together at a join of any, the first goes on and the others end there. */
  private wasPassed(step: string, branches: readonly Branch[]): boolean {
    const inner = branches.at(-1);
    if (!inner) return false;
    const key = `${step} ${inner.split}`;
    const first = (this.passed[key] ??= inner.flow);
    return first !== inner.flow;
  }

  private begin(token: Token): void {
    const { kind } = this.stepOf(token);
    if (kind === 'END') this.finish(token, {});
    else if (kind === 'START' || kind === 'GATEWAY') {
      this.finish(token, {});
      this.leave(token);
    } else this.entered.push(token);
  }

  private leave(token: Token): void {
    const flows = this.chosen(token);
    if (!flows) return;
    if (flows.length === 0) return this.stop(token, 'NO_NEXT_STEP', `No flow out of ${token.step} holds.`);
    if (this.seq > MAX_VISITS) return this.stop(token, 'TOO_MANY_VISITS', `The process has made ${MAX_VISITS} steps.`);
    flows.forEach((flow, index) => {
      const branches = flows.length > 1 ? [...token.branches, { split: token.id, flow: index }] : token.branches;
      this.enter(flow.to, { parents: [token.id], branches, via: token.step });
    });
  }

  private stop(token: Token, code: Trouble['code'], message: string): void {
    this.set(token, { status: 'STUCK' });
    this.troubles.push({ token, code, message });
  }

  /** The flows that a token takes; undefined when a guard takes so long that nobody can tell, which stops it there. */
  private chosen(token: Token): FlowDefinition[] | undefined {
    try {
      return this.choose(this.stepOf(token));
    } catch (error) {
      if (!(error instanceof RuleTooCostly)) throw error;
      return void this.stop(token, 'RULE_TOO_COSTLY', `A guard behind ${token.step}: ${error.userErrors[0]!.message}`);
    }
  }

  /** The flows that a token takes: for a choice the first that holds, for a parallel split all that hold, else the default. */
  private choose({ code, split }: StepDefinition): FlowDefinition[] {
    const out = this.process.out.get(code) ?? [];
    const values = out.some(({ condition }) => condition !== null) ? this.scope : {};
    const holds = ({ condition }: FlowDefinition) => condition === null || ruleHolds(condition, values);
    const usual = out.filter(({ isDefault }) => !isDefault);
    const taken = split === 'EXCLUSIVE' ? usual.filter(holds).slice(0, 1) : usual.filter(holds);
    return taken.length > 0 ? taken : out.filter(({ isDefault }) => isDefault);
  }

  /**
   * A join that may go on: every flow has brought a token, or nothing that still stands can reach it any more. When only joins are
   * left that wait for each other, the one that was reached first goes on.
   */
  private readyJoin(): Token[] | undefined {
    const live = this.live;
    const waiting = Map.groupBy(
      live.filter(({ status }) => status === 'JOINING'),
      ({ step }) => step,
    );
    if (waiting.size === 0) return undefined;
    const reaches = (from: string, to: string) => this.process.reach.get(from)?.has(to) ?? false;
    for (const [step, tokens] of waiting) {
      const perFlow = this.firstOfEachFlow(tokens);
      if (perFlow.length >= this.process.into.get(step)!.length) return perFlow;
      const others = live.filter((token) => token.step !== step || token.status !== 'JOINING');
      if (!others.some((token) => token.step === step || reaches(token.step, step))) return perFlow;
    }
    if (live.some(({ status }) => status !== 'JOINING')) return undefined;
    const first = live.reduce((a, b) => (a.seq < b.seq ? a : b));
    return this.firstOfEachFlow(waiting.get(first.step)!);
  }

  private firstOfEachFlow(tokens: readonly Token[]): Token[] {
    const inOrder = [...tokens].sort((a, b) => a.seq - b.seq);
    return [...Map.groupBy(inOrder, ({ via }) => via).values()].map(([first]) => first!);
  }

  private merge(tokens: readonly Token[]): void {
    const leftSeq = ++this.seq;
    for (const token of tokens) this.set(token, { status: 'MERGED', leftSeq });
    const [first, ...rest] = tokens;
    const common = rest.reduce((branches, token) => sharedBranches(branches, token.branches), first!.branches);
    const via = rest.length === 0 ? first!.via : null;
    this.make(first!.step, { parents: tokens.map(({ id }) => id), branches: common, via });
  }
}

function sharedBranches(one: readonly Branch[], other: readonly Branch[]): Branch[] {
  const until = one.findIndex(
    (branch, index) => branch.split !== other[index]?.split || branch.flow !== other[index].flow,
  );
  return until < 0 ? [...one] : one.slice(0, until);
}
