// The model by itself: the classes and spans of the data that it was trained on, before they are brought
// to the labels and spans of the guidelines; names found once are known again here too.
import { analyse } from '../../src/core/detect/analysis';
import { namedAgain, standsAlone } from '../../src/core/detect/consistency';
import { facts } from '../../src/core/detect/knownNames';
import type { EntitySuggestion } from '../../src/core/detect/detector';
import { commonWords, readNames } from '../../src/core/detect/model/entities';
import type { EntityModel } from '../../src/core/detect/model/entityModel';
import { FeatureExtractor } from '../../src/core/detect/model/features';
import { createWordFlags } from '../../src/core/detect/model/wordFlags';
import type { Engine } from '../../src/core/detect/suggest';
import { createVocabulary } from '../../src/core/detect/vocabulary';
import type { Labelled } from './scores';

/** Names in an article, a line a sentence. */
export type ModelReader = (text: string) => Labelled[];

/** `rules` is the engine without a model, whose proposals the model builds on. */
export function createReader(model: EntityModel, rules: Engine, again: boolean): ModelReader {
  const vocabulary = createVocabulary();
  const flags = createWordFlags(vocabulary);
  const extractor = new FeatureExtractor(flags, model.familiarity);
  const alone = standsAlone(vocabulary, commonWords(model, flags));
  return (text) => {
    const lines = text.split('\n').map((line) => {
      const analysis = analyse(line);
      const proposals = rules.paragraph(line).filter((s) => s.kind === 'entity');
      const names = readNames(model, extractor, analysis, proposals).map(
        (span): EntitySuggestion => {
          const start = analysis.tokens[span.from]?.start ?? 0;
          const end = analysis.tokens[span.to - 1]?.end ?? 0;
          const quote = line.slice(start, end);
          const base = { kind: 'entity', detector: 'model', why: [] } as const;
          return { ...base, label: span.name, start, end, quote, score: span.probability };
        },
      );
      return { analysis, names };
    });
    const known = facts(lines.map(({ names }) => names));
    let offset = 0;
    return lines.flatMap(({ analysis, names }) => {
      const more = again ? namedAgain(analysis, names, known, alone) : [];
      const start = offset;
      offset += analysis.text.length + 1;
      return [...names, ...more].map((s) => ({
        label: s.label === 'GPE' ? 'LOC' : s.label,
        start: s.start + start,
        end: s.end + start,
      }));
    });
  };
}
