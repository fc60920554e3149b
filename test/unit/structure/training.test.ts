import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/paths.ts';

const data = join(repository, '../shared/data/structure2');

/** Every hundredth article, few passes of the encoder, few trees. */
const options = ['--every', '100', '--quick'];
/** SHA-256 of the weights that these options give. */
const hash = '4adac149a22e002e6a1d705c2c4d5947df5f1f47f345fffee51a23238897dc93';

test.skipIf(!existsSync(data))(
  'training on a hundredth of the data gives the same weights on every machine',
  () => {
    const trained = spawnSync(
      process.execPath,
      ['bench/structure/train/train.ts', ...options, '--data', data, '--out', '/dev/null'],
      { cwd: repository, encoding: 'utf8' },
    );
    expect(trained.stderr).toBe('');
    expect(/SHA-256 (\w+)/.exec(trained.stdout)?.[1]).toBe(hash);
  },
  120_000,
);

test('the kernels are compiled from their sources', () => {
  const compiled = spawnSync(process.execPath, ['bench/structure/kernels.ts', '--check'], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(compiled.stderr).toBe('');
  expect(compiled.status).toBe(0);
}, 60_000);
