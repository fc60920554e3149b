import { beforeEach, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { progressLine, safeTerminal, type Terminal } from '../../../src/cli/terminal.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

/** Clears the screen, forges a line, reorders the rest, and ends lines in every way. */
const hostile = '\u001b[2J\u009b31m\u202e\u2067\u2028\u2029\u0085\u007f\r\nFORGED all is well';

/** What a terminal acts on, or what begins a line that nobody wrote. */
const acts = /[[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]--[\n]]|^\s*FORGED/mv;

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite({
    [`seeds/${hostile}.txt`]: `---\ntitle: "خبر \\e[2J\\u202e"\nx${hostile.replace(/[\r\n].*/s, '')}y: z\n---\nنص أول.\n`,
    [`seeds/a/${hostile}.txt`]: 'نص ثان.\n',
    [`seeds/picture.${hostile}`]: 'x',
    'seeds/list.jsonl': `{"id":"r","title":${JSON.stringify(hostile)},"text":"نص"}\n{"id":${JSON.stringify(hostile)},"text":"نص","f${hostile.replace(/[^\w]/g, '')}":1}\n`,
    [`in/${hostile}.csv`]: `title,text\n"${hostile}",نص\n"${hostile}",نص آخر\n`,
    [`in/${hostile}.xml`]: '<alto/>',
    [`${hostile}/.keep`]: '',
  });
});

/** Runs the command line; returns all of its output. */
async function said(...argv: readonly string[]): Promise<string> {
  let output = '';
  const write = (text: string): void => {
    output += text;
  };
  const terminal: Terminal = { out: write, err: write, live: false, now: () => 0 };
  await main(argv, terminal);
  return output;
}

test.each(['ar', 'en'])('nothing raw reaches a terminal, whatever names are: %s', async (lang) => {
  const root = ['--root', site.root, '--lang', lang] as const;
  const evil = site.at(hostile);
  const seed = site.at(`seeds/${hostile}.txt`);
  const runs = [
    ['build', ...root, '--workers', '0', '--debug'],
    ['build', ...root, '--workers', '0', '--json', '--out', evil, '--cache', `${evil}-c`],
    ['check', ...root, '--out', evil],
    ['check', ...root, '--out', `${evil}-none`],
    ['import', site.at('in'), ...root, '--dry-run'],
    ['import', site.at(`in/${hostile}.csv`), ...root, '--into', site.at(`seeds/${hostile}`)],
    ['structure', '--review', seed, ...root, '--out', site.at('review.html')],
    ['structure', '--review', seed, ...root, '--json', '--out', site.at('review.html')],
    ['build', ...root, '--seeds', `${evil}-none`],
    ['build', ...root, '--cache', site.at('in')],
    ['build', ...root, '--config', `${evil}.yaml`],
    ['build', ...root, '--workers', hostile],
    ['build', ...root, `--debug=${hostile}`],
    [hostile, ...root],
    ['build', ...root, `--${hostile}`],
    ['build', hostile, ...root],
    ['serve', ...root, '--port', hostile],
  ];
  for (const argv of runs) {
    const output = await said(...argv);
    expect(output, argv.join(' ')).not.toBe('');
    expect(acts.exec(output)?.[0], `${argv[0]}: ${output.slice(0, 3000)}`).toBeUndefined();
  }
});

test('a progress line is one line, and only its own sequence is raw', () => {
  let [output, now] = ['', 0];
  const given: Terminal = {
    out: () => {},
    err: (text) => {
      output += text;
    },
    live: true,
    now: () => now,
  };
  const line = progressLine(safeTerminal(given));
  now = 2000;
  line.show(() => `قراءة ${hostile}`);
  line.clear();
  expect(output.startsWith('\r\u001b[K')).toBe(true);
  expect(acts.exec(output.replaceAll('\r\u001b[K', ''))).toBeNull();
});
