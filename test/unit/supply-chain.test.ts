import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bundledPackages } from '../../bench/package/bundled-packages.ts';
import { documents, firstColumn } from '../support/documents.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** A package in a lockfile. */
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  /** Whether installation continues without it, as on another system. */
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
}

interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
  readonly license?: string;
  readonly version?: string;
}

const lockfiles = ['', '.ci'].map((folder) => {
  const { lockfileVersion, packages } = JSON.parse(
    read(join(folder, 'package-lock.json')),
  ) as Lockfile;
  const manifest = JSON.parse(read(join(folder, 'package.json'))) as Manifest;
  const locked = Object.entries(packages).filter(([place]) => place !== '');
  return { folder, lockfileVersion, manifest, packages: locked };
});

/** Returns the path of a dependency: the nearest of its name, by Node's resolution. */
function placeOf(name: string, from: string, packages: ReadonlyMap<string, Locked>): string {
  for (
    let folder = from;
    ;
    folder = folder.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')
  ) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages.has(place) || folder === '') return place;
  }
}

/** Returns the paths of production packages, installed or bundled: direct and transitive dependencies. */
function shippedPlaces(): ReadonlySet<string> {
  const [own] = lockfiles;
  const packages = new Map(own?.packages);
  const direct = [...Object.keys(own?.manifest.dependencies ?? {}), ...bundledPackages];
  const wanted = direct.map((name) => `node_modules/${name}`);
  const shipped = new Set(wanted);
  for (const place of shipped) {
    const { dependencies, optionalDependencies } = packages.get(place) ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      shipped.add(placeOf(name, place, packages));
    }
  }
  return shipped;
}

/** Returns the name of the package at a path under `node_modules`. */
const nameAt = (place: string): string => place.replace(/^.*node_modules\//, '');

test('every package is pinned by its content hash and comes from the public registry', () => {
  for (const { lockfileVersion, packages } of lockfiles) {
    expect(lockfileVersion).toBe(3);
    expect(packages.length).toBeGreaterThan(0);
    for (const [place, { version, integrity, resolved, link }] of packages) {
      expect(version, place).toMatch(/^\d+\.\d+\.\d+/);
      expect(integrity, place).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
      expect(link, place).toBeUndefined();
      if (resolved !== undefined) {
        expect(resolved, place).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      }
    }
  }
});

/** Packages with install scripts, and whether the script is run. */
const scripts = {
  // Installs the Node binary of the system; without the script there is none.
  '': { run: ['node'], notRun: ['fsevents'] },
  // Would download Java; the system's is used.
  '.ci': { run: [], notRun: ['vnu-jar'] },
} as const;

test('only listed packages run install scripts', () => {
  for (const { folder, packages, manifest } of lockfiles) {
    const { run, notRun } = folder === '.ci' ? scripts['.ci'] : scripts[''];
    const having = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const names = new Set(having.map(([place]) => nameAt(place)));
    expect([...names].filter((name) => !(notRun as readonly string[]).includes(name))).toEqual(run);
    expect(Object.keys(manifest.allowScripts ?? {})).toEqual(run);
  }
  // The packages of `.ci` are installed without scripts, in every command that installs them.
  const said = [read('.ci/run'), ...documents().map(({ text }) => text)].flatMap(
    (text) => text.match(/npm ci .*--prefix \.ci/g) ?? [],
  );
  expect(said.length).toBeGreaterThan(1);
  for (const command of said) expect(command).toContain('--ignore-scripts');
});

/** Packages in the table of `docs/packages.md`. */
function explained(): readonly string[] {
  return firstColumn(read('docs/packages.md'), 'package')
    .flatMap((cell) => cell.split(','))
    .map((name) => name.replace(/\(.*\)/, '').trim())
    .filter((name) => name !== '');
}

test('docs/packages.md gives a reason for each direct dependency, and for no other package', () => {
  const asked = lockfiles.flatMap(({ manifest: { dependencies, devDependencies } }) => [
    ...Object.keys(dependencies ?? {}),
    ...Object.keys(devDependencies ?? {}),
  ]);
  expect([...explained()].sort()).toEqual(asked.sort());
});

test('the bundled packages are those that the program imports and npm does not install with it', () => {
  const { devDependencies = {} } = lockfiles[0]?.manifest ?? {};
  const code = ['src', 'templates'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.config.ts'))
      .map((name) => read(join(folder, name))),
  );
  const values = code.join('\n').replace(/^import type [^;]*;$|typeof import\([^)]*\)/gm, '');
  const named = values.matchAll(/(?:\bfrom |\bimport\(|\brequire\()'([^'.:]+)'/g);
  const imported = new Set([...named].map(([, name = '']) => name));
  const expected = [...imported].filter((name) => name in devDependencies && name !== 'sharp');
  expect([...bundledPackages].sort()).toEqual(expected.sort());
});

/** Permitted licences of production packages. */
const licences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  // Fonts, which are distributed with every archive.
  'OFL-1.1',
  'Python-2.0',
  'Zlib',
];

