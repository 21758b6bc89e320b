import { allow, anyOf, definePolicy, inOrganisation, ofEmployee, whoSees } from '../../kernel/access/index.js';
import { CollaborationDispatch } from './collaboration-dispatch.js';
import { CollaborationOrder } from './collaboration-order.js';

// A unit sees what it asked and what it is asked; what another unit replied is for the one that asked.
definePolicy(CollaborationDispatch, {
  STAFF: anyOf(inOrganisation('organization'), inOrganisation('order', 'requester'), ofEmployee('assignee')),
});
definePolicy(CollaborationOrder, {
  STAFF: anyOf(inOrganisation('requester'), whoSees(CollaborationDispatch, 'order')),
});

allow({
  collaborationOrderCreate: ['STAFF'],
  collaborationOrderDispatch: ['STAFF'],
  collaborationOrderCancel: ['STAFF'],
  collaborationAssign: ['STAFF'],
  collaborationReply: ['STAFF'],
  collaborationUrge: ['STAFF'],
  collaborationExtensionAsk: ['STAFF'],
  collaborationExtensionDecide: ['STAFF'],
});
