/** Characters that XML 1.0 cannot hold, not even as references: controls, halves of surrogate pairs, and two that are none. */
const UNWRITABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text as it is written between tags or in an attribute; what XML cannot hold becomes U+FFFD. */
export const xmlText = (text: string): string =>
  text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character]!);

/** Values of attributes; those without a value are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element. @param content XML that is inside; its texts are escaped already */
export function xmlElement(
  name: string,
  attributes: XmlAttributes = {},
  content: string | readonly string[] = '',
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('');
  const inner = typeof content === 'string' ? content : content.join('');
  return inner === '' ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>`;
}
