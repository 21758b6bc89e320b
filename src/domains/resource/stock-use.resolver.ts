import { Arg, Ctx, Field, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { auditCards } from './card-audit.service.js';
import { CardAudit } from './card-audit.js';
import { reserveInARow } from './consecutive-numbers.service.js';
import { GiftIssue } from './gift-issue.js';
import { issueGift } from './gift.service.js';
import { closeStockHolder, saveOperatingResource } from './holder-close.service.js';
import { NumberLevelRule } from './number-level-rule.js';
import { askStartLevel, saveLevelRule } from './number-level.service.js';
import { createSegment } from './number-segment.service.js';
import { NumberSegment } from './number-segment.js';
import { NumberChoice } from './number-choice.js';
import { numberChoices } from './number-choice.service.js';
import {
  NumberChoicesInput,
  NumberLevelRuleSaveInput,
  NumberSegmentCreateInput,
  NumbersReserveInput,
  NumberStartLevelInput,
} from './number.input.js';
import { OperatingResource } from './operating-resource.js';
import { Reservation } from './reservation.js';
import { StockHolderPayload } from './resource.resolver.js';
import {
  CardAuditInput,
  GiftIssueInput,
  OperatingResourceSaveInput,
  StockHolderCloseInput,
} from './stock-use.input.js';

@ObjectType({ description: 'Answer of mutations about one rule about levels of numbers.' })
export class NumberLevelRulePayload extends Payload {
  @Field(() => NumberLevelRule, { nullable: true, description: 'The rule; null when it was refused.' })
  numberLevelRule?: NumberLevelRule;
}

@ObjectType({ description: 'Answer of mutations about one range of numbers.' })
export class NumberSegmentPayload extends Payload {
  @Field(() => NumberSegment, { nullable: true, description: 'The range; null when it was refused.' })
  numberSegment?: NumberSegment;
}

@ObjectType({ description: 'Answer of mutations about several reservations.' })
export class ReservationsPayload extends Payload {
  @Field(() => [Reservation], { nullable: true, description: 'The reservations, by number; null when it was refused.' })
  reservations?: Reservation[];
}

@ObjectType({ description: 'Answer of mutations about one gift.' })
export class GiftIssuePayload extends Payload {
  @Field(() => GiftIssue, { nullable: true, description: 'The gift; null when it was refused.' })
  giftIssue?: GiftIssue;
}

@ObjectType({ description: 'Answer of mutations about one audit of cards.' })
export class CardAuditPayload extends Payload {
  @Field(() => CardAudit, { nullable: true, description: 'The audit; null when it was refused.' })
  cardAudit?: CardAudit;
}

@ObjectType({ description: 'Answer of mutations about one strategic resource.' })
export class OperatingResourcePayload extends Payload {
  @Field(() => OperatingResource, { nullable: true, description: 'The resource; null when it was refused.' })
  operatingResource?: OperatingResource;
}

@Resolver()
export class StockUseResolver {
  @Query(() => Int, {
    description:
      'Best level from which someone may choose numbers of a type, 1 to 5. Fails with FORBIDDEN or NOT_FOUND (RES-38).',
  })
  numberStartLevel(
    @Arg('input', () => NumberStartLevelInput, { description: 'For whom.' }) input: NumberStartLevelInput,
    @Ctx() context: CallContext,
  ): Promise<number> {
    return askStartLevel(context, input);
  }

  @Query(() => [NumberChoice], {
    description:
      'Free numbers to choose from: by exchange, head, tail and level, in their order or by chance. Fails with FORBIDDEN, NOT_FOUND or BAD_USER_INPUT (RES-37, RES-39).',
  })
  numberChoices(
    @Arg('input', () => NumberChoicesInput, { description: 'Which numbers.' }) input: NumberChoicesInput,
    @Ctx() context: CallContext,
  ): Promise<NumberChoice[]> {
    return numberChoices(context, input);
  }

  @Mutation(() => NumberLevelRulePayload, {
    description:
      'Says who may choose numbers of which level. Refused with NOT_MAINTAINER, NOT_FOUND, CONTRADICTORY, DUPLICATE, or the findings of the condition (RES-38).',
  })
  numberLevelRuleSave(
    @Arg('input', () => NumberLevelRuleSaveInput, { description: 'The rule.' }) input: NumberLevelRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<NumberLevelRulePayload> {
    return answer(NumberLevelRulePayload, async () => ({ numberLevelRule: await saveLevelRule(context, input) }));
  }

  @Mutation(() => NumberSegmentPayload, {
    description:
      'Keeps a range of numbers for one product. Refused with NOT_MAINTAINER, NOT_FOUND, BAD_VALUE, CONTRADICTORY or OVERLAPS (RES-41).',
  })
  numberSegmentCreate(
    @Arg('input', () => NumberSegmentCreateInput, { description: 'The range.' }) input: NumberSegmentCreateInput,
    @Ctx() context: CallContext,
  ): Promise<NumberSegmentPayload> {
    return answer(NumberSegmentPayload, async () => ({ numberSegment: await createSegment(context, input) }));
  }

  @Mutation(() => ReservationsPayload, {
    description:
      'Keeps numbers in a row for someone, all or none. Refused with NOT_FOUND, CLOSED, CONTRADICTORY, IN_PAST, TOO_LATE, LEVEL_TOO_GOOD or OUT_OF_STOCK (RES-40).',
  })
  numbersReserve(
    @Arg('input', () => NumbersReserveInput, { description: 'The numbers.' }) input: NumbersReserveInput,
    @Ctx() context: CallContext,
  ): Promise<ReservationsPayload> {
    return answer(ReservationsPayload, async () => ({ reservations: await reserveInARow(context, input) }));
  }

  @Mutation(() => GiftIssuePayload, {
    description:
      'Gives a gift from the stock. Refused with NOT_FOUND, CLOSED, CONTRADICTORY, DUPLICATE, NOT_OF_CUSTOMER, EXPIRED, INVALID_TRANSITION or OUT_OF_STOCK (RES-35, RES-48).',
  })
  giftIssue(
    @Arg('input', () => GiftIssueInput, { description: 'The gift.' }) input: GiftIssueInput,
    @Ctx() context: CallContext,
  ): Promise<GiftIssuePayload> {
    return answer(GiftIssuePayload, async () => ({ giftIssue: await issueGift(context, input) }));
  }

  @Mutation(() => CardAuditPayload, {
    description:
      'Audits cards over a period. Refused with NOT_FOUND, CLOSED, CONTRADICTORY, TOO_LATE or DUPLICATE (RES-23).',
  })
  cardAudit(
    @Arg('input', () => CardAuditInput, { description: 'The cards.' }) input: CardAuditInput,
    @Ctx() context: CallContext,
  ): Promise<CardAuditPayload> {
    return answer(CardAuditPayload, async () => ({ cardAudit: await auditCards(context, input) }));
  }

  @Mutation(() => StockHolderPayload, {
    description:
      'Closes a holder. Refused with NOT_FOUND, CLOSED, or HAS_STOCK with what is left by type and number (RES-49).',
  })
  stockHolderClose(
    @Arg('input', () => StockHolderCloseInput, { description: 'The holder.' }) input: StockHolderCloseInput,
    @Ctx() context: CallContext,
  ): Promise<StockHolderPayload> {
    return answer(StockHolderPayload, async () => ({ stockHolder: await closeStockHolder(context, input) }));
  }

  @Mutation(() => OperatingResourcePayload, {
    description:
      'Registers a strategic resource, or changes it. Refused with NOT_FOUND, DUPLICATE or CONTRADICTORY (RES-51).',
  })
  operatingResourceSave(
    @Arg('input', () => OperatingResourceSaveInput, { description: 'The resource.' }) input: OperatingResourceSaveInput,
    @Ctx() context: CallContext,
  ): Promise<OperatingResourcePayload> {
    return answer(OperatingResourcePayload, async () => ({
      operatingResource: await saveOperatingResource(context, input),
    }));
  }
}
