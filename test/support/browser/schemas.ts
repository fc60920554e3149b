import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { RelaxNGValidator, XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { fixture } from '../paths.ts';

/** Returns the errors of a file, one on each line; undefined if it is valid. */
export type Schema = (text: string) => string | undefined;

const read = (name: string): string => readFileSync(fixture('schemas', name), 'utf8');

/**
 * Reads a fixture's XML schema: RELAX NG (`.rng`) or XML Schema (`.xsd`).
 *
 * @throws if the schema itself is invalid
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
 * Reads a fixture's JSON schema (JSON Schema 2020-12).
 *
 * @throws if the schema itself is invalid
 */
export function jsonSchema(name: string): Schema {
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false });
  const validate = ajv.compile(JSON.parse(read(name)) as object);
  return (text) =>
    validate(JSON.parse(text)) ? undefined : ajv.errorsText(validate.errors, { separator: '\n' });
}
