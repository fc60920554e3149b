import { cpSync, existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixture } from '../../support/paths.ts';
import { temporarySite } from '../../support/temporary-site.ts';

const text = 'افتتح المجلس مكتبة الحي، وحضر الافتتاح جمع من الأهالي والطلاب.';

test('dates of metadata, records, texts and names of files are the days that they mean', async () => {
  const site = temporarySite({
    'warraq.yaml': 'ids: path\ndates: {order: dmy}\nrecords: {fields: {hijri: تاريخ الصدور}}\n',
    'seeds/open/own.md': `---\ndate: 3/4/2015\n---\n${text}\n`,
    'seeds/open/_folder.yaml': 'dates: {order: mdy}\n',
    'seeds/all.md': `---\ndate: 3/4/2015\n---\n${text}\n`,
    'seeds/both.md': `---\ndate: الثلاثاء 24 يوليو 2012 م الموافق 5 رمضان 1433 هـ\n---\n${text}\n`,
    'seeds/old.md': `---\ndate: 1340-05-12\n---\n${text}\n`,
    'seeds/gregorian.md': `---\ndate: 1433 م\n---\n${text}\n`,
    'seeds/wrong.md': `---\ndate: 31 فبراير 2012\n---\n${text}\n`,
    'seeds/records.jsonl': [
      JSON.stringify({ title: 'أول', text, date: '5 ذو القعدة 1433' }),
      JSON.stringify({ title: 'ثان', text, 'تاريخ الصدور': '٦ ذي القعدة ١٤٣٣ هـ' }),
    ].join('\n'),
    'seeds/2013/05/07/note.txt': text,
    'seeds/٢٤-٧-٢٠١٢.txt': text,
    'seeds/report-10035201.txt': text,
    'seeds/20121399.txt': text,
    'seeds/scan_20200101.txt': text,
    'seeds/crawl.warc.d/2020-01-01/page.txt': text,
    'seeds/2012-07-24-printed.txt': `صحيفة الأيام - العدد 12 - 25 يوليو 2012\nمكتبة الحي\n\n${text}\n`,
  });
  for (const name of ['12-hijri-year-taken-as-gregorian', '13-unambiguous-dates-not-read']) {
    cpSync(fixture('cases', name), site.at('seeds', name.slice(0, 2)), {
      recursive: true,
      filter: (path) => !path.endsWith('.xml'),
    });
  }
  cpSync(fixture('cases', '23-hijri-before-published-tables'), site.at('seeds', '23'), {
    recursive: true,
  });
  const { code, out } = await site.run('build', '--json', '--lang', 'en', '--workers', '0');
  expect(code).toBe(0);
  const facts = (id: string): string => {
    const file = site.at('dist', 'articles', `${id}.html`);
    const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return (
      /<p class="facts">(.*)<\/p>/.exec(page.replace(/class="related".*/s, ''))?.[1] ??
      `no page ${id}`
    );
  };
  const day = (id: string): string => /datetime="([^"]*)"/.exec(facts(id))?.[1] ?? 'none';
  expect(
    Object.fromEntries(
      ['12-hijri', '12-hij-1', '12-hij-2', '12-hij-3', 'records-1', 'records-2', 'old'].map(
        (id) => [id, [day(id), facts(id).includes('data-derived')]],
      ),
    ),
  ).toEqual({
    '12-hijri': ['2012-07-24', true],
    '12-hij-1': ['2012-07-24', true],
    '12-hij-2': ['2012-07-25', true],
    '12-hij-3': ['1894', true],
    'records-1': ['2012-09-21', true],
    'records-2': ['2012-09-22', true],
    // Before 1343 no calendar is known as it was printed.
    old: ['1922-01-10', true],
  });
  expect(facts('old')).toContain('حوالي');
  expect(facts('12-hijri')).toContain('1433-09-05');
  for (const id of ['d7', 'd9', 'd10', 'd14', 'd18', 'd19', 'd20', 'd23', '2012-07-24_10035']) {
    expect(day(`13-${id}`), id).toBe('2012-07-24');
  }
  expect(facts('13-2012-07-24_10035')).toContain('data-inferred');
  expect([day('13-d6'), day('13-JA-culture-1-20170120')]).toEqual(['2012-07-04', '2017-01-20']);
  expect([day('13-serial-1'), day('13-serial-2')]).toEqual(['2012-07-24', '2012-07-25']);
  expect(facts('23-h10')).toContain('٨ رجب ١٣٤٤ هـ');
  expect(facts('23-h1')).toContain('٢٥ المحرم ١٤٠٤ هـ');
  expect(facts('23-h5')).toContain('٧ المحرم ١٤١٠ هـ');
  expect(`${facts('23-h10')}${facts('23-h1')}${facts('23-h5')}`).not.toContain('تقريبي');
  expect([day('open-own'), day('all'), day('both'), day('gregorian')]).toEqual([
    ...['2015-03-04', '2015-04-03', '2012-07-24', '1433'],
  ]);
  expect(facts('both')).toMatch(/رمضان <bdi>1433/);
  expect([day('2013-05-07-note'), day('2012-07-24-printed')]).toEqual(['2013-05-07', '2012-07-25']);
  for (const id of ['report-10035201', '20121399', 'scan_20200101', 'wrong']) {
    expect(day(id), id).toBe('none');
  }
  const { diagnostics, undated } = JSON.parse(out) as {
    readonly undated: number;
    readonly diagnostics: readonly Readonly<
      Record<'rule' | 'severity' | 'file' | 'message', string>
    >[];
  };
  // The digits of a name in Arabic, and the folder of a crawl, have ids by hash.
  expect(undated).toBe(5);
  expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`).sort()).toEqual([
    ...['info date-read', 'info date-read', 'info date-read', 'info same-text'],
    ...['info same-text', 'warning metadata-date'],
  ]);
  expect(diagnostics.find(({ message }) => message.includes('1433-09-05'))?.message).toMatch(
    /\(6 dates in this form\)/,
  );
});
