import { EnumInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { CollaborationResult } from './collaboration-system-dispatch.js';

@Input('What another system replies to what it was asked (OPS-42).')
export class CollaborationSystemReplyInput {
  @TextInput({ description: 'The message with which it was asked: id of the dispatch.', max: 100 })
  messageId!: string;

  @TextInput({ description: 'Name of the system, for administrators who act in its place.', optional: true, max: 60 })
  system?: string | null;

  @TextInput({ description: 'Who handled it there.', max: 100 })
  handler!: string;

  @EnumInput(() => CollaborationResult, { description: 'How it came out.' })
  result!: CollaborationResult;

  @TextInput({ description: 'The reply in full.', max: 4000 })
  reply!: string;

  @InstantInput({
    description: 'When it was replied, by the clock of the system, not in the future; now when absent.',
    optional: true,
  })
  repliedAt?: string | null;
}

@Input('What another system asks of a unit (OPS-43).')
export class CollaborationOrderReceiveInput {
  @TextInput({ description: 'Id of the message, unique for the system; sending it again changes nothing.', max: 100 })
  messageId!: string;

  @TextInput({ description: 'Name of the system, for administrators who act in its place.', optional: true, max: 60 })
  system?: string | null;

  @TextInput({ description: 'Code of the unit that is asked.', max: 60 })
  organizationCode!: string;

  @TextInput({ description: 'Who asks, in the words of the system, such as a unit there.', max: 200 })
  requester!: string;

  @TextInput({ description: 'The event that calls for it.' })
  event!: string;

  @TextInput({ description: 'What is asked, in full.', max: 4000 })
  detail!: string;

  @InstantInput({ description: 'When the system sent it, not in the future; now when absent.', optional: true })
  sentAt?: string | null;

  @InstantInput({
    description: 'By when the reply is wanted; without a limit when absent. IN_THE_PAST when it is over.',
    optional: true,
  })
  dueAt?: string | null;
}
