import { Node, Noun, One, Text, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { Catalogue } from './catalogue.js';

@UniqueTogether(['channel'], 'validity_to is null')
@Noun({
  tag: 'kh',
  description: 'The catalogue that a sales channel sells from, for a time; one at a time (PRD-116).',
})
export class ChannelCatalogue extends Node {
  @Text({
    description: 'Code of the sales channel, such as `OWN_HALL`, or of the partner that is one.',
    max: 60,
    access: 'btree',
  })
  channel!: string;

  @One(() => Catalogue, {
    description: 'The catalogue.',
    inverse: 'channels',
    inverseDescription: 'Channels that sell or sold from the catalogue (PRD-116).',
  })
  catalogue!: Catalogue;

  @Value(() => TimePeriod, { description: 'Since when, and until when, the channel sells from it.' })
  validity!: TimePeriod;

  @Text({ description: 'Who decided it.', max: 100, access: 'slow' })
  setBy!: string;
}
