import { describeEnum } from '../../kernel/model/index.js';

export enum FeedRowStatus {
  STAGED = 'STAGED',
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  UNCHANGED = 'UNCHANGED',
  MATCHED = 'MATCHED',
  NOT_CUSTOMER = 'NOT_CUSTOMER',
  REJECTED = 'REJECTED',
}

describeEnum(FeedRowStatus, 'FeedRowStatus', 'What became of a record of another system (CUS-78, CUS-79).', {
  STAGED: 'It waits to be normalised and taken over.',
  CREATED: 'It became a customer.',
  UPDATED: 'It changed the customer that it had become before.',
  UNCHANGED: 'It said nothing new of the customer that it belongs to.',
  MATCHED:
    'It belongs to a customer who was here already, by code or by identity document; from now on it is known as theirs, and changes nothing.',
  NOT_CUSTOMER: 'It does not meet the definition of a customer; it is counted only.',
  REJECTED: 'It cannot be taken over; `reasons` say why.',
});
