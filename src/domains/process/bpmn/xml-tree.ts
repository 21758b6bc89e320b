import { SaxesParser } from 'saxes';
import { refuse, type InputPath } from '../../../kernel/errors/index.js';

/** An element of XML with its namespace. */
export interface XmlNode {
  /** Name without its prefix. */
  name: string;
  uri: string;
  /** Attributes without a namespace by name, others by `{namespace}name`. */
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  /** Texts directly inside, joined. */
  text: string;
  /** Line on which it begins, from 1. */
  line: number;
}

/** Longest document, in characters. */
export const MAX_XML_CHARACTERS = 500_000;
const MAX_DEPTH = 32;
const MAX_ELEMENTS = 20_000;

/**
 * Reads a small document whole. Nothing is ever fetched, and a document type declaration is refused, so no entity can unfold or name a
 * file.
 * @throws Refusal XML_INVALID, XML_DOCTYPE, XML_TOO_LONG, XML_TOO_DEEP or XML_TOO_MANY_ELEMENTS, at `path`
 */
export function readXmlTree(text: string, path: InputPath): XmlNode {
  if (text.length > MAX_XML_CHARACTERS)
    refuse('XML_TOO_LONG', `At most ${MAX_XML_CHARACTERS} characters are read.`, path, { max: MAX_XML_CHARACTERS });
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlNode[] = [];
  let root: XmlNode | undefined;
  let elements = 0;
  let line = 1;
  parser.on('error', (error) => refuse('XML_INVALID', `It is not well-formed XML: ${error.message}`, path));
  parser.on('doctype', () => refuse('XML_DOCTYPE', 'A document type declaration is not read.', path));
  parser.on('opentagstart', () => void (line = parser.line));
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (++elements > MAX_ELEMENTS)
      refuse('XML_TOO_MANY_ELEMENTS', `At most ${MAX_ELEMENTS} elements are read.`, path, { max: MAX_ELEMENTS });
    if (open.length >= MAX_DEPTH)
      refuse('XML_TOO_DEEP', `Elements are nested at most ${MAX_DEPTH} deep.`, path, { max: MAX_DEPTH });
    const given = Object.values(attributes).map((each) => [
      each.uri ? `{${each.uri}}${each.local}` : each.local,
      each.value,
    ]);
    const node: XmlNode = { name: local, uri, attributes: Object.fromEntries(given), children: [], text: '', line };
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  const take = (piece: string) => {
    const inside = open.at(-1);
    if (inside) inside.text += piece;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(text).close();
  return root ?? refuse('XML_INVALID', 'There is no element.', path);
}

/** Children with a name, in a namespace. */
export const childrenOf = (node: XmlNode | undefined, uri: string, name: string): XmlNode[] =>
  (node?.children ?? []).filter((child) => child.uri === uri && child.name === name);
