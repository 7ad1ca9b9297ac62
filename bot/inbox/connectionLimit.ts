import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Says of a connection that who is at its other end knows the secret. */
export type Trust = (socket: Socket) => void;

/**
 * Holds a server to `most` connections. One more takes the place of the one that was there longest and never gave the
 * secret: whoever holds connections open, or opens ever more of them, does not keep those away that have something to say.
 */
export function limitConnections(server: Server, most: number): Trust {
  const strangers = new Set<Socket>();
  const trusted = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    socket.once('close', () => {
      strangers.delete(socket);
      trusted.delete(socket);
    });
    strangers.add(socket);
    if (strangers.size + trusted.size <= most) return;
    const [oldest = socket] = strangers;
    strangers.delete(oldest);
    oldest.destroy();
  });
  return (socket) => {
    if (strangers.delete(socket)) trusted.add(socket);
  };
}
