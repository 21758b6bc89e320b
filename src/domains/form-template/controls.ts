import { Readable } from 'node:stream';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type FieldMeta, nounByName, nounFields } from '../../kernel/model/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import { readXml } from '../../kernel/tables/xml.js';
import { cycleIn, variablesOf } from './fill.js';
import { FormControlKind as K, FormLayout } from './form.enums.js';
import { FormControl } from './form-control.js';
import type { FormControlInput } from './form-template.inputs.js';
import type { FormTemplate } from './form-template.js';

/** A word that formulas can name. */
export const WORD = /^[A-Za-z][A-Za-z0-9_]*$/;

const MARGIN = 15;
const ROW = 12;

/** Puts controls on the page of a template in place of those before, placed and checked (OPS-01, OPS-08). */
export async function putControls(
  tx: Transaction,
  template: FormTemplate,
  given: readonly FormControlInput[],
  path: InputPath,
): Promise<void> {
  const controls = given.map((input, position) => placed(template, input, position, path));
  refuseFaulty(controls, path);
  await tx.em.nativeDelete(FormControl, { template: template.id });
  for (const control of controls) tx.add(control);
  template.changedAt = tx.at;
}

function placed(template: FormTemplate, input: FormControlInput, position: number, path: InputPath): FormControl {
  const columns = template.layout === FormLayout.TWO_COLUMNS ? 2 : 1;
  const wide = (Number(template.pageWidth) - MARGIN * (columns + 1)) / columns;
  const x = input.x ?? String(round(MARGIN + (position % columns) * (wide + MARGIN)));
  const y = input.y ?? String(MARGIN + Math.floor(position / columns) * ROW);
  const width = input.width ?? String(round(wide));
  const height = input.height ?? String(ROW - 4);
  if (
    Number(x) + Number(width) > Number(template.pageWidth) ||
    Number(y) + Number(height) > Number(template.pageHeight)
  )
    refuse('OFF_PAGE', 'This does not fit on the page.', [...path, position], { x, y, width, height });
  const { code, kind, label, required, options, binding, check, formula } = input;
  return Object.assign(new FormControl(), {
    ...{ template, code, kind, label, x, y, width, height, position, required: required ?? false },
    ...{ options: options ?? [], binding: binding ?? null, check: check ?? null, formula: formula ?? null },
  });
}

const round = (mm: number): number => Math.floor(mm * 100) / 100;

/** Refuses controls that would not work: codes, options, bindings, rules. */
function refuseFaulty(controls: readonly FormControl[], path: InputPath): void {
  const seen = new Set<string>();
  for (const [index, { code, kind, options, binding }] of controls.entries()) {
    const at = [...path, index];
    if (!WORD.test(code)) refuse('BAD_CODE', 'A letter, then letters, digits and _.', [...at, 'code']);
    if (seen.has(code)) refuse('DUPLICATE', 'The code is given twice.', [...at, 'code']);
    seen.add(code);
    if ((kind === K.CHOICE || kind === K.TABLE) && options.length === 0)
      refuse('REQUIRED', 'Which options?', [...at, 'options']);
    if (binding && !isBound(binding)) refuse('UNKNOWN_FIELD', 'The graph has no such field.', [...at, 'binding']);
  }
  const parts = [{ alias: '', controls }];
  const variables = variablesOf(parts, '');
  for (const [index, { kind, check, formula }] of controls.entries()) {
    if (check) refuseBadRule(check, variables, [...path, index, 'check']);
    if (formula) refuseBadRule(formula, variables, [...path, index, 'formula'], kind === K.NUMBER ? 'number' : null);
  }
  const cycle = cycleIn(parts, []);
  if (cycle.length > 0) refuse('CYCLE', 'These depend on themselves.', path, { fields: cycle });
}

function isBound(binding: string): boolean {
  const [noun, field, ...rest] = binding.split('.');
  const meta = noun && field && rest.length === 0 ? nounByName(noun) : undefined;
  return meta !== undefined && nounFields(meta).has(field!);
}

const BY_SCALAR: Readonly<Record<string, K>> = {
  ...{
    text: K.TEXT,
    int: K.NUMBER,
    decimal: K.NUMBER,
    boolean: K.CHECKBOX,
    date: K.DATE,
    dateTime: K.DATE,
    enum: K.CHOICE,
  },
};

/** A control for each plain field of a noun, bound to it (OPS-02). */
export function controlsOfNoun(name: string, path: InputPath): FormControlInput[] {
  const noun = nounByName(name);
  if (!noun) return refuse('UNKNOWN_NOUN', 'The graph has no such noun.', path);
  return [...nounFields(noun).values()].flatMap((field: FieldMeta): FormControlInput[] => {
    const kind = field.kind === 'column' ? BY_SCALAR[field.scalar] : undefined;
    if (!kind || field.kind !== 'column' || ['createdAt', 'updatedAt'].includes(field.name)) return [];
    const options = field.enumType ? Object.values(field.enumType) : [];
    return [
      { code: field.name, kind, label: field.name, options, required: false, binding: `${noun.name}.${field.name}` },
    ];
  });
}

/** Controls that an XML file describes (OPS-02). */
export async function controlsOfXml(xml: string, path: InputPath): Promise<FormControlInput[]> {
  const found: FormControlInput[] = [];
  let option: string | null = null;
  const handlers = {
    open: (
      name: string,
      { code = '', kind = 'TEXT', label = code, required, ...rest }: Readonly<Record<string, string>>,
    ) => {
      if (name === 'option') option = '';
      if (name !== 'field') return;
      const { x, y, width, height, binding, check, formula } = rest;
      const more = { x, y, width, height, binding, check, formula };
      found.push({ code, kind: kind as K, label, required: required === 'true', options: [], ...more });
    },
    text: (text: string) => void (option !== null && (option += text)),
    close: (name: string) => {
      if (name !== 'option') return;
      found.at(-1)?.options?.push((option ?? '').trim());
      option = null;
    },
  };
  try {
    for await (const _read of readXml(Readable.from([Buffer.from(xml)]), handlers));
  } catch (error) {
    refuse('BAD_XML', (error as Error).message, path);
  }
  const size = /^\d{1,4}(\.\d{1,2})?$/;
  const sane = ({ code, kind, label, x, y, width, height }: FormControlInput) =>
    code &&
    label &&
    label.length <= 200 &&
    kind in K &&
    [x, y, width, height].every((mm) => mm === undefined || size.test(mm!));
  if (found.length === 0 || found.length > 200 || !found.every(sane))
    refuse('BAD_XML', 'Elements `field` with a code, a known kind and sizes in mm are expected.', path);
  return found;
}
