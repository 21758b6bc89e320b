import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';
import { until } from '../../testing/until.js';
import { appointmentDue } from './appointment.service.js';

const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const FIELDS =
  'id appointmentNo status version startsAt endsAt place outcome employee { employeeNo } ticket { ticketNo }';
const BOOK = mutation('appointmentBook', 'AppointmentBookInput', `appointment { ${FIELDS} }`);
const MOVE = mutation('appointmentMove', 'AppointmentMoveInput', `appointment { ${FIELDS} }`);
const COMPLETE = mutation('appointmentComplete', 'AppointmentCompleteInput', `appointment { ${FIELDS} }`);
const CANCEL = mutation('appointmentCancel', 'AppointmentCancelInput', `appointment { ${FIELDS} }`);

let graph: TestGraph;
let world: TroubleWorld;
let clerk: Hired;
let colleague: Hired;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = clerk.as): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above */
const ok = async (document: string, input: object, as?: As): Promise<any> => {
  const answer = await run(document, input, as);
  expect(answer.userErrors).toEqual([]);
  return answer.appointment ?? answer;
};
const count = async () =>
  (
    await graph.database.pool.query(
      `select (select string_agg("status" || "version" || "starts_at"::text, ',' order by "id") from "appointment") "all", (select count(*) from "history_entry") "entries"`,
    )
  ).rows[0] as object;
const refused = async (document: string, input: object, as?: As): Promise<string[]> => {
  const before = await count();
  const { userErrors } = await run(document, input, as);
  expect(await count()).toEqual(before);
  return userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
};
/** A Monday in the far future. */
const at = (time: string, day = '2090-01-02') => `${day}T${time}:00Z`;
const visit = (startsAt: string, endsAt: string, more: object = {}) => ({
  ...{
    customerId: world.ids.alice,
    kind: 'SALES_VISIT',
    subject: 'The new line',
    place: '1 Main Street',
    startsAt,
    endsAt,
  },
  ...more,
});

beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  clerk = await hire(graph, 'A100', 'H4401', ['BIG_CUSTOMER_MANAGER']);
  colleague = await hire(graph, 'A200', 'H4401', ['HALL_CLERK']);
});
afterAll(() => graph?.close());

