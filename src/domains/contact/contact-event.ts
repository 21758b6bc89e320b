import { EnumOf, Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Employee } from '../organisation/index.js';
import { Region } from '../region/index.js';
import { ContactDirection, ContactResult, ContactStatus } from './contact-enums.js';
import { ContactMode } from './contact-mode.js';
import { ContactType } from './contact-type.js';
import { InteractionPlatform } from './interaction-platform.js';

@UniqueTogether(['platform', 'externalId'])
@Noun({
  tag: 'xe',
  description:
    'A contact between a customer and the operator, over any channel (MOD-59, CON-67, TMF683 Party Interaction).',
})
export class ContactEvent extends Node {
  @Text({ description: 'Number that people name the contact by.', max: 40, access: 'unique' })
  contactNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'contactEvents',
    inverseDescription: 'Contacts with the customer, over all channels (CON-67).',
  })
  customer!: Customer;

  @One(() => Region, {
    description: 'Region of the contact: that of the customer when it took place.',
    inverse: 'contactEvents',
    inverseDescription: 'Contacts in exactly this region.',
  })
  region!: Region;

  @EnumOf(() => ContactDirection, { description: 'Who began it.' })
  direction!: ContactDirection;

  @One(() => ContactType, {
    description: 'What it is about.',
    inverse: 'contactEvents',
    inverseDescription: 'Contacts of exactly this type.',
  })
  type!: ContactType;

  @Text({
    description: 'Reason in particular, such as the fault type or the subject of a question.',
    nullable: true,
    access: 'slow',
  })
  reason?: string | null;

  @One(() => ContactMode, {
    description: 'How the people were in contact.',
    inverse: 'contactEvents',
    inverseDescription: 'Contacts held this way.',
  })
  mode!: ContactMode;

  @One(() => InteractionPlatform, {
    description: 'Platform over which it ran.',
    inverse: 'contactEvents',
    inverseDescription: 'Contacts that ran over this platform.',
  })
  platform!: InteractionPlatform;

  @EnumOf(() => ContactStatus, { description: 'State of the contact.', access: 'btree' })
  status!: ContactStatus;

  @Text({
    description: 'Person with whom the contact was held, when it was not the customer themselves.',
    nullable: true,
    max: 100,
  })
  contactPerson?: string | null;

  @Text({ description: 'What was said, asked or agreed.', max: 4000, access: 'slow' })
  content!: string;

  @EnumOf(() => ContactResult, {
    description: 'Whether it reached its purpose; null while it goes on.',
    nullable: true,
  })
  result?: ContactResult | null;

  @Text({ description: "The customer's feedback, in their words (CON-46).", nullable: true, max: 2000 })
  feedback?: string | null;

  @Instant({ description: 'When it began.', access: 'btree' })
  startedAt!: Date;

  @Instant({ description: 'When it ended; null while it goes on.', nullable: true, access: 'slow' })
  endedAt?: Date | null;

  @One(() => Employee, {
    description: 'The employee who held it; null for automatic contacts.',
    nullable: true,
    inverse: 'contactEvents',
    inverseDescription: 'Contacts that the employee held.',
  })
  employee?: Employee | null;

  @Text({
    description: 'Id of the contact at its platform; the same is recorded once per platform (CON-01).',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  externalId?: string | null;

  @One(() => ContactEvent, {
    description: 'The contact that this one follows.',
    nullable: true,
    inverse: 'followUps',
    inverseDescription: 'Contacts that followed this one.',
  })
  follows?: ContactEvent | null;
}
