import { z } from 'zod';
import type { EventKind, EventScope } from './event.js';
import type { Node } from '../model/noun.js';

/**
 * What the business events of the product are, by name, with the type of their data. Each domain merges its own into it:
 *
 *     export const orderingEvents = defineEventTypes({ 'order.cancelled': fact('Order', 'The order …', { orderNo: text('…') }) });
 *     declare module '../../kernel/events/event-type.js' { interface EventTypes extends DataOf<typeof orderingEvents> {} }
 *
 * `Transaction.record` takes nothing else, so an event that is not declared, or whose data differ, does not compile.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the domains
export interface EventTypes {}

/** Declaration of an event type. */
export interface EventType<Shape extends z.ZodRawShape = z.ZodRawShape> {
  kind: EventKind;
  /** Names of the nouns that it happens to. */
  subjects: readonly string[];
  /** What has happened when it is told, for integrators. */
  description: string;
  /** Its data: JSON, ids opaque, money as text. */
  data: z.ZodObject<Shape>;
}

/** The data of event types by name, as {@link EventTypes} takes them. */
export type DataOf<Types extends Record<string, EventType>> = { [Name in keyof Types]: z.input<Types[Name]['data']> };

/** Name of a declared event type. */
export type EventTypeName = keyof EventTypes & string;

type Data<Payload> = Record<never, never> extends Payload ? { data?: Payload } : { data: Payload };

/** An event of a declared type, with the data that the type asks for. */
export type TypedEvent<Name extends EventTypeName = EventTypeName> = EventScope & {
  kind: EventKind;
  type: Name;
  subject: Node;
  /** States before and after, for STATE_CHANGE; null before the first. */
  from?: string | null;
  to?: string | null;
  /** The action that caused it, such as `submit`. */
  action?: string;
  /** Why, in the caller's words. */
  reason?: string | null;
} & Data<EventTypes[Name]>;

const known = new Map<string, EventType>();

/** Declares event types; refuses a name that is taken or is no CloudEvents type of at least two words. */
export function defineEventTypes<const Types extends Record<string, EventType>>(types: Types): Types {
  for (const [name, type] of Object.entries(types)) addEventType(name, type);
  return types;
}

/** Declares one event type whose name is made at start, such as that of a life cycle. */
export function addEventType(name: string, type: EventType): void {
  if (!/^[a-z][A-Za-z-]*(\.[a-z][A-Za-z-]*)+$/.test(name)) throw new Error(`"${name}" is no name of an event type.`);
  if (known.has(name)) throw new Error(`The event type ${name} is declared twice.`);
  known.set(name, type);
}

/** The declaration of an event type, or undefined when there is none. */
export const eventTypeOf = (name: string): EventType | undefined => known.get(name);

/** All declared event types, by name. */
export const allEventTypes = (): [name: string, type: EventType][] => [...known].sort(([a], [b]) => (a < b ? -1 : 1));

const declare =
  (kind: EventKind) =>
  <Shape extends z.ZodRawShape = Record<never, never>>(
    subjects: string | readonly string[],
    description: string,
    data: Shape = {} as Shape,
  ): EventType<Shape> => ({ kind, subjects: [subjects].flat(), description, data: z.strictObject(data) });

/** Declares a business fact of the given subjects. */
export const fact = declare('BUSINESS_FACT');
/** Declares a change of a record's fields. */
export const recordChange = declare('RECORD_CHANGE');
/** Declares a change of state that no life cycle takes; those of life cycles are declared with them. */
export const stateChange = declare('STATE_CHANGE');

/** A text. */
export const text = (description: string) => z.string().describe(description);
/** An opaque id. */
export const opaqueId = (description: string) => z.string().describe(description).meta({ format: 'id' });
/** A moment in UTC, ISO 8601. */
export const moment = (description: string) => z.string().describe(description).meta({ format: 'date-time' });
/** An amount or another exact number, as decimal text. */
export const decimal = (description: string) => z.string().describe(description).meta({ format: 'decimal' });
/** A whole number. */
export const whole = (description: string) => z.int().describe(description);
/** Yes or no. */
export const flag = (description: string) => z.boolean().describe(description);
/** Several texts. */
export const texts = (description: string) => z.array(z.string()).describe(description);
/** A value of an enum of the graph. */
export const oneOf = <E extends Record<string, string>>(values: E, description: string) =>
  z.enum(values).describe(description);
/** Any JSON value. */
export const anything = (description: string) => z.json().or(z.unknown()).describe(description);

/** Fields that changed, each with the value before and after. */
export const fieldChanges = () =>
  z
    .array(z.object({ field: z.string(), old: z.unknown(), new: z.unknown() }))
    .describe(
      'Fields that changed, with the value before (`old`) and after (`new`), masked where a policy hides them.',
    );

/** Who allowed what somebody had proposed (WFL-28): what an event tells of it beside its own data. */
export const allowed = {
  approvalNo: text('Number of the approval that allowed it; absent when none was needed.').nullish(),
  proposedBy: text('Who proposed it, when somebody else approved it.').nullish(),
};