describe('an appointment', () => {
  it('SAL-51 is with a customer, at a time and a place, of the caller or of somebody else', async () => {
    const made = await ok(BOOK, visit(at('09:00'), at('10:00')));
    expect(made).toMatchObject({
      ...{ status: 'CONFIRMED', version: 1, place: '1 Main Street', employee: { employeeNo: 'A100' } },
      startsAt: expect.stringMatching(/^2090-01-02T09:00:00/),
    });
    const his = await ok(BOOK, visit(at('09:00'), at('10:00'), { employeeId: colleague.id }));
    expect(his.employee.employeeNo).toBe('A200');
    const view = `query { customer(code: "ALICE") { appointments(orderBy: [{ field: STARTS_AT, direction: ASC }]) { totalCount } } }`;
    expect((await graph.query(view, {}, { as: clerk.as })).data.customer.appointments.totalCount).toBe(2);
  });

  it('SAL-51 is not in the past, ends after it begins and within a day, and is for one thing of the customer', async () => {
    const report = mutation('suggestionReport', 'SuggestionReportInput', 'ticket { id ticketNo }');
    const input = { customerId: world.ids.bigCo, content: 'Come by' };
    const { ticket } = (await graph.query(report, { input })).data.suggestionReport;
    const create = mutation('opportunityCreate', 'OpportunityCreateInput', 'opportunity { id }');
    const offering = (await graph.query(`{ offerings(first: 1) { nodes { id } } }`)).data.offerings.nodes[0]
      .id as string;
    const lines = [{ offeringId: offering }];
    const { opportunity } = await ok(create, {
      ...{ customerId: world.ids.bigCo, name: 'Lines', intention: 'ADD', source: 'OTHER', lines },
    });
    const wrong: [object, string][] = [
      [visit('2020-01-01T09:00:00Z', '2020-01-01T10:00:00Z'), 'IN_THE_PAST input.startsAt'],
      [visit(at('10:00'), at('09:00')), 'TOO_EARLY input.endsAt'],
      [visit(at('10:00'), at('10:01', '2090-01-03')), 'TOO_LONG input.endsAt'],
      [visit(at('11:00'), at('12:00'), { ticketId: ticket.id }), 'NOT_OF_CUSTOMER input.ticketId'],
      [visit(at('11:00'), at('12:00'), { opportunityId: opportunity.id }), 'NOT_OF_CUSTOMER input.opportunityId'],
      [
        visit(at('11:00'), at('12:00'), {
          customerId: world.ids.bigCo,
          opportunityId: opportunity.id,
          ticketId: ticket.id,
        }),
        'CONTRADICTORY input.ticketId',
      ],
    ];
    for (const [bad, fault] of wrong) expect(await refused(BOOK, bad)).toEqual([fault]);
    const good = visit(at('11:00'), at('12:00'), { customerId: world.ids.bigCo, ticketId: ticket.id });
    expect((await ok(BOOK, good)).ticket.ticketNo).toBe(ticket.ticketNo);
  });

  it('SAL-51 a staff member has no two at once; one that is cancelled makes room, one after the other does too', async () => {
    const first = await ok(BOOK, visit(at('13:00'), at('14:00')));
    const overlapping = visit(at('13:30'), at('14:30'));
    expect(await refused(BOOK, overlapping)).toEqual(['OVERLAPS input.startsAt']);
    await ok(BOOK, visit(at('14:00'), at('14:30')));
    await ok(BOOK, { ...overlapping, employeeId: colleague.id });
    await ok(CANCEL, { appointmentId: first.id, reason: 'Not at home' });
    await ok(BOOK, visit(at('13:30'), at('14:00')));
    expect(await refused(CANCEL, { appointmentId: first.id, reason: 'Again' })).toEqual(['INVALID_TRANSITION ']);
  });

  it('SAL-51 of bookings of one person at once exactly one succeeds, and the table itself keeps them apart', async () => {
    const answers = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((n) =>
        run(BOOK, visit(at(`15:0${n}`), at('16:00'), { employeeId: n % 2 ? clerk.id : undefined })),
      ),
    );
    const codes = answers.map(
      ({ userErrors }) =>
        userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`).join() ||
        'OK',
    );
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(codes.filter((code) => code === 'OVERLAPS input.startsAt')).toHaveLength(5);
    const double = `insert into "appointment" select (json_populate_record(null::"appointment", (to_jsonb(a) || jsonb_build_object('id', gen_random_uuid(), 'appointment_no', 'AP-X'))::json)).* from "appointment" a where "status" = 'CONFIRMED' limit 1`;
    await expect(graph.database.pool.query(double)).rejects.toMatchObject({
      ...{ code: '23P01', constraint: 'appointment_apart' },
    });
    const backwards = double.replace("'AP-X')", "'AP-Y', 'ends_at', a.\"starts_at\" - interval '1 hour')");
    await expect(graph.database.pool.query(backwards)).rejects.toMatchObject({
      ...{ code: '23514', constraint: 'appointment_in_order' },
    });
  });

  it('SAL-51 is moved to another time and person, by who read it last, and not where somebody is busy', async () => {
    const made = await ok(BOOK, visit(at('17:00'), at('18:00')));
    const appointmentId = made.id;
    await ok(BOOK, visit(at('19:00'), at('20:00'), { employeeId: colleague.id }));
    const later = { appointmentId, startsAt: at('19:00'), endsAt: at('20:00'), reason: 'She asked' };
    expect(await refused(MOVE, { ...later, employeeId: colleague.id })).toEqual(['OVERLAPS input.employeeId']);
    const moved = await ok(MOVE, { ...later, expectedVersion: 1 });
    expect(moved).toMatchObject({ version: 2, startsAt: expect.stringMatching(/^2090-01-02T19:00/) });
    expect(await refused(MOVE, { ...later, expectedVersion: 1 })).toEqual(['VERSION_CONFLICT input.expectedVersion']);
    // Within its own time it may be moved: it does not stand in its own way.
    await ok(MOVE, { appointmentId, endsAt: at('19:30'), reason: 'Shorter' });
    const { data } = await graph.query(
      `query ($id: ID!) { appointment(id: $id) { history { nodes { type reason } } } }`,
      { id: appointmentId },
      { as: world.alice },
    );
    expect(data.appointment.history.nodes.at(-1)).toEqual({ type: 'appointment.moved', reason: 'Shorter' });
  });

  it('SAL-51 lies in the working time of the unit, where a calendar says when it works', async () => {
    const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 }));
    const calendar = mutation('workCalendarSave', 'WorkCalendarSaveInput', 'calendar { id }');
    const office = { code: 'SALES', name: 'Sales', timeZone: 'Asia/Shanghai', shifts };
    const { calendar: saved } = await ok(calendar, office, 'admin');
    const unit = await hire(graph, 'A300', 'H4403', ['BIG_CUSTOMER_MANAGER']);
    const set = mutation('processCalendarSet', 'ProcessCalendarSetInput', '__typename');
    await ok(set, { operator: { kind: 'ORGANIZATION', code: 'H4403' }, calendarId: saved.id }, 'admin');
    const of = (from: string, to: string, day?: string) => visit(at(from, day), at(to, day), { employeeId: unit.id });
    // 09:00 to 18:00 in China is 01:00 to 10:00 in UTC; 2090-01-01 is a Sunday.
    await ok(BOOK, of('01:00', '02:00'), 'admin');
    for (const [from, to, day] of [
      ['00:30', '01:30'],
      ['09:30', '10:30'],
      ['03:00', '04:00', '2090-01-01'],
    ] as const)
      expect(await refused(BOOK, of(from, to, day), 'admin')).toEqual(['OUTSIDE_WORKING_TIME input.startsAt']);
  });

  it('TMF646 says what came of it once it has begun', async () => {
    const [kept, missed] = [
      await ok(BOOK, visit(at('21:00'), at('21:30'))),
      await ok(BOOK, visit(at('22:00'), at('22:30'))),
    ];
    const outcome = 'Wants an offer';
    expect(await refused(COMPLETE, { appointmentId: kept.id, kept: true, outcome })).toEqual(['GUARD_REFUSED ']);
    graph.database.clock = () => new Date(at('22:10'));
    try {
      const { as } = clerk;
      expect(await ok(COMPLETE, { appointmentId: kept.id, kept: true, outcome }, as)).toMatchObject({
        status: 'COMPLETED',
        outcome,
      });
      expect((await ok(COMPLETE, { appointmentId: missed.id, kept: false, outcome: 'Nobody there' })).status).toBe(
        'MISSED',
      );
    } finally {
      graph.database.clock = () => new Date();
    }
  });

  it('SAL-51 reminds the staff member once, when it still stands', async () => {
    const made = await ok(BOOK, visit(at('23:00'), at('23:30'), { remindMinutes: 60 }));
    const { rows } = await graph.database.pool.query<{ id: string }>(
      `select "id" from "appointment" where "appointment_no" = $1`,
      [made.appointmentNo],
    );
    const remind = () =>
      appointmentDue.run({ appointmentId: rows[0]!.id }, graph.database.systemContext('jobs'), {} as never);
    const told = async () =>
      (await graph.database.pool.query(`select 1 from "history_entry" where "type" = 'appointment.due'`)).rows.length;
    await remind();
    expect(await told()).toBe(0);
    graph.database.clock = () => new Date(at('22:05'));
    try {
      await remind();
      await remind();
    } finally {
      graph.database.clock = () => new Date();
    }
    expect(await told()).toBe(1);
  });
});

describe('moving an appointment', () => {
  const DAY = '2090-03-01';

  it('SAL-51 of two that are moved into one time at once exactly one gets it', async () => {
    const made = await Promise.all(
      ['09:00', '10:00'].map((time, n) => ok(BOOK, visit(at(time, DAY), at(`${time.slice(0, 2)}:${30 + n}`, DAY)))),
    );
    const answers = await Promise.all(
      made.map(({ id }) =>
        run(MOVE, { appointmentId: id, startsAt: at('12:00', DAY), endsAt: at('12:30', DAY), reason: 'Asked' }),
      ),
    );
    const faults = answers.flatMap(({ userErrors }) =>
      userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`),
    );
    expect(faults).toEqual(['OVERLAPS input.startsAt']);
  });

  it('SAL-51 the reminder moves with it: it comes as long before the new time, and not before the old one', async () => {
    const { id: appointmentId, appointmentNo } = await ok(
      BOOK,
      visit(at('15:00', DAY), at('15:30', DAY), { remindMinutes: 60 }),
    );
    const { rows } = await graph.database.pool.query<{ id: string }>(
      `select "id" from "appointment" where "appointment_no" = $1`,
      [appointmentNo],
    );
    await ok(MOVE, { appointmentId, startsAt: at('18:00', DAY), endsAt: at('18:30', DAY), reason: 'Later' });
    const remindAt = async (time: string): Promise<number> => {
      graph.database.clock = () => new Date(at(time, DAY));
      try {
        await appointmentDue.run({ appointmentId: rows[0]!.id }, graph.database.systemContext('jobs'), {} as never);
      } finally {
        graph.database.clock = () => new Date();
      }
      const told = `select 1 from "history_entry" where "type" = 'appointment.due' and "subject_id" = $1`;
      return (await graph.database.pool.query(told, [rows[0]!.id])).rows.length;
    };
    expect([await remindAt('14:05'), await remindAt('17:05')]).toEqual([0, 1]);
    // One job waits for it, for the new time: the one for the old time was replaced.
    const waiting = async () => {
      const jobs = `select "run_at" "at" from "background_job" where "name" = 'appointment.due' and "run_at"::date = $1`;
      const { rows: found } = await graph.database.pool.query<{ at: Date }>(jobs, [DAY]);
      return found.map((job) => job.at.toISOString()).join();
    };
    await until(async () => (await waiting()) === new Date(at('17:00', DAY)).toISOString());
  });
});

