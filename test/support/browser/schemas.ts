import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { RelaxNGValidator, XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { fixture } from '../paths.ts';

/** Returns what is wrong with a file, a line for each error; undefined where nothing is. */
export type Schema = (text: string) => string | undefined;

const read = (name: string): string => readFileSync(fixture('schemas', name), 'utf8');

/**
 * Reads one of our schemas of XML: RELAX NG (`.rng`) or XML Schema (`.xsd`).
 *
 * @throws where the schema itself is wrong.
 */
export function xmlSchema(name: string): Schema {
  const document = XmlDocument.fromString(read(name));
  const kind = name.endsWith('.rng') ? RelaxNGValidator : XsdValidator;
  const validator = kind.fromDoc(document);
  return (text) => {
    using found = XmlDocument.fromString(text);
    try {
      validator.validate(found);
      return undefined;
    } catch (error) {
      if (error instanceof XmlValidateError) return error.message;
      throw error;
    }
  };
}

/**
 * Reads one of our schemas of JSON (JSON Schema 2020-12).
 *
 * @throws where the schema itself is wrong.
 */
export function jsonSchema(name: string): Schema {
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false });
  const validate = ajv.compile(JSON.parse(read(name)) as object);
  return (text) =>
    validate(JSON.parse(text)) ? undefined : ajv.errorsText(validate.errors, { separator: '\n' });
}
