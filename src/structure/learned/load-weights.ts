import { readFileSync } from 'node:fs';
import { type Model, unpackModel } from './model.ts';

let model: Model | undefined;

/**
 * Returns the model's weights, read on first use from the file beside this module; they are too large
 * for source code.
 *
 * @throws the file system's error where the installation lacks the file
 */
export function loadWeights(): Model {
  model ??= unpackModel(readFileSync(new URL('./weights.bin', import.meta.url)));
  return model;
}
