import { createSourceEventStream, type ExecutionResult, type GraphQLSchema } from 'graphql';
import {
  decodeCursor,
  type EventFeed,
  EventWatch,
  type HistoryEvent,
  LiveValue,
  type WatchedEvents,
} from '../../kernel/events/index.js';
import { codedError } from '../../kernel/errors/coded-error.js';
import { EventStream, type StartAfter } from './event-stream.js';
import { Frame } from './frame.js';
import { LiveStream } from './live-stream.js';
import { OwnStream } from './own-stream.js';
import type { PreparedOperation } from './prepared-documents.js';
import { Subscriber, type Sink } from './subscriber.js';

/** With whom a subscriber may share: all whose rights are the same. */
export interface AccessScope<Ctx> {
  /** The same for the same rights, and for nothing else. */
  key: string;
  /** The context of shared executions: the rights, without the person. */
  context: Ctx;
}

/** What the subscriptions of a server are made of. */
export interface SubscriptionParts<Ctx> {
  schema: GraphQLSchema;
  /** The rights of a caller; without it nothing is shared. */
  scope?:
    ((context: Ctx, prepared: Pick<PreparedOperation, 'operation' | 'fragments'>) => AccessScope<Ctx>) | undefined;
  /** Executes a subscription for one value of its source; the answer is JSON text and never fails. */
  execute: (request: SubscriptionOperation, context: Ctx, value: unknown, cursor?: string) => Promise<string>;
}

/** What a client asks to be subscribed to. */
export interface SubscriptionOperation {
  prepared: PreparedOperation;
  variables: Readonly<Record<string, unknown>>;
}

/** Settings of one subscription. */
export interface Subscribing<Ctx> extends SubscriptionOperation {
  context: Ctx;
  sink: Sink;
  /** Cursor of the last event received, where the transport knows it better than the operation does. */
  lastEventId?: string | undefined;
}

/** A running subscription. */
export interface OpenSubscription<Ctx> {
  readonly subscriber: Subscriber;
  /**
   * Goes on with the present rights of the caller, after the last event received: without effect when they are the same.
   * It ends with an error when the caller may no longer subscribe.
   */
  renew(context: Ctx): Promise<void>;
}

type Watched =
  { events: WatchedEvents; feed: EventFeed } | { live: LiveValue<unknown> } | { own: AsyncIterable<unknown> };
type Answer = Watched | { errors: ExecutionResult };

/** How long the answer to "may they, and from where" is taken for others with the same rights, in milliseconds. */
const SAME_ANSWER_MS = 1_000;
const MAX_ANSWERS = 2_000;

/** The subscriptions of this process: those with the same operation, variables and rights share a stream. */
export class Subscriptions<Ctx extends object> {
  private readonly events = new Map<string, EventStream>();
  private readonly lives = new Map<string, LiveStream>();
  private readonly answers = new Map<string, { answer: Promise<Answer>; at: number }>();

  constructor(private readonly parts: SubscriptionParts<Ctx>) {}

  /** Subscribes; or says why not, as the result of the operation. */
  async open(request: Subscribing<Ctx>): Promise<OpenSubscription<Ctx> | { errors: ExecutionResult }> {
    const subscriber = new Subscriber(request.sink);
    const scope = this.parts.scope?.(request.context, request.prepared);
    const answer = await this.answer(request, scope);
    if ('errors' in answer) return answer;
    this.join(request, scope, answer, subscriber, startAfter(answer, request.lastEventId));
    return { subscriber, renew: this.renewal(request, subscriber, scope) };
  }

  /** Streams that are shared now, for measurements. */
  get streams(): number {
    return this.events.size + this.lives.size;
  }

  /** Lets go of what is held for clients that reconnect. */
  forgetOld(now = Date.now()): void {
    for (const stream of this.events.values()) stream.forgetOld(now);
    for (const [key, { at }] of this.answers) if (now - at > SAME_ANSWER_MS) this.answers.delete(key);
  }

