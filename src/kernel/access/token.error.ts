const messages = {
  missing: 'A token is required: send the header "Authorization: Bearer <token>".',
  expired: 'The token has expired.',
  invalid: 'The token is not valid.',
};

/** The caller is not known. Says which of three reasons, and nothing about how the token was checked. */
export class UnauthenticatedError extends Error {
  override readonly name = 'UnauthenticatedError';
  readonly code = 'UNAUTHENTICATED';
  /** What a GraphQL error made from this one carries. */
  readonly extensions: { code: 'UNAUTHENTICATED'; reason: keyof typeof messages };

  /** @param reason `missing`: no token was sent; `expired`: it was ours but is over; `invalid`: anything else. */
  constructor(readonly reason: keyof typeof messages) {
    super(messages[reason]);
    this.extensions = { code: this.code, reason };
  }
}
