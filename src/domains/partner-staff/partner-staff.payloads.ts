import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../kernel/errors/index.js';
import { Partner } from '../partner/index.js';
import { PartnerAnnouncement } from './partner-announcement.js';
import { PartnerOperator } from './partner-operator.js';
import { PartnerUnit } from './partner-unit.js';

@ObjectType({ description: 'Answer of mutations of what is open to a partner.' })
export class PartnerPermissionsPayload extends Payload {
  @Field(() => Partner, { nullable: true, description: 'The partner; null when it was refused.' })
  partner?: Partner;
}

@ObjectType({ description: 'Answer of mutations of a unit of a partner.' })
export class PartnerUnitPayload extends Payload {
  @Field(() => PartnerUnit, { nullable: true, description: 'The unit; null when it was refused.' })
  unit?: PartnerUnit;
}

@ObjectType({ description: 'Answer of mutations of an operator of a partner.' })
export class PartnerOperatorPayload extends Payload {
  @Field(() => PartnerOperator, { nullable: true, description: 'The operator; null when it was refused.' })
  operator?: PartnerOperator;
}

@ObjectType({ description: 'Answer of mutations of an announcement of a partner.' })
export class PartnerAnnouncementPayload extends Payload {
  @Field(() => PartnerAnnouncement, { nullable: true, description: 'The announcement; null when it was refused.' })
  announcement?: PartnerAnnouncement;
}
