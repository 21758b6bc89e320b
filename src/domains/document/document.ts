import { Property } from '@mikro-orm/decorators/legacy';
import { describeEnum, EnumOf, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';

export enum DocumentVisibility {
  UNIT = 'UNIT',
  STAFF = 'STAFF',
  PUBLIC = 'PUBLIC',
}

describeEnum(
  DocumentVisibility,
  'DocumentVisibility',
  'Who may read a document, besides those who see what it belongs to.',
  {
    UNIT: 'Who stored it, and the staff of its unit and of those above.',
    STAFF: 'All staff.',
    PUBLIC: 'Everybody who is signed in, customers and partners too.',
  },
);

@UniqueTogether(['previous'], 'previous_id is not null')
@Noun({
  tag: 'do',
  description:
    'An electronic file that is recorded and managed (MOD-55, TMF667 Document). It never changes: another version is another document. Its content is at `GET /documents/<id>`, for whoever sees the document.',
})
export class Document extends Node {
  @Text({ description: 'Name of the file, with its ending.', access: 'search' })
  name!: string;

  @Text({ description: 'Media type, such as `application/pdf`.', max: 120, access: 'slow', grouped: true })
  mediaType!: string;

  @Int({ description: 'Size in bytes.', access: 'slow' })
  size!: number;

  @Text({
    description: 'SHA-256 of the content, in hexadecimal digits; it is the `ETag` of the download too.',
    max: 64,
  })
  sha256!: string;

  @Int({ description: 'Number of the version, from 1.', access: 'slow' })
  version!: number;

  @One(() => Document, {
    description: 'The version before; null for the first, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'successors',
    inverseDescription: 'The version after, at most one.',
  })
  previous?: Document | null;

  @EnumOf(() => DocumentVisibility, { description: 'Who may read it, besides those who see what it belongs to.' })
  visibility!: DocumentVisibility;

  @Text({ description: 'What it is, for people; null when nobody said.', nullable: true, max: 500 })
  summary?: string | null;

  @Text({ description: 'Who stored it: the name of the caller.', max: 100, access: 'btree' })
  storedBy!: string;

  @One(() => Employee, {
    description: 'The employee who stored it; null when none did, and for callers who may not see them.',
    nullable: true,
    hideable: true,
  })
  author?: Employee | null;

  @One(() => InternalOrganization, {
    description: 'Unit in which it was stored; null for none, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'documents',
    inverseDescription: 'Documents that were stored in the unit.',
  })
  organization?: InternalOrganization | null;

  /** Read by downloads only: no list of documents shall carry what is in them. */
  @Property({ type: 'blob', columnType: 'bytea', lazy: true, hidden: true })
  content!: Buffer;
}
