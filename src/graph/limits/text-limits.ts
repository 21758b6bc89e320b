import type { GraphQLError } from 'graphql';
import { codedError } from '../../kernel/errors/coded-error.js';

/** Longest document that is looked at, in characters. */
export const MAX_DOCUMENT_LENGTH = 100_000;

/** Deepest nesting of braces, brackets and parentheses together; the parser calls itself once for each. */
export const MAX_NESTING = 64;

/** Deepest nesting of variables; no input type is nearly as deep. */
export const MAX_VARIABLE_DEPTH = 32;

/** The most values in variables, lists and objects included: the largest batch of rows has a few thousand. */
export const MAX_VARIABLE_VALUES = 20_000;

/** A refusal that names the limit, what was sent and what is allowed. */
export function tooComplex(limit: string, value: number, max: number, what: string): GraphQLError {
  return codedError('DOCUMENT_TOO_COMPLEX', `The document has ${what}; at most ${max} are allowed.`, {
    limit,
    value,
    max,
  });
}

/** What is wrong with a text before it is parsed: its length or its nesting. Takes one pass over the text. */
export function textFault(text: string): GraphQLError | undefined {
  if (text.length > MAX_DOCUMENT_LENGTH)
    return tooComplex('length', text.length, MAX_DOCUMENT_LENGTH, `${text.length} characters`);
  const depth = nesting(text);
  return depth > MAX_NESTING
    ? tooComplex('nesting', depth, MAX_NESTING, `${depth} levels of braces and brackets`)
    : undefined;
}

const QUOTE = 0x22;
const HASH = 0x23;
const BACKSLASH = 0x5c;
const opening = new Set([0x28, 0x5b, 0x7b]);
const closing = new Set([0x29, 0x5d, 0x7d]);

/** How deep braces, brackets and parentheses are nested outside of strings and comments. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === HASH) at = endOfLine(text, at);
    else if (opening.has(code)) deepest = Math.max(deepest, ++depth);
    else if (closing.has(code)) depth--;
  }
  return deepest;
}

/** Index of a string's last character; what does not end properly is the parser's to refuse. */
function endOfString(text: string, start: number): number {
  if (text.startsWith('"""', start)) {
    let end = text.indexOf('"""', start + 3);
    while (end > 0 && text.charCodeAt(end - 1) === BACKSLASH) end = text.indexOf('"""', end + 3);
    return end < 0 ? text.length : end + 2;
  }
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE || code === 0x0a || code === 0x0d) return at;
  }
  return text.length;
}

function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return at;
  }
  return text.length;
}

/** What is wrong with variables before they are coerced, which is done by recursion and takes time for each: their depth and number. */
export function variablesFault(variables: unknown): GraphQLError | undefined {
  let level = [variables].filter(isContainer);
  let count = 0;
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_VARIABLE_DEPTH) {
      return codedError('VARIABLES_TOO_DEEP', `The variables are nested more than ${MAX_VARIABLE_DEPTH} deep.`, {
        limit: 'variableDepth',
        max: MAX_VARIABLE_DEPTH,
      });
    }
    const values = level.flatMap((value): unknown[] => Object.values(value));
    if ((count += values.length) > MAX_VARIABLE_VALUES) {
      return codedError('VARIABLES_TOO_MANY', `The variables hold more than ${MAX_VARIABLE_VALUES} values.`, {
        limit: 'variableValues',
        max: MAX_VARIABLE_VALUES,
      });
    }
    level = values.filter(isContainer);
  }
  return undefined;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
