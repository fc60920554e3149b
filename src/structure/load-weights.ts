import { readFileSync } from 'node:fs';
import { type Model, unpackModel } from './learned/model.ts';

let model: Model | undefined;

/**
 * Returns the model's weights, read on first use from the file beside the code: a constant of the
 * program that is too large to be written as source.
 *
 * @throws the file system's error where the file is not there, which a whole installation rules out.
 */
export function loadWeights(): Model {
  model ??= unpackModel(readFileSync(new URL('./learned/weights.bin', import.meta.url)));
  return model;
}