describe('who sees an appointment', () => {
  it('TMF646 the customer sees who comes when, and cancels it; others see nothing', async () => {
    const made = await ok(BOOK, visit(at('09:00', '2090-02-01'), at('10:00', '2090-02-01')));
    const view = `query ($id: ID!) { appointment(id: $id) { appointmentNo subject employee { employeeNo } opportunity { id } } }`;
    const seen = async (as: As) => (await graph.query(view, { id: made.id }, { as })).data.appointment;
    expect(await seen(world.alice)).toMatchObject({
      appointmentNo: made.appointmentNo,
      employee: { employeeNo: 'A100' },
    });
    expect(await seen(world.carol)).toBeNull();
    expect(await seen(world.otherStaff)).toBeNull();
    const before = await count();
    const input = visit(at('11:00', '2090-02-01'), at('12:00', '2090-02-01'));
    const { errors } = await graph.query(BOOK, { input }, { as: world.alice });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await count()).toEqual(before);
    expect(await refused(CANCEL, { appointmentId: made.id, reason: 'x' }, world.carol)).toEqual([
      'NOT_FOUND input.appointmentId',
    ]);
    expect((await ok(CANCEL, { appointmentId: made.id, reason: 'Ill' }, world.alice)).status).toBe('CANCELLED');
  });
});
