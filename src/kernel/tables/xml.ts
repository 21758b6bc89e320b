import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { TableFault } from './table-record.js';

/** What happens while XML is read; names come without their namespace prefix. */
export interface XmlHandlers {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it streams in; after each piece whoever iterates may take what the handlers have found, and gets the number of bytes
 * read so far. Entities that the document declares itself are refused, so none can unfold.
 * @throws TableFault when it is not well formed
 */
export async function* readXml(stream: Readable, handlers: XmlHandlers): AsyncGenerator<number, void> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new TableFault(`The XML inside is damaged: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(localName(name), attributes));
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    yield bytes;
  }
  parser.close();
  yield bytes;
}
