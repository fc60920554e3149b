import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { encodeLegacy } from '../encode.ts';
import { buildHere, coldTree, makeRoot, treeOf } from './site.ts';

const news = 'ارتفع منسوب النهر بعد أمطار الأسبوع الماضي وحذرت البلدية سكان الضفاف من السيول';

test('a text too short to tell follows its folder, though nobody touched it', async () => {
  const root = makeRoot('folder-encoding');
  const plant = (name: string, bytes: Uint8Array): void => {
    writeFileSync(join(root, 'seeds', name), bytes);
    utimesSync(join(root, 'seeds', name), 1e9, 1e9);
  };
  const warm = async () => {
    const { read, written } = await buildHere(root);
    expect(treeOf(join(root, 'dist'))).toEqual(await coldTree(root));
    return { read, written };
  };
  try {
    plant('short.txt', encodeLegacy('نهر', 'windows-1256'));
    plant('usual.txt', new TextEncoder().encode('نص بترميز واحد لا شك فيه.'));
    // A seed is known by its stamp only when the clock has gone on since it was written.
    await setTimeout(2200);
    await warm();
    plant('a.txt', encodeLegacy(news, 'windows-1256'));
    await setTimeout(2200);
    expect((await warm()).read).toBe(2);
    expect((await warm()).written).toBe(0);
    for (const name of ['b.txt', 'c.txt']) plant(name, encodeLegacy(news, 'iso-8859-6'));
    await setTimeout(2200);
    expect((await warm()).read).toBe(3);
    for (const name of ['b.txt', 'c.txt']) rmSync(join(root, 'seeds', name));
    expect((await warm()).read).toBe(1);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 60_000);
