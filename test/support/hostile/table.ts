/** Parses a CSV table (RFC 4180) as a spreadsheet does; returns rows of cells. */
export function readTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const sign = /[,\r\n]/g;
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1);
      while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      sign.lastIndex = at;
      const end = sign.exec(text)?.index ?? text.length;
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    while (text[at] === '\r' || text[at] === '\n') at += 1;
  }
  return rows;
}
