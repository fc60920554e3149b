import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The response to one request. */
export interface Delivery {
  /** Decoded path of the file. */
  readonly path: string;
  /** Bytes of the response body as sent. */
  readonly sentBytes: number;
  /** Bytes of the file on the disk, which a host without compression would send. */
  readonly fileBytes: number;
}

/** A static file server on this machine. */
export interface Host {
  readonly address: string;
  /** Returns the deliveries since the last call. */
  takeDeliveries(): readonly Delivery[];
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

/** Media types that hosts compress by default. */
const compressed = /^(?:text\/|application\/(?:json|xml)|image\/svg)/;

/** The level of Apache, GitHub Pages and most other hosts. */
const gzipLevel = 6;

/** Starts a server of a folder that behaves like a usual static host: text in gzip, other files uncompressed. */
export async function serveFolder(folder: string): Promise<Host> {
  let delivered: Delivery[] = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').replace(/[?#].*$/s, '')));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (path.includes('..') || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
      response.writeHead(404).end();
      delivered.push({ path, sentBytes: 0, fileBytes: 0 });
      return;
    }
    const bytes = readFileSync(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    const isText = compressed.test(type);
    const body = isText ? gzipSync(bytes, { level: gzipLevel }) : bytes;
    delivered.push({ path, sentBytes: body.length, fileBytes: bytes.length });
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
    takeDeliveries() {
      const deliveries = delivered;
      delivered = [];
      return deliveries;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
