/** Ends a test file that adds to the house without saying `@isolated`: what it adds would be there in the files after it. */
export function demandIsolation(): void {
  if (process.env['SWITCHBOARD_SHARED_HOUSE'])
    throw new Error(
      'This adds a noun of its own to the house: begin the test file with a comment that says @isolated.',
    );
}
