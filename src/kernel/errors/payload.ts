import { Field, ObjectType } from 'type-graphql';
import { Refusal } from './refusal.js';
import { UserError } from './user-error.js';

/** What every mutation answers with besides its object. */
@ObjectType({ description: 'Common part of the answers of mutations.' })
export abstract class Payload {
  @Field(() => [UserError], { description: 'Why nothing was written; empty when the operation succeeded.' })
  userErrors: readonly UserError[] = [];
}

/**
 * Runs a business operation and wraps its result in a payload; an expected refusal becomes `userErrors`.
 * @example return answer(OrderPayload, async () => ({ order: await submitOrder(context, input) }));
 */
export async function answer<P extends Payload>(
  payload: new () => P,
  operation: () => Promise<Partial<P>>,
): Promise<P> {
  try {
    return Object.assign(new payload(), await operation());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Object.assign(new payload(), { userErrors: error.userErrors });
  }
}
