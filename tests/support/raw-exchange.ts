/** What no HTTP client would send, byte by byte. */
import { connect, type Socket } from 'node:net';

/** Sends the bytes and resolves with everything that comes back, one character each, until the server closes. */
export async function exchange(port: number, bytes: string | Uint8Array): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const answer = allOf(socket);
  socket.write(bytes);
  return answer;
}

/** A request head with CRLF line ends; `Connection: close` unless it says otherwise. */
export function head(line: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = { Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [line, ...lines, '', ''].join('\r\n');
}

/** The head of a WebSocket handshake as a browser sends it. */
export function upgradeHead(path: string, headers: Readonly<Record<string, string>> = {}): string {
  return head(`GET ${path} HTTP/1.1`, {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  });
}

export function allOf(socket: Socket): Promise<string> {
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
  return new Promise((resolve) => {
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });
}

/** Resolves with the first bytes that come back and cuts the connection. */
export function firstOf(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return new Promise((resolve) => {
    socket.setEncoding('latin1').once('data', (text: string) => {
      resolve(text);
      socket.destroy();
    });
    socket.on('error', () => resolve(''));
    socket.on('close', () => resolve(''));
  });
}
