import { HttpError } from './http-error.js';

const graphqlJson = 'application/graphql-response+json';
/** Content type of server-sent events. */
export const eventStream = 'text/event-stream';
const ours = ['application/json', graphqlJson, 'application/*', '*/*'];

/** Media types of an Accept header that are not excluded by `q=0`. */
function mediaTypes(accept: string): string[] {
  return accept
    .toLowerCase()
    .split(',')
    .filter((range) => !/;\s*q=0(\.0*)?\s*(;|$)/.test(range))
    .map((range) => range.split(';', 1)[0]?.trim() ?? '');
}

/** Refuses before execution a caller who could not read the answer: a mutation must not run for nothing. */
export function requireAcceptable(accept: string | undefined): void {
  if (!accept || mediaTypes(accept).some((type) => ours.includes(type))) return;
  throw new HttpError(406, 'NOT_ACCEPTABLE', `Answers are application/json or ${graphqlJson}.`);
}

/** Whether the answer shall be a stream of server-sent events: the caller names them before any other answer of ours. */
export function acceptsEvents(accept: string | undefined): boolean {
  return (
    accept !== undefined &&
    mediaTypes(accept).find((type) => type === eventStream || ours.includes(type)) === eventStream
  );
}

/** Whether a browser asks for a page. */
export function acceptsHtml(accept: string | undefined): boolean {
  return accept !== undefined && mediaTypes(accept).includes('text/html');
}

/** Content type of a successful answer: the one of the two that the caller names first, as Apollo Server chooses. */
export function answerContentType(accept: string | undefined): string {
  const named = accept && mediaTypes(accept).find((type) => ours.includes(type));
  return `${named === graphqlJson ? graphqlJson : 'application/json'}; charset=utf-8`;
}

/** Content type of an error that is answered before the operation is looked at. */
export function errorContentType(accept: string | undefined): string {
  const type = accept && mediaTypes(accept).includes(graphqlJson) ? graphqlJson : 'application/json';
  return `${type}; charset=utf-8`;
}