  private renewal(request: Subscribing<Ctx>, subscriber: Subscriber, first: AccessScope<Ctx> | undefined) {
    let key = first?.key;
    // The first context is not needed any more, and there are many subscribers.
    const { prepared, variables, sink } = request;
    return async (context: Ctx): Promise<void> => {
      const scope = this.parts.scope?.(context, prepared);
      if (scope?.key === key || subscriber.ended) return;
      key = scope?.key;
      // What still comes with the rights of before is not for this subscriber.
      const { seen } = subscriber;
      subscriber.receiveFrom(undefined);
      const operation = { prepared, variables, context, sink };
      const answer = await this.answer(operation, scope);
      if (subscriber.ended) return;
      if ('errors' in answer) return subscriber.end(answer.errors.errors![0]);
      if ('own' in answer)
        return subscriber.end(codedError('FORBIDDEN', 'The rights of the caller have changed; subscribe again.'));
      this.join(operation, scope, answer, subscriber, 'events' in answer ? answer.feed.after(seen) : undefined);
    };
  }

  private join(
    request: SubscriptionOperation & { context: Ctx },
    scope: AccessScope<Ctx> | undefined,
    answer: Watched,
    subscriber: Subscriber,
    after?: StartAfter,
  ): void {
    const { execute } = this.parts;
    const context = scope?.context ?? request.context;
    const { prepared, variables } = request;
    const operation = { prepared, variables };
    if ('own' in answer)
      return new OwnStream(answer.own, (value) => execute(operation, request.context, value)).join(subscriber);
    const key = groupKey(request, scope?.key);
    if ('live' in answer) {
      const make = (onEmpty: () => void) =>
        new LiveStream({ value: answer.live, execute: (value) => execute(operation, context, value), onEmpty });
      return shared(this.lives, key, make).join(subscriber);
    }
    const run = async (event: HistoryEvent) =>
      new Frame(await execute(operation, context, event, event.cursor), event.position, event.cursor);
    const make = (onEmpty: () => void) =>
      new EventStream({ feed: answer.feed, interest: answer.events.interest, execute: run, onEmpty });
    shared(this.events, key, make).join(subscriber, after);
  }

  /** Asks the operation's own code whether the caller may subscribe, and to what; once for many who ask at the same time. */
  private answer(
    request: SubscriptionOperation & { context: Ctx },
    scope: AccessScope<Ctx> | undefined,
  ): Promise<Answer> {
    if (!scope) return this.ask(request, request.context);
    const after = request.prepared.afterVariable;
    const key = `${groupKey(request, scope.key)}\u0000${after ? String(request.variables[after]) : ''}`;
    const now = Date.now();
    const found = this.answers.get(key);
    if (found && now - found.at < SAME_ANSWER_MS) return found.answer;
    if (this.answers.size >= MAX_ANSWERS) this.answers.clear();
    const answer = this.ask(request, scope.context);
    this.answers.set(key, { answer, at: now });
    return answer;
  }

  private async ask({ prepared, variables }: SubscriptionOperation, context: Ctx): Promise<Answer> {
    const source = await createSourceEventStream({
      schema: this.parts.schema,
      document: prepared.document,
      operationName: prepared.operation.name?.value,
      variableValues: variables,
      contextValue: context,
    });
    if (!(Symbol.asyncIterator in source)) return { errors: source };
    const shareable = this.parts.scope !== undefined;
    if (shareable && source instanceof LiveValue) return { live: source };
    if (shareable && source instanceof EventWatch) return { events: source.takeOver(), feed: source.feed };
    return { own: source };
  }
}

function startAfter(answer: Watched, lastEventId: string | undefined): StartAfter | undefined {
  if (!('events' in answer)) return undefined;
  if (lastEventId) return { cursor: lastEventId, position: decodeCursor(lastEventId) };
  const { cursor, position } = answer.events;
  return cursor === undefined ? undefined : { cursor, position };
}

/** Names what is shared. Where to go on from is each subscriber's own affair. */
function groupKey({ prepared, variables }: SubscriptionOperation, scope: string | undefined): string {
  const declared = prepared.operation.variableDefinitions ?? [];
  const values = declared.map(({ variable }) =>
    variable.name.value === prepared.afterVariable
      ? null
      : (variables[variable.name.value] ?? absence(variables, variable.name.value)),
  );
  return `${prepared.id} ${scope ?? ''} ${JSON.stringify(values)}`;
}

/** A variable that is null differs from one that is not given and takes its default. */
function absence(variables: Readonly<Record<string, unknown>>, name: string): unknown {
  return name in variables ? null : { absent: true };
}

function shared<T>(streams: Map<string, T>, key: string, make: (onEmpty: () => void) => T): T {
  const found = streams.get(key);
  if (found) return found;
  const made = make(() => {
    if (streams.get(key) === made) streams.delete(key);
  });
  streams.set(key, made);
  return made;
}
