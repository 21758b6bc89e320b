import type { z } from 'zod';
import { addEventType, stateChange } from '../events/event-type.js';
import { type InputPath, refuse } from '../errors/refusal.js';
import type { EventScope } from '../events/event.js';
import type { Transaction } from '../database/transaction.js';
import type { Node } from '../model/noun.js';
import type { CallerKind } from '../access/caller.js';

/** A step that a life cycle allows. */
export interface Transition<State extends string, Action extends string> {
  action: Action;
  from: readonly State[];
  to: State;
  /** Kinds of callers that may take it, besides ADMIN and SYSTEM. */
  who: readonly CallerKind[];
  /** Name of a guard in `guards` that must admit it. */
  guard?: string;
}

/** States and transitions of a noun as data; {@link defineLifecycle} checks them. */
export interface LifecycleDefinition<N extends Node, State extends string, Action extends string> {
  /** Name for events and errors, such as `order`; the event type becomes `<name>.status.changed`. */
  name: string;
  states: readonly State[];
  initial: State;
  final: readonly State[];
  read: (noun: N) => State;
  write: (noun: N, state: State) => void;
  /** Customer and region whose history the change belongs to. */
  scope: (noun: N) => EventScope;
  transitions: readonly Transition<State, Action>[];
  /** A guard answers why not, or undefined when the step may be taken. */
  guards?: Record<string, (noun: N, tx: Transaction) => Promise<string | undefined> | string | undefined>;
  /** Name of the noun, where it is not the name of the life cycle. */
  subject?: string;
  /** Data that its events may carry besides the states, each as it is declared for an event type. */
  data?: z.ZodRawShape;
}

export interface MoveOptions {
  reason?: string | null;
  data?: Record<string, unknown>;
  /** The field of the input that names the noun, for what refuses the step. */
  path?: InputPath;
}

export interface Lifecycle<N extends Node, State extends string, Action extends string> {
  readonly definition: LifecycleDefinition<N, State, Action>;
  /** Puts a new noun into the initial state and records it. */
  begin(tx: Transaction, noun: N, options?: MoveOptions): void;
  /** Takes a step; refuses with INVALID_TRANSITION, FORBIDDEN or GUARD_REFUSED, and then nothing is changed. */
  move(tx: Transaction, noun: N, action: Action, options?: MoveOptions): Promise<void>;
  /** Refuses like {@link move}, and takes no step. */
  admit(tx: Transaction, noun: N, action: Action, path?: InputPath): Promise<void>;
  /** Actions that the state allows, whoever asks. */
  actionsFrom(state: State): Action[];
}

/** Makes a life cycle from its definition; refuses one with unreachable states, dead ends, doubled steps or unknown guards. */
export function defineLifecycle<N extends Node, State extends string, Action extends string>(
  definition: LifecycleDefinition<N, State, Action>,
): Lifecycle<N, State, Action> {
  checkDefinition(definition);
  declareEvents(definition);
  const { name, read, write, scope, transitions } = definition;

  const enter = (tx: Transaction, noun: N, from: State | null, to: State, action: string, options: MoveOptions) => {
    write(noun, to);
    tx.recordAny({
      kind: 'STATE_CHANGE',
      type: `${name}.status.changed`,
      subject: noun,
      from,
      to,
      action,
      reason: options.reason ?? null,
      ...(options.data ? { data: options.data } : {}),
      ...scope(noun),
    });
  };

  const admitted = async (
    tx: Transaction,
    noun: N,
    action: Action,
    path: InputPath = [],
  ): Promise<Transition<State, Action>> => {
    const from = read(noun);
    const step = transitions.find((candidate) => candidate.action === action && candidate.from.includes(from));
    const allowed = transitions
      .filter((candidate) => candidate.from.includes(from))
      .map((candidate) => candidate.action);
    if (!step)
      return refuse('INVALID_TRANSITION', `"${action}" is not possible in state ${from}.`, path, {
        state: from,
        action,
        allowed,
      });
    const { kind } = tx.caller;
    if (kind !== 'ADMIN' && kind !== 'SYSTEM' && !step.who.includes(kind)) {
      return refuse('FORBIDDEN', `Callers of kind ${kind} may not take the step "${action}".`, path, { action });
    }
    const objection = step.guard ? await definition.guards![step.guard]!(noun, tx) : undefined;
    if (objection !== undefined)
      return refuse('GUARD_REFUSED', objection, path, { state: from, action, guard: step.guard });
    return step;
  };

  return {
    definition,
    begin: (tx, noun, options = {}) => enter(tx, noun, null, definition.initial, 'create', options),
    actionsFrom: (state) => transitions.filter((step) => step.from.includes(state)).map((step) => step.action),
    admit: async (tx, noun, action, path) => void (await admitted(tx, noun, action, path)),
    async move(tx, noun, action, options = {}) {
      const { to } = await admitted(tx, noun, action, options.path);
      enter(tx, noun, read(noun), to, action, options);
    },
  };
}

/** Its changes of state are an event type; which data one carries depends on the step, so each may be absent. */
function declareEvents<N extends Node, State extends string, Action extends string>({
  name,
  subject = name.charAt(0).toUpperCase() + name.slice(1),
  states,
  data = {},
}: LifecycleDefinition<N, State, Action>): void {
  const type = stateChange(subject, `${subject} took a step between its states: ${states.join(', ')}.`, data);
  addEventType(`${name}.status.changed`, { ...type, data: type.data.partial() });
}

function checkDefinition<N extends Node, State extends string, Action extends string>(
  definition: LifecycleDefinition<N, State, Action>,
): void {
  const { name, states, initial, final, transitions, guards = {} } = definition;
  const reached = new Set<State>([initial]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const step of transitions) if (step.from.some((state) => reached.has(state))) reached.add(step.to);
  }
  const seen = new Set<string>();
  for (const step of transitions) {
    if (step.guard && !(step.guard in guards))
      throw new Error(`Life cycle ${name}: guard "${step.guard}" is not defined.`);
    for (const from of step.from) {
      if (final.includes(from)) throw new Error(`Life cycle ${name}: "${step.action}" leaves the final state ${from}.`);
      if (seen.has(`${from} ${step.action}`))
        throw new Error(`Life cycle ${name}: "${step.action}" is declared twice from ${from}.`);
      seen.add(`${from} ${step.action}`);
    }
  }
  for (const state of states) {
    if (!reached.has(state)) throw new Error(`Life cycle ${name}: state ${state} cannot be reached.`);
    if (!final.includes(state) && !transitions.some((step) => step.from.includes(state)))
      throw new Error(`Life cycle ${name}: state ${state} is a dead end.`);
  }
}
