import {
  AnyIdInput,
  BoolInput,
  EnumInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { ProcessAlarmLevel } from '../process/index.js';
import { CollaborationDispatch, CollaborationOpinion } from './collaboration-dispatch.js';
import { CollaborationKind, CollaborationOrder } from './collaboration-order.js';

@Input('A new collaboration or supervision order; it is sent by `collaborationOrderDispatch` (OPS-37, OPS-38, OPS-54).')
export class CollaborationOrderCreateInput {
  @EnumInput(() => CollaborationKind, { description: 'What it is; a collaboration order when absent.', optional: true })
  kind?: CollaborationKind | null;

  @TextInput({ description: 'The event that calls for it.' })
  event!: string;

  @TextInput({ description: 'What is asked, in full.', max: 4000 })
  detail!: string;

  @IdInput(() => InternalOrganization, {
    description: "Unit that asks; the caller's own when absent. OUT_OF_SCOPE for a unit that is not theirs.",
    optional: true,
  })
  requesterId?: string | null;

  @AnyIdInput({ description: 'The work that it is about; NOT_FOUND when the caller may not see it.', optional: true })
  objectId?: string | null;

  @InstantInput({
    description: 'By when replies are wanted; REQUIRED of a supervision order, IN_THE_PAST when it is over.',
    optional: true,
  })
  dueAt?: string | null;

  @EnumInput(() => ProcessAlarmLevel, {
    description: 'How bad it is when a reply is late; `MINOR` when absent.',
    optional: true,
  })
  alarmLevel?: ProcessAlarmLevel | null;
}

@Input(
  'Sends an order to units and other systems, also again after a change: what they still have is replaced (OPS-39, OPS-46).',
)
export class CollaborationOrderDispatchInput {
  @IdInput(() => CollaborationOrder, { description: 'The order.' })
  orderId!: string;

  @IdListInput(() => InternalOrganization, {
    description: 'Units that are asked, at most 50, NOT_ACTIVE for a closed one; at least one unit or system is named.',
    max: 50,
    optional: true,
  })
  organizationIds?: string[] | null;

  @TextListInput({
    description: 'Names of other systems that are asked; UNKNOWN_SYSTEM for one that is not connected (OPS-41).',
    max: 20,
    maxText: 60,
    optional: true,
  })
  systems?: string[] | null;

  @TextInput({ description: 'New wording; as before when absent.', max: 4000, optional: true })
  detail?: string | null;

  @InstantInput({
    description:
      'New limit; as before when absent, with the time that was given since. IN_THE_PAST when it is over, REQUIRED when that of before is.',
    optional: true,
  })
  dueAt?: string | null;
}

@Input('Cancels an order; what was sent stays on record (OPS-47).')
export class CollaborationOrderCancelInput {
  @IdInput(() => CollaborationOrder, { description: 'The order.' })
  orderId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('Closes an order that has done its work (OPS-40).')
export class CollaborationOrderCloseInput {
  @IdInput(() => CollaborationOrder, { description: 'The order.' })
  orderId!: string;

  @TextInput({
    description: 'A word on the replies; REQUIRED, as why, before every unit has replied.',
    max: 500,
    optional: true,
  })
  reason?: string | null;
}

@Input('Takes on what a unit was asked (OPS-44).')
export class CollaborationAcceptInput {
  @IdInput(() => CollaborationDispatch, { description: 'The dispatch.' })
  dispatchId!: string;
}

@Input('Names who does what a unit was asked (OPS-44).')
export class CollaborationAssignInput {
  @IdInput(() => CollaborationDispatch, { description: 'The dispatch.' })
  dispatchId!: string;

  @IdInput(() => Employee, {
    description: 'Somebody who works in the unit or in one below it; WRONG_UNIT, NOT_ACTIVE otherwise.',
  })
  employeeId!: string;
}

@Input('The reply of a unit (OPS-40).')
export class CollaborationReplyInput {
  @IdInput(() => CollaborationDispatch, { description: 'The dispatch.' })
  dispatchId!: string;

  @TextInput({ description: 'The reply.', max: 4000 })
  reply!: string;

  @EnumInput(() => CollaborationOpinion, {
    description: 'Whether the unit agrees; REQUIRED where the order asks for it (OPS-52, OPS-53).',
    optional: true,
  })
  opinion?: CollaborationOpinion | null;
}

@Input('Urges a unit that is late (OPS-48).')
export class CollaborationUrgeInput {
  @IdInput(() => CollaborationDispatch, { description: 'The dispatch; NOT_OVERDUE while there is time.' })
  dispatchId!: string;
}

@Input('Asks for more time (OPS-49).')
export class CollaborationExtensionAskInput {
  @IdInput(() => CollaborationDispatch, {
    description:
      'The dispatch; NO_LIMIT when it has none, LIMIT_OF_SYSTEM when another system has set it for this unit.',
  })
  dispatchId!: string;

  @InstantInput({ description: 'The limit that is wanted; TOO_EARLY when it is not later than the present one.' })
  dueAt!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('Gives or refuses more time (OPS-49).')
export class CollaborationExtensionDecideInput {
  @IdInput(() => CollaborationDispatch, { description: 'The dispatch; NOT_ASKED when its unit asks for nothing.' })
  dispatchId!: string;

  @BoolInput({ description: 'Whether the limit becomes the one that was asked for.' })
  granted!: boolean;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
