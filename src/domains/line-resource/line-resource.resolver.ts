import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { AddressLookupInput, LineLookupInput, LineWiringInput, NumberSyncStartInput } from './line-lookup.input.js';
import { NetworkLine, StandardAddress, WiringStretch } from './line-lookup.js';
import { lookUpAddresses, lookUpLines, lookUpWiring } from './look-up.js';
import { startSync } from './number-sync.service.js';
import { NumberSync } from './number-sync.js';

@ObjectType({ description: 'Answer of mutations about one comparison of numbers.' })
export class NumberSyncPayload extends Payload {
  @Field(() => NumberSync, { nullable: true, description: 'The comparison; null when it was refused.' })
  numberSync?: NumberSync;
}

@Resolver()
export class LineResourceResolver {
  @Query(() => [NetworkLine], {
    description:
      'Lines at the outside line and number subsystem, at most 50; for staff. Fails with FORBIDDEN, BAD_USER_INPUT or OUTSIDE_UNAVAILABLE (RES-52).',
  })
  lineLookup(
    @Arg('input', () => LineLookupInput, { description: 'Which lines.' }) input: LineLookupInput,
    @Ctx() context: CallContext,
  ): Promise<NetworkLine[]> {
    return lookUpLines(context, input);
  }

  @Query(() => [StandardAddress], {
    description:
      'Standard addresses of the outside subsystem to choose from, such as for the place of an installation. Fails with BAD_USER_INPUT or OUTSIDE_UNAVAILABLE (RES-52, ORD-25).',
  })
  addressLookup(
    @Arg('input', () => AddressLookupInput, { description: 'Which addresses.' }) input: AddressLookupInput,
    @Ctx() context: CallContext,
  ): Promise<StandardAddress[]> {
    return lookUpAddresses(context, input);
  }

  @Query(() => [WiringStretch], {
    description:
      'How a line runs, from the exchange to the customer; for staff. Fails with FORBIDDEN, NOT_FOUND or OUTSIDE_UNAVAILABLE (RES-52).',
  })
  lineWiring(
    @Arg('input', () => LineWiringInput, { description: 'The line.' }) input: LineWiringInput,
    @Ctx() context: CallContext,
  ): Promise<WiringStretch[]> {
    return lookUpWiring(context, input);
  }

  @Mutation(() => NumberSyncPayload, {
    description:
      'Starts to compare the numbers of a type with the outside subsystem: new free ones are taken into stock, exchange and level follow, contradictions are noted. Refused with NOT_FOUND, CONTRADICTORY, CLOSED or RUNNING (RES-52).',
  })
  numberSyncStart(
    @Arg('input', () => NumberSyncStartInput, { description: 'Type and holder.' }) input: NumberSyncStartInput,
    @Ctx() context: CallContext,
  ): Promise<NumberSyncPayload> {
    return answer(NumberSyncPayload, async () => ({ numberSync: await startSync(context, input) }));
  }
}
