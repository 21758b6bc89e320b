import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { xmlElement, xmlText } from '../../kernel/process/diagram/index.js';
import { fill } from './fill.js';
import { FormControlKind as K } from './form.enums.js';
import { seen } from './form-access.js';
import type { FormControl } from './form-control.js';
import { FormTemplate } from './form-template.js';
import { controlsOf } from './form-template.service.js';
import { mayUse } from './may-use.js';
import { objectOf } from './run-test.js';

/** Points of type in a millimetre. */
const MM_PER_POINT = 0.3528;
const SIZE = 10 * MM_PER_POINT;

/**
 * A template ready for the printer, as an SVG page whose lengths are millimetres (OPS-05). On pre-printed stationery only the values are
 * printed, where the paper has their boxes (套打, OPS-08).
 * @throws NOT_FOUND, FORBIDDEN when it was not published for the caller
 */
export async function printTemplate(
  context: CallContext,
  id: string,
  given: unknown,
  overprint: boolean,
): Promise<string> {
  const template = await seen(context, FormTemplate, id, ['templateId']);
  const em = context.database.orm.em.fork();
  if (!(await mayUse(context, template)))
    throw codedError('FORBIDDEN', 'This was not published for your unit.', { path: ['templateId'] });
  const controls = await controlsOf({ em }, template);
  const { values } = fill([{ alias: '', controls }], [], objectOf(given));
  const { pageWidth, pageHeight, name, number } = template;
  return xmlElement(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', width: `${mm(pageWidth)}mm`, height: `${mm(pageHeight)}mm` },
      viewBox: `0 0 ${mm(pageWidth)} ${mm(pageHeight)}`,
    },
    [
      xmlElement('title', {}, xmlText(`${name} ${number}`)),
      ...controls.map((control) => draw(control, values[control.code], overprint)),
    ],
  );
}

const mm = (length: string): string => String(Number(length));

function draw(control: FormControl, value: unknown, overprint: boolean): string {
  const { x, y, width, height, label, code } = control;
  const [left, top] = [Number(x), Number(y)];
  const frame = xmlElement('rect', {
    ...{ x: mm(x), y: mm(y), width: mm(width), height: mm(height) },
    ...{ fill: 'none', stroke: '#000', 'stroke-width': '0.2' },
  });
  const lines = linesOf(control, value).map((line, index) => words(left + 1, top + SIZE * (index + 1) + 1, SIZE, line));
  const printed = overprint ? [] : [frame, words(left, top - 0.8, SIZE * 0.7, label)];
  return xmlElement('g', { 'data-code': code }, [...printed, ...lines]);
}

const words = (x: number, y: number, size: number, text: string): string =>
  xmlElement(
    'text',
    { x: x.toFixed(2), y: y.toFixed(2), 'font-size': size.toFixed(2), 'font-family': 'sans-serif' },
    xmlText(text),
  );

function linesOf({ kind }: FormControl, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (kind === K.TABLE) return (value as unknown[][]).map((row) => row.map(String).join('  '));
  return [kind === K.CHECKBOX ? (value === true ? '✓' : '') : String(value)];
}
