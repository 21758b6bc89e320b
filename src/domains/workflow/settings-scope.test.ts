import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mutationsOf } from '../../testing/mutations.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { line, templateMutations, versionMutations } from '../../testing/processes.js';
import { hire, type Hired } from '../../testing/staff.js';

let w: ProcessWorld;
/** Managers and designers of processes: of Guangzhou, of Shenzhen, of Guangdong around both, and of the headquarters. */
let guangzhou: Hired;
let shenzhen: Hired;
let province: Hired;
let headquarters: Hired;
const region: Record<string, string> = {};
beforeAll(async () => {
  w = await openProcessWorld();
  const both = ['PROCESS_DESIGNER', 'PROCESS_MANAGER'];
  ({ designer: guangzhou, headquarters } = w.desk);
  shenzhen = await hire(w.graph, 'P901', 'H4403', both);
  province = await hire(w.graph, 'P902', 'P44', both);
  for (const code of ['44', '4401', '4403'])
    region[code] = (await w.graph.query(`{ region(code: "${code}") { id } }`)).data.region.id;
});
afterAll(() => w?.graph.close());

const calls = (name: string, type: string, field: string, selection: string) =>
  mutationsOf(w.graph, { inputs: { [name]: type }, field, selection, as: 'admin' });
const calendars = () =>
  calls(
    'workCalendarSave',
    'WorkCalendarSaveInput',
    'calendar',
    'id code name region { code } shifts(first: 9) { totalCount }',
  );
const operators = () =>
  calls('processCalendarSet', 'ProcessCalendarSetInput', 'operatorCalendar', 'id region { code } calendar { code }');
const rules = () => calls('processMonitorRuleSave', 'MonitorRuleSaveInput', 'rule', 'id name active region { code }');
const suppress = () => calls('processAlarmSuppress', 'ProcessAlarmSuppressInput', 'suppression', 'id validity { to }');
const suppressionEnd = () =>
  calls('processAlarmSuppressionEnd', 'ProcessAlarmSuppressionEndInput', 'suppression', 'id validity { to }');
const versions = () => versionMutations(w.graph, 'admin');
const templates = () => templateMutations(w.graph, 'admin');

/** Everything that settings consist of, and all that is told of them. */
const written = async () =>
  (
    await w.graph.database.pool.query(
      `select ${[
        ...[
          'work_calendar',
          'work_shift',
          'operator_calendar',
          'monitor_rule',
          'alarm_suppression',
          'process_template',
        ],
        ...['process_template_version', 'process_step', 'process_approval', 'applicability_variable'],
        ...['operational_agreement', 'operational_limit'],
      ]
        .map((table) => `(select json_agg("t" order by "t"."id") from "${table}" "t") "${table}"`)
        .join(', ')}, (select count(*) from "history_entry" where "type" not like 'knowledge.%') "entries"`,
    )
  ).rows[0];

/** Refuses each of the calls with OUT_OF_SCOPE at a place, and writes nothing. */
async function refusesAll(...attempts: [() => Promise<[string, string][]>, path: string][]) {
  for (const [attempt, path] of attempts) {
    const before = await written();
    expect(await attempt()).toEqual([['OUT_OF_SCOPE', path]]);
    expect(await written()).toEqual(before);
  }
}

const office = (code: string, more: object = {}) => ({
  ...{ code, name: code, timeZone: 'Asia/Shanghai', shifts: [{ weekday: 1, fromMinute: 540, toMinute: 1080 }] },
  ...more,
});