/** Further licences permitted for development packages, which are not distributed. */
const licencesOfTools: readonly string[] = [...licences, 'MPL-2.0', 'BlueOak-1.0.0', 'CC0-1.0'];

/**
 * Licences of packages that users install themselves (sharp, an optional peer): its library libvips is under the LGPL,
 * which permits use beside a program under the MIT licence. No package of ours needs or distributes it.
 */
const licencesOfOptional: readonly string[] = [...licencesOfTools, 'LGPL-3.0-or-later'];

/** Packages of sharp for each system. */
const optionalPackages = /^node_modules\/@img\/sharp-/;

/** Licences of packages that name theirs in no SPDX expression, as their files say. */
const readLicences: Readonly<Record<string, string>> = { duck: 'BSD-2-Clause' };

/** Whether a licence expression (SPDX, annex D) is permitted: one operand of OR, all of AND. */
const isAllowed = (expression: string, list: readonly string[]): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => list.includes(licence)));

test('every package declares a permitted licence', () => {
  const shipped = shippedPlaces();
  for (const { folder, packages } of lockfiles) {
    for (const [place, locked] of packages) {
      const { optional, license, version } = locked;
      const file = join(root, folder, place, 'package.json');
      // Packages for other systems and for CI are not installed here.
      const isHere = existsSync(file);
      const isOptional = optional === true || locked.devOptional === true;
      expect(isHere || isOptional || folder === '.ci', `${place} is installed`).toBe(true);
      const own = isHere ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
      if (own !== undefined) expect(own.version, place).toBe(version);
      const said = readLicences[nameAt(place)] ?? own?.license ?? license ?? 'none';
      const isPeer = !shipped.has(place) && optional === true && optionalPackages.test(place);
      const list =
        folder === '' && shipped.has(place)
          ? licences
          : isPeer
            ? licencesOfOptional
            : licencesOfTools;
      expect(isAllowed(said, list), `${place}: ${said}`).toBe(true);
    }
  }
});

test('sharp is an optional peer, so that nothing under the LGPL is required', () => {
  const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
    read('package.json'),
  ) as Manifest;
  expect(Object.keys(dependencies ?? {})).not.toContain('sharp');
  expect(Object.keys(peerDependencies ?? {})).toEqual(['sharp']);
  expect(peerDependenciesMeta).toEqual({ sharp: { optional: true } });
  expect([...shippedPlaces()].filter((place) => /sharp|@img/.test(place))).toEqual([]);
});

test('licence expressions are evaluated', () => {
  expect(isAllowed('(MIT OR GPL-3.0)', licences)).toBe(true);
  expect(isAllowed('(MIT AND GPL-3.0)', licences)).toBe(false);
  expect(isAllowed('UNLICENSED', licences)).toBe(false);
});

test('npm run sbom lists every production package with version, hash and licence', () => {
  const said = execFileSync('npm', ['run', 'sbom', '--silent', '--offline'], {
    cwd: root,
    // The tests run with NODE_ENV=production, which would omit development packages.
    env: { ...process.env, NODE_ENV: 'development' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const bill = JSON.parse(said) as {
    readonly bomFormat: string;
    readonly specVersion: string;
    readonly metadata: { readonly component: { readonly purl: string } };
    readonly components: readonly {
      readonly name: string;
      readonly version: string;
      readonly hashes: readonly { readonly alg: string; readonly content: string }[];
      readonly licenses?: readonly unknown[];
    }[];
  };
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.any(String) });
  expect(bill.metadata.component.purl).toMatch(/^pkg:npm\/warraq@/);
  const hashOf = (integrity = ''): string =>
    Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  const [own] = lockfiles;
  const locked = new Map(
    own?.packages.map(([place, { version, integrity }]) => [
      place,
      `${nameAt(place)} ${version} ${hashOf(integrity)}`,
    ]),
  );
  const named = new Set(
    bill.components.map(
      ({ name, version, hashes: [hash] }) => `${name} ${version} ${hash?.content}`,
    ),
  );
  expect([...named].filter((one) => ![...locked.values()].includes(one))).toEqual([]);
  // With --omit dev, npm also omits packages that both need (ajv).
  const shipped = [...shippedPlaces()];
  expect(shipped.length).toBeGreaterThan(50);
  expect(shipped.filter((place) => !named.has(locked.get(place) ?? ''))).toEqual([]);
  const unnamed = bill.components.filter(({ licenses = [] }) => licenses.length === 0);
  expect(unnamed.map(({ name }) => name)).toEqual(Object.keys(readLicences));
  // What only development needs is marked; bundled packages are not.
  const marked = bill.components.filter((component) =>
    JSON.stringify(component).includes('cdx:npm:package:development'),
  );
  const names = marked.map(({ name }) => name);
  expect(names).toContain('typescript');
  for (const name of [...bundledPackages, 'micromark', 'js-yaml'])
    expect(names).not.toContain(name);
});
