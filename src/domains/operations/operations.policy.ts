import { allow, anyOf, definePolicy, inOrganisation, ofEmployee, whoSees } from '../../kernel/access/index.js';
import { CollaborationDispatch } from './collaboration-dispatch.js';
import { CollaborationSystemDispatch } from './collaboration-system-dispatch.js';
import { CollaborationOrder } from './collaboration-order.js';

// A unit sees what it asked and what it is asked; what another unit replied is for the one that asked.
definePolicy(CollaborationDispatch, {
  STAFF: anyOf(inOrganisation('organization'), inOrganisation('order', 'requester'), ofEmployee('assignee')),
});
definePolicy(CollaborationOrder, {
  STAFF: anyOf(inOrganisation('requester'), whoSees(CollaborationDispatch, 'order')),
});

// What another system was asked is for the unit that asked.
definePolicy(CollaborationSystemDispatch, { STAFF: inOrganisation('order', 'requester') });

allow({
  // Other systems have keys; nobody else speaks for them.
  collaborationSystemReply: [],
  collaborationOrderReceive: [],
  collaborationOrderCreate: ['STAFF'],
  collaborationOrderDispatch: ['STAFF'],
  collaborationOrderCancel: ['STAFF'],
  collaborationOrderClose: ['STAFF'],
  collaborationAccept: ['STAFF'],
  collaborationAssign: ['STAFF'],
  collaborationReply: ['STAFF'],
  collaborationUrge: ['STAFF'],
  collaborationExtensionAsk: ['STAFF'],
  collaborationExtensionDecide: ['STAFF'],
});
