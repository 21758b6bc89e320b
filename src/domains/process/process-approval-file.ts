import { Node, Noun, One } from '../../kernel/model/index.js';
import { Document } from '../document/index.js';
import { ProcessApproval } from './process-approval.js';

@Noun({
  tag: 'wm',
  root: false,
  description:
    'A document that goes along with a version of a template to somebody who is asked to approve it (WFL-29).',
})
export class ProcessApprovalFile extends Node {
  @One(() => ProcessApproval, {
    description: 'That they were asked.',
    inverse: 'files',
    inverseDescription: 'Documents that go along; the content is at `GET /documents/<id of the document>`.',
  })
  approval!: ProcessApproval;

  @One(() => Document, { description: 'The document; null for callers who may not see it.', hideable: true })
  document!: Document;
}
