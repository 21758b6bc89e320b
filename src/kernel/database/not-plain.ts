/** Says that an operation needs more than the rows at hand: it is done in an ordinary transaction instead. */
export class NotPlain extends Error {
  constructor() {
    super('This needs an ordinary transaction.');
  }
}
