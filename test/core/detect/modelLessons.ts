import assert from 'node:assert/strict';
import { loadModel, type EntityModel } from '../../../src/core/detect/model/entityModel';
import { writeModel } from '../../../src/core/detect/model/modelFile';
import { tinyModel, type Lesson } from '../../support/tinyModel';

/** Names that no list has, and what a model of them is. */
export const LESSONS: readonly Lesson[] = [
  [
    ['زار', ''],
    ['سمرقين', 'PERS'],
    ['بلدة', ''],
    ['كرنوشة', 'LOC'],
  ],
  [
    ['وصل', ''],
    ['دنقوش', 'PERS'],
    ['سمرقين', 'PERS'],
    ['إلى', ''],
    ['كرنوشة', 'LOC'],
  ],
  [
    ['أعلنت', ''],
    ['طرنوبكس', 'ORG'],
    ['الأرباح', ''],
    ['أمس', ''],
  ],
  [
    ['قال', ''],
    ['الناس', ''],
    ['في', ''],
    ['السوق', ''],
  ],
];
export const WEIGHTS = tinyModel(LESSONS);
export const FILE = writeModel(WEIGHTS);
export const model = (): EntityModel => {
  const loaded = loadModel(FILE);
  assert.ok(loaded.ok);
  return loaded.model;
};
