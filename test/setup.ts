import fc from 'fast-check';

/**
 * Properties are tried on the same cases in every run, so that a red run is about the change at hand;
 * WARRAQ_SEED explores others.
 */
fc.configureGlobal({ seed: Number(process.env.WARRAQ_SEED ?? 20171212) });
