/** The server answered, and what was asked for is not in the answer: asking again would not bring it. */
export class NothingThere extends Error {
  override readonly name = 'NotFound';
}
