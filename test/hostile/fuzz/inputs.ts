import { formulas, markup, naughty, templateCode } from '../../support/hostile/markup.ts';
import type { Random } from './random.ts';

const sentences = [
  'قال وزير الاقتصاد إن الخطة الجديدة ستبدأ في مطلع العام المقبل.',
  'وأضاف أن «المحادثات» تجري في جنيف، بينما رفض الوفد التعليق!',
  'محادثات جنيف الجديدة',
  'بلغت نسبة النمو 4.5% في 2017، أي ٤٫٥ بالمئة',
  'وصلت القافلة إلى المدينة فجرًا بعد رحلة طويلة عبر الصحراء',
  'كِتَابٌ عَرَبِيٌّ والعـــربية لغة الضاد',
  'The BBC said F-16 jets were seen near the city',
  '# عنوان فرعي #',
];
const signs = [
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u200f',
    '\u202e',
  ],
  ...[
    '---',
    '---\n',
    '\n---\n',
    ':',
    ': ',
    '- ',
    '? ',
    '#',
    ' #',
    '*',
    '**',
    '_',
    '`',
    '```',
    '~~~',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '<',
    '>',
    '&',
    '!',
    '|',
    '"',
    "'",
    '\\',
    '@',
    '%',
    ',',
    '=',
    '+',
  ],
  ...[
    '«',
    '»',
    '“',
    '”',
    '-',
    '−',
    '..',
    '…',
    '؟',
    '؛',
    '،',
    '1. ',
    '> ',
    '    ',
    '![',
    '](',
    '\0',
  ],
  ...['\ud800', '\udc00', '\uffff', '\u00ad', '\u200b', '\u0640', '\u064b', '\u0001', '\u001a'],
];
const keys = [
  ...[
    'title: ',
    'date: 2017-12-12',
    'topics: [',
    'authors:\n- ',
    'id: ',
    'headings:\n  - ',
    '<<: *a',
  ],
  ...['url: https://example.org/', '&a ', '*a', '!!js/function ', '__proto__: ', '|\n  ', '>-\n  '],
];
const vectors = [...markup, ...templateCode, ...naughty, ...formulas].map(([, text]) => text);

/** Returns a text of up to forty parts as found in newspapers, exports and attacks. */
export function anyText(from: Random): string {
  const count = 1 + from.below(from.below(8) === 0 ? 40 : 10);
  const parts: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const kind = from.below(10);
    if (kind < 4) parts.push(from.pick(sentences), from.pick([' ', ' ', '\n', '']));
    else if (kind < 7)
      parts.push(from.pick(signs).repeat(from.below(12) === 0 ? from.below(200) : 1));
    else if (kind < 8) parts.push(from.pick(keys));
    else if (kind < 9) parts.push(from.pick(vectors));
    else parts.push(String.fromCharCode(from.below(0x10000)));
  }
  return mutated(parts.join(''), from);
}

/** Returns a text with front matter, valid or broken. */
export function anySeed(from: Random): string {
  const lines: string[] = [];
  for (let i = from.below(6); i > 0; i -= 1) {
    lines.push(`${from.pick(keys)}${from.below(3) === 0 ? anyText(from) : from.pick(sentences)}`);
  }
  return mutated(`---\n${lines.join('\n')}\n---\n${anyText(from)}`, from);
}

/** Cuts, repeats, moves and replaces parts of a text. */
function mutated(text: string, from: Random): string {
  let now = text;
  for (let i = from.below(4); i > 0; i -= 1) {
    const [a, b] = [from.below(now.length + 1), from.below(now.length + 1)].sort((x, y) => x - y);
    const [head, middle, tail] = [now.slice(0, a), now.slice(a, b), now.slice(b)];
    switch (from.below(5)) {
      case 0:
        now = head + tail;
        break;
      case 1:
        now = head + middle.slice(0, 400) + middle + tail;
        break;
      case 2:
        now = head + from.pick(signs) + middle + from.pick(signs) + tail;
        break;
      case 3:
        now = tail + middle + head;
        break;
      default:
        now = head + [...middle].reverse().join('') + tail;
    }
  }
  return now.slice(0, 20_000);
}

/** Returns the bytes of a text in some encoding, with some changed, cut or repeated. */
export function anyBytes(from: Random): Buffer {
  const text = from.below(2) === 0 ? anySeed(from) : anyText(from);
  const encodings = ['utf8', 'utf8', 'utf8', 'utf16le', 'latin1'] as const;
  let bytes = Buffer.from(text, from.pick(encodings));
  if (from.below(6) === 0) bytes = Buffer.concat([Buffer.from('fffe', 'hex'), bytes]);
  if (from.below(6) === 0) bytes = Buffer.concat([Buffer.from('efbbbf', 'hex'), bytes]);
  for (let i = from.below(5); i > 0 && bytes.length > 0; i -= 1) {
    const at = from.below(bytes.length);
    if (from.below(3) === 0) bytes = bytes.subarray(0, at);
    else bytes[at] = from.below(256);
  }
  return bytes;
}

/** Returns a search query, plausible or not. */
export const anyQuery = (from: Random): string =>
  from.below(3) === 0
    ? anyText(from)
    : Array.from({ length: 1 + from.below(12) }, () =>
        from.pick([from.pick(sentences), from.pick(signs), '"', '«', '-', ' -', '-«', ' ']),
      ).join('');
