import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundledPackages } from './bundled-packages.ts';

// Prints a software bill of materials (CycloneDX) of the program. npm marks as `development` what npm does not install
// for users; the packages whose code is in the published program are part of it, and lose the mark.

/** The mark of npm at packages that only development needs. */
const developmentMark = 'cdx:npm:package:development';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly properties?: readonly { readonly name: string }[];
}

interface Bill {
  readonly components: readonly Component[];
  readonly dependencies: readonly {
    readonly ref: string;
    readonly dependsOn?: readonly string[];
  }[];
}

/** Returns the references of the bundled packages and of all that they depend on. */
function bundledReferences({ components, dependencies }: Bill): ReadonlySet<string> {
  const of = new Map(dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const found = new Set(
    components.filter(({ name }) => bundledPackages.includes(name)).map((one) => one['bom-ref']),
  );
  for (const ref of found) for (const next of of.get(ref) ?? []) found.add(next);
  return found;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const flags = ['--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
const { status, stdout, stderr } = spawnSync('npm', ['sbom', ...flags], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
if (status !== 0) {
  process.stderr.write(stderr);
  process.exit(1);
}
const bill = JSON.parse(stdout) as Bill;
const bundled = bundledReferences(bill);
const components = bill.components.map((component) =>
  bundled.has(component['bom-ref'])
    ? {
        ...component,
        properties: component.properties?.filter(({ name }) => name !== developmentMark),
      }
    : component,
);
process.stdout.write(`${JSON.stringify({ ...bill, components }, undefined, 2)}\n`);
