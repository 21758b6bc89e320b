import { IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { PartnerAnnouncement } from './partner-announcement.js';
import { PartnerUnit } from './partner-unit.js';

@Input('A notice of a partner to its own operators.')
export class PartnerAnnouncementPublishInput {
  @TextInput({ description: 'Title.' })
  title!: string;

  @TextInput({ description: 'Text.', max: 8000 })
  body!: string;

  @IdInput(() => PartnerUnit, {
    description:
      'The unit it is for, with all below; left out for all operators of the partner. OUT_OF_SCOPE outside of your part.',
    optional: true,
  })
  unitId?: string | null;
}

@Input('A notice of a partner to take back.')
export class PartnerAnnouncementWithdrawInput {
  @IdInput(() => PartnerAnnouncement, { description: 'The announcement; OUT_OF_SCOPE outside of your part.' })
  announcementId!: string;
}