describe('what holds in a region, or everywhere', () => {
  test('WFL-18 WFL-58 lets calendars be saved and set by those alone who act where they hold', async () => {
    const c = calendars();
    const saved = await c.ok('workCalendarSave', office('GZ', { regionId: region['4401'] }), guangzhou.as);
    expect(saved).toMatchObject({ code: 'GZ', region: { code: '4401' } });
    const all = await c.ok('workCalendarSave', office('ALL'), headquarters.as);
    const save = (input: object, as: Hired['as']) => () => c.refused('workCalendarSave', input, as);
    const o = operators();
    const set = (input: object, as: Hired['as']) => () => o.refused('processCalendarSet', input, as);
    const operator = { kind: 'POSITION', code: 'HALL_CLERK' };
    await refusesAll(
      [save(office('GZ', { regionId: region['4403'] }), shenzhen.as), 'input.code'],
      [save(office('GZ'), shenzhen.as), 'input.code'],
      [save(office('ALL', { regionId: region['4401'] }), guangzhou.as), 'input.code'],
      [save(office('NEW'), guangzhou.as), 'input.regionId'],
      [save(office('GZ', { regionId: null }), guangzhou.as), 'input.regionId'],
      [save(office('NEW', { regionId: region['4403'] }), guangzhou.as), 'input.regionId'],
      [set({ operator, calendarId: saved.id }, guangzhou.as), 'input.regionId'],
      [set({ operator, calendarId: saved.id }, province.as), 'input.regionId'],
      [set({ operator, calendarId: saved.id, regionId: region['4403'] }, guangzhou.as), 'input.regionId'],
    );
    // Those around a region act for it, and what is not said stays.
    const renamed = await c.ok('workCalendarSave', office('GZ', { name: 'Canton' }), province.as);
    expect(renamed).toMatchObject({ id: saved.id, name: 'Canton', region: { code: '4401' } });
    const own = { operator, calendarId: saved.id, regionId: region['4401'] };
    expect(await o.ok('processCalendarSet', own, guangzhou.as)).toMatchObject({ region: { code: '4401' } });
    const everywhere = await o.ok('processCalendarSet', { operator, calendarId: all.id }, headquarters.as);
    expect(everywhere).toMatchObject({ region: null, calendar: { code: 'ALL' } });
    // Nor is what holds everywhere taken away by a region.
    await refusesAll([set({ operator }, guangzhou.as), 'input.regionId']);
  });

  test('WFL-55 lets rules be taken over or switched off by those alone who act where they measure', async () => {
    const rule = { code: 'RR', name: 'r', metric: 'AGE', alarmValue: '30', alarmLevel: 'INFO' };
    const r = rules();
    const save = (input: object, as: Hired['as']) => () =>
      r.refused('processMonitorRuleSave', { ...rule, ...input }, as);
    await r.ok('processMonitorRuleSave', { ...rule, regionId: region['4401'] }, guangzhou.as);
    await r.ok('processMonitorRuleSave', { ...rule, code: 'NATION' }, headquarters.as);
    await refusesAll(
      [save({ regionId: region['4403'] }, shenzhen.as), 'input.code'],
      [save({ regionId: region['4401'] }, shenzhen.as), 'input.regionId'],
      [save({}, guangzhou.as), 'input.regionId'],
      [save({ code: 'NATION', regionId: region['4401'], active: false }, guangzhou.as), 'input.code'],
    );
    const off = { ...rule, regionId: region['4401'], active: false };
    expect(await r.ok('processMonitorRuleSave', off, province.as)).toMatchObject({ active: false });
  });

  test('WFL-57 lets alarms be kept quiet, and be raised again, by those alone whose alarms they are', async () => {
    await w.desk.publish('QUIET', line('a'));
    const instance = await w.start('QUIET', { regionId: w.guangzhou });
    const until = { until: '2199-01-01T00:00:00Z', reason: 'cut-over' };
    const made = async (input: object, as: Hired['as']) =>
      (await suppress().ok('processAlarmSuppress', { ...until, ...input }, as)).id;
    const end = (suppressionId: string, as: Hired['as']) => () =>
      suppressionEnd().refused('processAlarmSuppressionEnd', { suppressionId }, as);
    const ours = await made({ regionId: region['4401'] }, guangzhou.as);
    const one = await made({ instanceId: instance.id }, guangzhou.as);
    const all = await made({}, headquarters.as);
    await refusesAll(
      [end(ours, shenzhen.as), 'input.suppressionId'],
      [end(one, shenzhen.as), 'input.suppressionId'],
      [end(all, guangzhou.as), 'input.suppressionId'],
    );
    for (const [id, as] of [
      [ours, province.as],
      [one, guangzhou.as],
      [all, headquarters.as],
    ] as const)
      await suppressionEnd().ok('processAlarmSuppressionEnd', { suppressionId: id }, as);
  });

  test('WFL-25 WFL-30 WFL-31 leaves the templates of the headquarters and of other regions to those who look after them', async () => {
    const v = versions();
    const national = await w.desk.publish('NATIONAL', line('a'), { objectType: 'Region' });
    const templateOf = async (versionId: string) =>
      (
        await w.graph.query('query ($id: ID!) { processTemplateVersion(id: $id) { template { id } } }', {
          id: versionId,
        })
      ).data.processTemplateVersion.template.id as string;
    const templateId = await templateOf(national);
    const { id: draft } = await v.ok('processVersionCreate', { templateId }, headquarters.as);
    const by = (name: Parameters<typeof v.refused>[0], input: object, as = guangzhou.as) =>
      [() => v.refused(name, input, as), 'templateId' in input ? 'input.templateId' : 'input.versionId'] as [
        () => Promise<[string, string][]>,
        string,
      ];
    await refusesAll(
      by('processVersionInvalidate', { versionId: national, reason: 'no more' }),
      by('processVersionInvalidate', { versionId: national, reason: 'no more' }, province.as),
      by('processVersionCreate', { templateId }),
      by('processVersionEdit', { versionId: draft, definition: line('b') }),
      by('processVersionTest', { versionId: draft }),
      by('processVersionSubmit', { versionId: draft, approverIds: [w.desk.approver.id] }),
      [
        () => templates().refused('processTemplateChange', { templateId, name: 'Ours' }, guangzhou.as),
        'input.templateId',
      ],
      [
        () => v.refused('processTemplateCreate', { code: 'THEIRS', name: 't', regionId: region['4403'] }, guangzhou.as),
        'input.regionId',
      ],
      [
        () => v.refused('processTemplateCreate', { code: 'THEIRS', name: 't', regionId: null }, guangzhou.as),
        'input.regionId',
      ],
    );
    // Whoever is asked about one answers, wherever they work.
    await v.ok('processVersionSubmit', { versionId: draft, approverIds: [w.desk.approver.id] }, headquarters.as);
    await v.ok('processVersionDecide', { versionId: draft, approved: true }, w.desk.approver.as);
    await refusesAll(
      by('processVersionPublish', { versionId: draft }),
      by('processVersionRedraft', { versionId: draft }),
    );
    await v.ok('processVersionPublish', { versionId: draft }, headquarters.as);
  });

  test('WFL-05 WFL-35 picks the template of a region for what is there alone, which its staff make and change', async () => {
    const v = versions();
    const input = { code: 'CANTON', name: 'Canton', objectType: 'Region', priority: 900, definition: line('a') };
    const { id: versionId } = await v.ok('processTemplateCreate', input, guangzhou.as);
    const { data } = await w.graph.query('{ processTemplate(code: "CANTON") { id region { code } } }');
    expect(data.processTemplate.region).toEqual({ code: '4401' });
    await v.ok('processVersionSubmit', { versionId, approverIds: [w.desk.approver.id] }, guangzhou.as);
    await v.ok('processVersionDecide', { versionId, approved: true }, w.desk.approver.as);
    await v.ok('processVersionPublish', { versionId }, guangzhou.as);
    const picked = async (code: string) => {
      const input = { objectId: region[code], regionId: region[code] };
      const instance = await w.instances.ok('processInstanceStart', input);
      await w.many.ok('processInstanceTerminate', { instanceIds: [instance.id], reason: 'seen' }).catch(() => null);
      return (instance['template'] as { code: string }).code;
    };
    expect(await picked('4401')).toBe('CANTON');
    expect(await picked('4403')).toBe('NATIONAL');
    expect(await picked('44')).toBe('NATIONAL');
    const choice = async (code: string) =>
      (
        await w.graph.query(
          'query ($objectId: ID!, $regionId: ID!) { processTemplateChoice(objectId: $objectId, regionId: $regionId, byHand: true) { candidates { code verdict } } }',
          { objectId: region[code], regionId: region[code] },
        )
      ).data.processTemplateChoice.candidates;
    expect(await choice('4403')).toMatchObject([
      { code: 'CANTON', verdict: 'OTHER_REGION' },
      { code: 'NATIONAL', verdict: 'PICKED' },
      { code: 'QUIET' },
    ]);
    const templateId = data.processTemplate.id as string;
    const change = (more: object, as: Hired['as']) =>
      templates().refused('processTemplateChange', { templateId, ...more }, as);
    await refusesAll(
      [() => change({ name: 'x' }, shenzhen.as), 'input.templateId'],
      [() => v.refused('processVersionInvalidate', { versionId, reason: 'x' }, shenzhen.as), 'input.versionId'],
      [() => change({ regionId: null }, guangzhou.as), 'input.regionId'],
      [() => change({ regionId: region['44'] }, guangzhou.as), 'input.regionId'],
    );
    // Whoever acts for more hands it to more.
    await templates().ok('processTemplateChange', { templateId, regionId: region['44'] }, province.as);
    expect(await picked('4403')).toBe('CANTON');
    await v.ok('processVersionInvalidate', { versionId, reason: 'over' }, province.as);
  });

  test('WFL-06 WFL-72 leaves variables of conditions to the headquarters, and agreements to the unit that does the work', async () => {
    const variables = calls(
      'applicabilityVariableSave',
      'ApplicabilityVariableSaveInput',
      'applicabilityVariable',
      'id',
    );
    const variable = { code: 'floors', name: 'f', type: 'NUMBER', resolverKind: 'GIVEN' };
    const agreements = calls('processAgreementSave', 'OperationalAgreementSaveInput', 'agreement', 'id');
    const unit = async (code: string) =>
      (await w.graph.query(`{ internalOrganization(code: "${code}") { id } }`)).data.internalOrganization.id as string;
    const agreement = { code: 'OLA-GZ', name: 'o', providerId: await unit('H4401'), limits: [{ minutes: 60 }] };
    const { id: variableId } = await variables.ok('applicabilityVariableSave', variable, headquarters.as);
    await agreements.ok('processAgreementSave', agreement, guangzhou.as);
    const theirs = { ...agreement, providerId: await unit('H4403') };
    const retire = calls(
      'applicabilityVariableRetire',
      'ApplicabilityVariableRetireInput',
      'applicabilityVariable',
      'id',
    );
    await refusesAll(
      [() => variables.refused('applicabilityVariableSave', { ...variable, code: 'rooms' }, guangzhou.as), 'input'],
      [() => variables.refused('applicabilityVariableSave', { variableId, name: 'g' }, guangzhou.as), 'input'],
      [() => retire.refused('applicabilityVariableRetire', { variableId, reason: 'x' }, guangzhou.as), 'input'],
      [() => agreements.refused('processAgreementSave', agreement, shenzhen.as), 'input.providerId'],
      [() => agreements.refused('processAgreementSave', theirs, shenzhen.as), 'input.code'],
    );
    await agreements.ok('processAgreementSave', theirs, province.as);
  });
});
