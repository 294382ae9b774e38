import { createHash } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Makes sure that no other agent works in the directory: it would take our running commands for cut short. Holds for as long as the
 * process lives, however it ends.
 *
 * Gaps: only on Linux, whose sockets can have names outside the file system.
 */
export async function claim(root: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const name = `velocius-agent-${createHash('sha256').update(root).digest('hex').slice(0, 32)}`;
  const socket = createServer((connection) => connection.destroy());
  await new Promise<void>((resolve, reject) => {
    socket.once('listening', resolve);
    socket.once('error', () => reject(new Error(`Another agent works in ${root} already`)));
    socket.listen(`\0${name}`);
  });
  socket.unref();
}
