import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A parser of XML with namespaces. */
export type XmlParser = SaxesParser<{ xmlns: true }>;

/** Called for the events of a parser. */
export interface XmlEvents {
  /** Any event, before its own; whether it is the start of a tag, whose attributes follow. */
  readonly onAny: (isStartOfTag: boolean) => void;
  readonly openTag: (tag: SaxesTagNS) => void;
  readonly closeTag: (tag: SaxesTagNS) => void;
  readonly text: (text: string) => void;
  /** A document type with declarations. */
  readonly declarations: () => void;
  /** XML that is not well-formed; parsing goes on. */
  readonly error: (reason: string) => void;
}

/** Longest reason of an error, which may quote a name of any length. */
const maxReason = 300;

/** Returns a parser that passes its events on. */
export function xmlParser(events: XmlEvents): XmlParser {
  const parser = new SaxesParser({ xmlns: true });
  const passedOn =
    <T>(take: (value: T) => void) =>
    (value: T): void => {
      events.onAny(false);
      take(value);
    };
  const nothing = passedOn(() => {});
  parser.on('opentagstart', () => events.onAny(true));
  parser.on('opentag', passedOn(events.openTag));
  parser.on('closetag', passedOn(events.closeTag));
  parser.on('text', passedOn(events.text));
  parser.on('cdata', passedOn(events.text));
  parser.on('comment', nothing);
  parser.on('processinginstruction', nothing);
  parser.on(
    'doctype',
    passedOn((doctype) => {
      if (doctype.includes('[')) events.declarations();
    }),
  );
  parser.on('error', ({ message }) => {
    // HTML entities are not declared; the text is parsed as HTML afterwards.
    if (message.includes('undefined entity')) return;
    events.error(message.replace(/^[^ ]*:\d+:\d+: /, '').slice(0, maxReason));
  });
  return parser;
}
