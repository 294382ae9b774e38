import { createHash } from 'node:crypto';

const TOPICS = 64;

/**
 * What the polls of a host wait for. Hosts share topics: one transaction may wake a thousand of them, and the databases'
 * announcements are limited in size. Who is woken for another looks, and waits on.
 */
export function hostTopic(host: string): string {
  return `codedeploy.host.${createHash('sha1').update(host).digest().readUInt16BE() % TOPICS}`;
}
