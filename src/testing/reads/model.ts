import { Property } from '@mikro-orm/decorators/legacy';
import {
  anyOf,
  definePolicy,
  inRegion,
  ofCustomer,
  policyPublic,
  policyVia,
  whoSees,
} from '../../kernel/access/index.js';
import type { Domain } from '../../kernel/domain.js';
import {
  Any,
  Characteristics,
  Computed,
  Day,
  EnumOf,
  Instant,
  Int,
  JsonValue,
  Money,
  Node,
  Noun,
  One,
  Text,
  TextList,
  TimePeriod,
  Value,
  Bool,
  describeEnum,
} from '../../kernel/model/index.js';
import { demandIsolation } from '../isolated.js';

demandIsolation();

/** A small model with one of everything that the read compiler knows, which stays as it is while domains change. */

export enum BillStatus {
  OPEN = 'OPEN',
  PAID = 'PAID',
}
describeEnum(BillStatus, 'BillStatus', 'State of a bill.', { OPEN: 'To be paid.', PAID: 'Paid.' });

@Noun({ tag: 'aa', description: 'A node of a tree of areas.' })
export class Area extends Node {
  @Text({ description: 'Code.', max: 20, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @One(() => Area, {
    description: 'The area around it.',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Areas directly inside.',
  })
  parent?: Area | null;

  @Value(() => TimePeriod, { description: 'When it is in use.', nullable: true })
  validity?: TimePeriod | null;
}

@Noun({ abstract: true, description: 'Somebody.' })
export abstract class Member extends Node {
  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @One(() => Area, {
    description: 'Where they live.',
    nullable: true,
    inverse: 'members',
    inverseDescription: 'Who lives here.',
  })
  area?: Area | null;
}

@Noun({ tag: 'ap', description: 'A person.' })
export class Person extends Member {
  @Day({ description: 'Day of birth.', nullable: true, access: 'slow' })
  born?: string | null;

  @TextList({ description: 'Other names.', access: 'slow' })
  nicknames: string[] = [];
}

@Noun({ tag: 'af', description: 'A firm; everybody may know of it.' })
export class Firm extends Member {
  @Int({ description: 'Number of people.', nullable: true, access: 'slow' })
  staff?: number | null;

  @Value(() => Money, { description: 'Revenue of the year.', nullable: true })
  revenue?: Money | null;
}

@Noun({ tag: 'ac', description: 'Somebody who buys.' })
export class Client extends Node {
  @Text({ description: 'Code.', max: 20, access: 'unique' })
  code!: string;

  @One(() => Member, { description: 'Who it is.', inverse: 'clients', inverseDescription: 'Roles as client.' })
  member!: Member;

  @One(() => Area, {
    description: 'The area that serves the client.',
    inverse: 'clients',
    inverseDescription: 'Clients served here.',
  })
  area!: Area;

  @Instant({ description: 'Since when.', nullable: true, access: 'btree' })
  since?: Date | null;

  @Bool({ description: 'Whether advertising is welcome.', access: 'slow' })
  advertise!: boolean;

  @Characteristics({ description: 'Further attributes.' })
  characteristics: Record<string, unknown> = {};
}

@Noun({ tag: 'ab', description: 'What a client has to pay.' })
export class Bill extends Node {
  @Text({ description: 'Number.', max: 20, access: 'unique' })
  number!: string;

  @One(() => Client, { description: 'Who pays.', inverse: 'bills', inverseDescription: 'Bills of the client.' })
  client!: Client;

  @EnumOf(() => BillStatus, { description: 'State.', access: 'btree' })
  status!: BillStatus;

  @Value(() => Money, { description: 'What is to be paid.' })
  total!: Money;

  @Day({ description: 'Day by which it is to be paid.', nullable: true, access: 'btree' })
  due?: string | null;

  @Instant({ description: 'When it was made.', access: 'btree' })
  issuedAt!: Date;

  @Int({ description: 'Number of lines.', access: 'slow' })
  lines!: number;

  @JsonValue({ description: 'Data of the printer.', nullable: true })
  layout?: unknown;

  @Computed('boolean', (bill) => `(${bill}.due < ${bill}.issued_at::date + 14)`, {
    description: 'Whether less than two weeks are given; null without a day.',
    nullable: true,
  })
  urgent?: boolean | null;
}

@Noun({ tag: 'ar', description: 'Something that was remarked.' })
export class Remark extends Node {
  @Text({ description: 'What was said.', max: 400 })
  text!: string;

  @Any({
    description: 'What it is about; null when it is gone or may not be seen.',
    typeColumn: 'subject_type',
    idColumn: 'subject_id',
  })
  subject!: Node | null;

  @Property({ type: 'string', columnType: 'varchar(60)', hidden: true })
  subjectType!: string;

  @Property({ type: 'uuid', columnType: 'uuid', hidden: true })
  subjectId!: string;

  @One(() => Client, {
    description: 'Who said it: not null, although not everybody who sees the remark sees the client.',
    inverse: 'remarks',
    inverseDescription: 'What the client said.',
  })
  client!: Client;
}

policyPublic(Area);
definePolicy(Member, {
  STAFF: anyOf(inRegion('area'), whoSees(Client, 'member')),
  CUSTOMER: whoSees(Client, 'member'),
});
policyPublic(Firm);
definePolicy(Client, { STAFF: inRegion('area'), CUSTOMER: ofCustomer() });
policyVia(Bill, 'client');
policyPublic(Remark);

export const sample: Domain = { name: 'sample', entities: [Area, Member, Person, Firm, Client, Bill, Remark] };

const key = (group: number, number: number): string =>
  `00000000-0000-7000-8000-${String(group).padStart(4, '0')}${String(number).padStart(8, '0')}`;
const at = (text: string): Date => new Date(`${text}Z`);
const node = <T extends Node>(noun: new () => T, group: number, number: number, values: Partial<T>): T =>
  Object.assign(new noun(), {
    id: key(group, number),
    createdAt: at('2026-01-01T08:00:00.000'),
    updatedAt: at('2026-01-02T09:30:00.250'),
    ...values,
  });

/** Keys of the areas that a caller of the north sees. */
export const northern = [key(1, 2), key(1, 4)];
/** Key of the client A. */
export const clientA = key(4, 1);

/** A few rows, always the same. */
export function sampleRows(): Node[] {
  const land = node(Area, 1, 1, {
    code: 'L',
    name: 'Land',
    parent: null,
    validity: TimePeriod.since(at('2000-01-01T00:00:00')),
  });
  const north = node(Area, 1, 2, { code: 'N', name: 'North', parent: land, validity: null });
  const south = node(Area, 1, 3, {
    code: 'S',
    name: 'South "sunny"',
    parent: land,
    validity: TimePeriod.since(at('2010-01-01T00:00:00'), at('2030-01-01T00:00:00')),
  });
  const harbour = node(Area, 1, 4, { code: 'NH', name: 'Harbour', parent: north, validity: null });
  const ann = node(Person, 2, 1, { name: 'Ann', area: harbour, born: '1990-02-28', nicknames: ['Annie', 'a"b'] });
  const bob = node(Person, 2, 2, { name: 'Bob', area: south, born: null, nicknames: [] });
  const works = node(Firm, 3, 1, { name: 'Works', area: south, staff: 120, revenue: Money.of('1000000.50', 'EUR') });
  const kiosk = node(Firm, 3, 2, { name: 'Kiosk', area: null, staff: null, revenue: null });
  const a = node(Client, 4, 1, {
    code: 'A',
    member: ann,
    area: harbour,
    since: at('2020-05-01T10:00:00.120'),
    advertise: true,
    characteristics: { speed: 100, tags: ['x', 'y'], Z: null },
  });
  const b = node(Client, 4, 2, {
    code: 'B',
    member: works,
    area: south,
    since: null,
    advertise: false,
    characteristics: {},
  });
  const c = node(Client, 4, 3, {
    code: 'C',
    member: bob,
    area: south,
    since: at('2021-05-01T10:00:00'),
    advertise: true,
    characteristics: { speed: '100' },
  });
  const bill = (
    number: number,
    client: Client,
    status: BillStatus,
    amount: string,
    currency: string,
    due: string | null,
    issued: string,
    lines: number,
    layout: unknown = null,
  ) =>
    node(Bill, 5, number, {
      number: `B-${number}`,
      client,
      status,
      total: Money.of(amount, currency),
      due,
      issuedAt: at(issued),
      lines,
      layout,
    });
  const bills = [
    bill(1, a, BillStatus.PAID, '10.00', 'EUR', '2026-01-15', '2026-01-01T12:00:00', 1, {
      paper: 'A4',
      copies: [1, 2],
    }),
    bill(2, a, BillStatus.OPEN, '20.50', 'EUR', '2026-02-28', '2026-02-01T12:00:00.001', 3),
    bill(3, a, BillStatus.OPEN, '7', 'USD', null, '2026-02-01T12:00:00.001', 2),
    bill(4, b, BillStatus.PAID, '99.99', 'EUR', '2026-03-01', '2026-02-20T23:59:59.999', 12),
    bill(5, b, BillStatus.OPEN, '0.01', 'EUR', null, '2026-04-01T00:00:00', 1),
    bill(6, c, BillStatus.OPEN, '5', 'EUR', '2026-03-01', '2026-02-28T00:00:00', 4),
  ];
  const remark = (number: number, text: string, subject: Node, client: Client) =>
    node(Remark, 6, number, { text, subjectType: subject.constructor.name, subjectId: subject.id, client });
  const remarks = [
    remark(1, 'Too dear', bills[1]!, a),
    remark(2, 'Nice people', works, a),
    remark(3, 'Who?', ann, b),
    remark(4, 'Gone', { id: key(9, 9), constructor: Bill } as never, a),
  ];
  return [land, north, south, harbour, ann, bob, works, kiosk, a, b, c, ...bills, ...remarks];
}
