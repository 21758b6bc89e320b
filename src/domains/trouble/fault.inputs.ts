import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { FaultTicket, NoFaultReason } from './fault-ticket.js';

@Input('Confirmation of a fault, or the finding that it is none of the network (TRB-36).')
export class FaultConfirmInput {
  @IdInput(() => FaultTicket, {
    description: 'The fault, CLASSIFIED, or CONFIRMING when `noFaultReason` is given; otherwise INVALID_TRANSITION.',
  })
  ticketId!: string;

  @EnumInput(() => NoFaultReason, {
    description:
      'Why it is no fault of the network; the ticket is then resolved without dispatch. When absent, a suspension of the product instance is found automatically.',
    optional: true,
  })
  noFaultReason?: NoFaultReason | null;

  @TextInput({
    description: 'What the customer will be told; REQUIRED with the reason OTHER.',
    optional: true,
    max: 2000,
  })
  resolution?: string | null;
}

@Input('Progress that the network side reports (TRB-38).')
export class FaultProgressInput {
  @IdInput(() => FaultTicket, { description: 'The fault, DISPATCHED or IN_PROCESS; otherwise INVALID_TRANSITION.' })
  ticketId!: string;

  @TextInput({ description: 'What happens, for the history.', optional: true, max: 1000 })
  note?: string | null;

  @TextInput({
    description: 'Reference of the fault at the network side; DUPLICATE when another fault has it.',
    optional: true,
    max: 80,
  })
  ossReference?: string | null;
}

@Input('Receipt of the network side (TRB-43).')
export class FaultRepairedInput {
  @IdInput(() => FaultTicket, { description: 'The fault, IN_PROCESS; otherwise INVALID_TRANSITION.' })
  ticketId!: string;

  @BoolInput({
    description: 'Whether it is repaired; true when absent. False keeps it IN_PROCESS, and it may be dispatched again.',
    optional: true,
  })
  repaired?: boolean | null;

  @TextInput({ description: 'Cause.', optional: true, max: 1000 })
  cause?: string | null;

  @TextInput({ description: 'Measures taken.', optional: true, max: 1000 })
  measures?: string | null;

  @InstantInput({
    description: 'When it was repaired; now when absent. IN_FUTURE when that is still to come.',
    optional: true,
  })
  repairedAt?: string | null;
}

@Input('Faults that turn out to be part of a mass fault (TRB-39).')
export class MassFaultLinkInput {
  @IdInput(() => FaultTicket, {
    description: 'The mass fault; NOT_A_MASS_FAULT when it is none, INVALID_STATE when it is repaired already.',
  })
  massFaultId!: string;

  @TextListInput({
    description:
      'Ids of 1 to 200 faults; LINKED_ALREADY for those of another mass fault, INVALID_STATE for those repaired already.',
    max: 200,
  })
  ticketIds!: string[];
}
