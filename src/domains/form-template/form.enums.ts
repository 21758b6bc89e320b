import { describeEnum } from '../../kernel/model/index.js';

export enum FormType {
  FORM = 'FORM',
  DOCUMENT = 'DOCUMENT',
}
describeEnum(FormType, 'FormType', 'Type of a form template, by which it is stored and found (OPS-04).', {
  FORM: 'A single form (单式), such as an order, a work order or an invoice.',
  DOCUMENT: 'A document, such as a contract or a report.',
});

export enum FormStatus {
  UNFINISHED = 'UNFINISHED',
  FINISHED = 'FINISHED',
  MODIFIED = 'MODIFIED',
  TESTED = 'TESTED',
  PUBLISHED = 'PUBLISHED',
  RETIRED = 'RETIRED',
  REMOVED = 'REMOVED',
}
describeEnum(FormStatus, 'FormStatus', 'State of a form template or kit (OPS-06).', {
  UNFINISHED: 'Being made.',
  FINISHED: 'Made, or a test of it has failed.',
  MODIFIED: 'Changed after it was finished or tested; it is to be tested again.',
  TESTED: 'The last test gave what was expected.',
  PUBLISHED: 'In use; it never changes, the next version does.',
  RETIRED: 'Replaced by a later version, and still readable.',
  REMOVED: 'Deleted before it was published.',
});

export enum FormLayout {
  ONE_COLUMN = 'ONE_COLUMN',
  TWO_COLUMNS = 'TWO_COLUMNS',
}
describeEnum(FormLayout, 'FormLayout', 'How controls without a position are placed (OPS-01).', {
  ONE_COLUMN: 'One below another.',
  TWO_COLUMNS: 'Two beside each other, from the left.',
});

export enum FormOrigin {
  LAYOUT = 'LAYOUT',
  XML = 'XML',
  NOUN = 'NOUN',
  COPY = 'COPY',
}
describeEnum(FormOrigin, 'FormOrigin', 'From what a form template was made (OPS-01, OPS-02).', {
  LAYOUT: 'From a list of controls.',
  XML: 'From an XML file.',
  NOUN: 'From the fields of a noun of the graph.',
  COPY: 'From another template, or from its version before.',
});

export enum FormControlKind {
  TEXT = 'TEXT',
  NUMBER = 'NUMBER',
  DATE = 'DATE',
  CHOICE = 'CHOICE',
  CHECKBOX = 'CHECKBOX',
  TABLE = 'TABLE',
}
describeEnum(FormControlKind, 'FormControlKind', 'What a control of a form takes (OPS-01).', {
  TEXT: 'A text.',
  NUMBER: 'A decimal number.',
  DATE: 'A day, as `2027-01-31`.',
  CHOICE: 'One of the options.',
  CHECKBOX: 'True or false.',
  TABLE: 'Rows of texts; the options are the heads of its columns.',
});

export enum FormRelationKind {
  REDUNDANT = 'REDUNDANT',
  MATCH = 'MATCH',
  CONDITION = 'CONDITION',
  DERIVE = 'DERIVE',
  CALCULATE = 'CALCULATE',
}
describeEnum(FormRelationKind, 'FormRelationKind', 'How fields of the templates of a kit belong together (OPS-09).', {
  REDUNDANT: 'Both hold the same value, which is filled once (冗余).',
  MATCH: 'The formula must hold; without one, both values must be equal (匹配).',
  CONDITION: 'The field is wanted where the formula holds, and not filled otherwise (条件).',
  DERIVE: 'The formula gives the value (推导).',
  CALCULATE: 'The formula gives the number (计算).',
});

export enum FormChannel {
  HALL = 'HALL',
  WEB = 'WEB',
  CALL_CENTRE = 'CALL_CENTRE',
  FIELD = 'FIELD',
  PARTNER = 'PARTNER',
}
describeEnum(FormChannel, 'FormChannel', 'Where a form is used (OPS-15).', {
  HALL: 'Business halls.',
  WEB: 'The portal.',
  CALL_CENTRE: 'Call centres.',
  FIELD: 'Staff on the way.',
  PARTNER: 'Agents and other partners.',
});
