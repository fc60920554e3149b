import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file that was asked for. */
export interface Delivery {
  /** Its path on the host, decoded. */
  readonly path: string;
  /** Bytes of it that were sent, as they were sent; without headers. */
  readonly sent: number;
  /** Bytes of it as they lie on the disk: what a host sends that compresses nothing. */
  readonly plain: number;
}

/** A host of files on this machine. */
export interface Host {
  readonly address: string;
  /** Returns what was delivered since it was last asked. */
  taken(): readonly Delivery[];
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
};

/** What hosts compress of themselves: text, by its type. */
const compressed = /^(?:text\/|application\/(?:json|xml)|image\/svg)/;

/** As Apache, GitHub and most others have it. */
const level = 6;

/** Starts a host that serves a folder as any static host does: text in gzip, the rest as it is. */
export async function serveFolder(folder: string): Promise<Host> {
  let delivered: Delivery[] = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').replace(/[?#].*$/s, '')));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (path.includes('..') || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
      response.writeHead(404).end();
      delivered.push({ path, sent: 0, plain: 0 });
      return;
    }
    const bytes = readFileSync(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    const isText = compressed.test(type);
    const body = isText ? gzipSync(bytes, { level }) : bytes;
    delivered.push({ path, sent: body.length, plain: bytes.length });
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      'cache-control': 'max-age=600',
      ...(isText ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    taken() {
      const all = delivered;
      delivered = [];
      return all;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
