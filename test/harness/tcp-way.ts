import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server over which nobody gets once it is closed, until it is opened again. */
export interface TcpWay {
  readonly port: number;
  /** Breaks every connection, and refuses new ones. */
  close(): Promise<void>;
  open(): Promise<void>;
}

export async function tcpWay(to: { readonly host: string; readonly port: number }): Promise<TcpWay> {
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(to.port, to.host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on('error', () => other.destroy());
      one.once('close', () => ends.delete(one));
      one.pipe(other);
    }
  });
  let port = 0;
  const open = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await open();
  port = (server.address() as AddressInfo).port;
  return {
    port,
    open,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const end of ends) end.destroy();
      }),
  };
}
