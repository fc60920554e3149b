import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { encodeLegacy } from '../support/encode.ts';
import { temporarySite } from '../support/temporary-site.ts';

const news = 'ارتفع منسوب النهر بعد أمطار الأسبوع الماضي وحذرت البلدية سكان الضفاف من السيول';

test('a text too short for detection follows the encoding of its folder, even when unchanged itself', async () => {
  const site = temporarySite();
  const plant = (name: string, bytes: Uint8Array): void => {
    writeFileSync(site.at('seeds', name), bytes);
    utimesSync(site.at('seeds', name), 1e9, 1e9);
  };
  const warm = async () => {
    const { read, written } = await site.build();
    expect(site.tree()).toEqual(await site.coldTree());
    return { read, written };
  };
  plant('short.txt', encodeLegacy('نهر', 'windows-1256'));
  plant('usual.txt', new TextEncoder().encode('نص بترميز واحد لا شك فيه.'));
  // A seed's time stamp is trusted only when it is older than the last build.
  await setTimeout(2200);
  await warm();
  plant('a.txt', encodeLegacy(news, 'windows-1256'));
  await setTimeout(2200);
  expect((await warm()).read).toBe(2);
  expect((await warm()).written).toBe(0);
  for (const name of ['b.txt', 'c.txt']) plant(name, encodeLegacy(news, 'iso-8859-6'));
  await setTimeout(2200);
  expect((await warm()).read).toBe(3);
  for (const name of ['b.txt', 'c.txt']) rmSync(site.at('seeds', name));
  expect((await warm()).read).toBe(1);
}, 60_000);
