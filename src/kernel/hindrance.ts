/**
 * Why something cannot be done just now, by no fault of this server's: a host that does not answer. It is tried again, later and later, and
 * its words, which hold no secret, are shown to whoever waits.
 */
export class Hindrance extends Error {
  override readonly name = 'Hindrance';
}
