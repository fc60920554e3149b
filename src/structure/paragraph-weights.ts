import { parseWeights } from './weight-table.ts';

/**
 * How much each sign of `paragraph-signs.ts` speaks for a paragraph break before a sentence, in
 * log-odds, added up; written as in `weights.ts`. `since 3` counts words since the last break.
 * Fitted by logistic regression on 28,000 sentence starts of SaudiNewsNet up to 4 August 2015.
 */
const table = `
after: question=-0.59 quote=-0.09
before: 0=-0.57 1=-0.09 2=-0.34 3=-0.15 5=0.39
left: 0=-0.32 1=0.1 3=-0.06
next: 0=-0.28 1=-0.06 2=-0.08 3=0.07 9=0.3
opening: adjective=-0.43 connective=0.3 definite=0.12 particle=-0.53 plain=-0.2 plainF=-1.54
opening: plainT=0.74 present=0.16 waBound=0.11 waParticle=-0.34 waPast=0.24 waPlain=-0.28
opening: waPreposition=0.18 waPresent=0.07 waT=0.51 waVerbal=0.18
own: 0=-1.6 1=-0.75 2=-0.35 3=-0.06 4=0.24 5=0.68
pair: 1_1=0.24 1_2=-0.59 1_3=0.44 1_4=-0.35 1_5=0.57 2_1=-0.24 2_2=-0.21 2_3=-0.23 2_5=0.33
pair: 3_1=-0.12 3_3=-0.05 3_4=0.14 3_5=-0.14 4_1=-0.41 4_2=-0.33 4_4=0.38 5_1=-0.98 5_2=-0.09
pair: 5_3=0.24 5_4=0.36 5_5=0.69
second: bound=0.33 definite=0.15 demonstrative=-0.43 particle=-0.41 past=0.24 plain=0.12
second: prefixed=-0.57 preposition=-0.52 pronoun=-0.23 title=0.26 waPlain=-0.24
since: 0=-0.58 1=-0.5 1_connective=0.34 1_opener=0.39 1_particle=-0.5 1_plain=-0.18
since: 1_waParticle=-0.19 1_waPast=0.52 1_waPlain=0.3 1_waPreposition=0.3 1_waPresent=0.09
since: 2_connective=0.2 2_definite=0.36 2_demonstrative=0.27 2_opener=-0.06 2_past=0.17
since: 2_plain=0.12 2_plainF=-0.45 2_preposition=0.15 2_present=0.23 2_waBound=0.2
since: 2_waDefinite=-0.18 2_waParticle=-0.19 2_waPlain=-0.16 2_waPreposition=0.13
since: 2_waPresent=0.13 2_waVerbal=0.77 3=0.06 4=0.35 7=-0.06 8=-0.24
word: اما=0.26 ان=0.52 كما=-0.71 من=0.78 واشار=0.82 واكد=0.27 واوضح=0.49 وفي=-0.45 وقال=0.24
word: وقالت=0.53 وكان=1.22 وكانت=0.57
`;

/** A break is made where the sum is over this: best F1 on articles that were not fitted. */
export const leastBreak = -0.5;

/** Weight of each sign by its name. */
export const breakWeights: ReadonlyMap<string, number> = parseWeights(table);
