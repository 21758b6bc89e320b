import { Refusal, userError } from '../../kernel/errors/index.js';
import type { AnnouncementTemplate } from './announcement-template.js';
import type { AnnouncementFieldInput } from './announcement.inputs.js';

const FIELD = /\{([\p{L}\p{N}_]{1,60})\}/gu;

/** Names of the fields of a text, in the order of their first place. */
export const fieldsOf = (text: string): string[] => [...new Set([...text.matchAll(FIELD)].map(([, name]) => name!))];

/** Title and text of a template with its fields filled in; refuses with MISSING_FIELD and UNKNOWN_FIELD, all at once (OPS-32). */
export function fillTemplate(
  template: AnnouncementTemplate,
  given: readonly AnnouncementFieldInput[],
): { title: string; body: string } {
  const values = new Map(given.map(({ name, value }) => [name, value]));
  const faults = [
    ...template.fields
      .filter((name) => !values.has(name))
      .map((name) => userError('MISSING_FIELD', `"${name}" is not filled in.`, ['input', 'fields'], { field: name })),
    ...given.flatMap(({ name }, index) =>
      template.fields.includes(name)
        ? []
        : [userError('UNKNOWN_FIELD', 'The template has no such field.', ['input', 'fields', index, 'name'])],
    ),
  ];
  if (faults.length) throw new Refusal(faults);
  const fill = (text: string) => text.replace(FIELD, (_all, name: string) => values.get(name)!);
  const title = fill(template.title);
  if (title.length > 200)
    throw new Refusal([userError('TOO_LONG', 'The title has more than 200 characters.', ['input', 'fields'])]);
  const body = fill(template.body);
  if (body.length > 8000)
    throw new Refusal([userError('TOO_LONG', 'The text has more than 8000 characters.', ['input', 'fields'])]);
  return { title, body };
}
