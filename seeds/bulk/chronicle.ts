import type { Lifecycle } from '../../src/kernel/lifecycle/lifecycle.js';
import type { Node } from '../../src/kernel/model/noun.js';
import type { Class } from '../../src/kernel/model/registry.js';
import type { EventKind } from '../../src/kernel/events/index.js';
import type { Actor, PastEvent } from './history.js';

/** When something happened, who did it, and what is to say about it. */
export interface Occasion {
  at: Date;
  actor: Actor;
  reason?: string | null;
  data?: Record<string, unknown>;
  /** Whether the data tell of bills, payments, the balance or the consumption of the customer (CUS-03). */
  figures?: boolean;
}

/** A step of a life cycle that was taken. */
export interface Step<Action extends string> extends Occasion {
  action: Action;
}

/** Whose history it is. */
export interface ChronicleScope {
  customerId: string;
  regionId: string;
  /** Id that stands for the request behind all of it. */
  correlationId: string;
  /** When it is written into the history; each event when it happened, if absent. */
  writtenAt?: Date;
  /** Whether an event is kept; old ones may have been cleared away. Every one, if absent. */
  keeps?: (noun: Class, at: Date) => boolean;
}

/** The past of one customer: everything that happened to it and to what belongs to it, with the rules of the life cycles kept. */
export class Chronicle {
  private readonly events: PastEvent[] = [];

  constructor(private readonly scope: ChronicleScope) {}

  /**
   * Takes a new object through its life cycle.
   * @returns the state that it is in at last
   * @throws when the life cycle does not allow a step: what is written in bulk obeys the same rules as what people do
   */
  life<N extends Node, State extends string, Action extends string>(
    lifecycle: Lifecycle<N, State, Action>,
    noun: Class,
    subjectId: string,
    created: Occasion,
    steps: readonly Step<Action>[] = [],
  ): State {
    const { name, initial, transitions } = lifecycle.definition;
    const type = `${name}.status.changed`;
    let state = initial;
    this.add('STATE_CHANGE', type, noun, subjectId, created, { from: null, to: initial, action: 'create' });
    for (const step of steps) {
      const from = state;
      const transition = transitions.find((each) => each.action === step.action && each.from.includes(from));
      if (!transition) throw new Error(`The life cycle ${name} does not allow "${step.action}" in state ${from}.`);
      state = transition.to;
      this.add('STATE_CHANGE', type, noun, subjectId, step, { from, to: state, action: step.action });
    }
    return state;
  }

  /** A business event that is no change of state. */
  fact(type: string, noun: Class, subjectId: string, occasion: Occasion, action: string | null = null): void {
    this.add('BUSINESS_FACT', type, noun, subjectId, occasion, { action });
  }

  /** A change of a record's fields. */
  change(type: string, noun: Class, subjectId: string, occasion: Occasion): void {
    this.add('RECORD_CHANGE', type, noun, subjectId, occasion, {});
  }

  /** All events in the order in which they happened; `id` makes the key of each from its number, from 0. */
  finish(id: (row: number) => string): PastEvent[] {
    // Sorting is stable: of events at one moment the one that was told first comes first.
    this.events.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const [row, event] of this.events.entries()) event.id = id(row);
    return this.events;
  }

  private add(
    kind: EventKind,
    type: string,
    noun: Class,
    subjectId: string,
    { at, actor, reason = null, data, figures }: Occasion,
    { from = null, to = null, action = null }: Pick<PastEvent, 'from' | 'to' | 'action'>,
  ): void {
    const { customerId, regionId, correlationId, writtenAt, keeps } = this.scope;
    if (keeps && !keeps(noun, at)) return;
    const what = { kind, type, noun, subjectId, from, to, action };
    const figuresOf = figures ? customerId : null;
    this.events.push({
      ...{ id: '', ...what, customerId, regionId, figuresOf },
      ...{ correlationId, writtenAt, at, actor, reason, data },
    });
  }
}
