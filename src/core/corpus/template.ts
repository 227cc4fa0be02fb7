import type { PresetName } from '../model/labels';

export interface TemplateChoice {
  readonly language: 'en' | 'ar';
  readonly labels: PresetName;
  readonly annotator?: string;
}

/**
 * What each key is for, in the words of a comment. A line of YAML runs from left to right: an Arabic one
 * holds no Latin word before its end and no full stop, which would stand on the wrong side.
 */
const COMMENTS = {
  head: {
    en: ['A corpus: this folder and all below it. Everything here is optional.'],
    ar: ['مدونة: هذا المجلد وكل ما تحته، وكل ما هنا اختياري'],
  },
  labels: {
    en: [
      'The labels: wojood (21 types), conll (4), or a list of your own:',
      '  labels:',
      '    - PERS',
      '    - name: CROP',
      '      names: {ar: محصول, en: Crop}',
      '      color: "#227e00"',
      '      key: k',
    ],
    ar: [
      'الوسوم: إحدى هاتين المجموعتين أو قائمة من عندك',
      '  wojood: 21 نوعا',
      '  conll: 4 أنواع',
      '  labels:',
      '    - PERS',
      '    - name: CROP',
      '      names: {ar: محصول, en: Crop}',
      '      color: "#227e00"',
      '      key: k',
    ],
  },
  include: {
    en: ['Which files are articles. A sidecar stands beside each as NAME.ann.yaml.'],
    ar: ['أي الملفات مقالات، وبجانب كل منها ملف تعليقاته', '  NAME.ann.yaml'],
  },
  annotator: {
    en: ['Whose name stands in annotations, where the settings do not say.'],
    ar: ['الاسم الذي يُكتب في التعليقات إن لم تحدده الإعدادات'],
  },
  detectors: {
    en: ['Detectors that should not suggest anything here.'],
    ar: ['كواشف لا ينبغي أن تقترح شيئا هنا'],
  },
  rtl: {
    en: ['Arabic lines from right to left: auto or off.'],
    ar: ['السطور العربية من اليمين إلى اليسار', '  auto, off'],
  },
  split: {
    en: [
      'Training, development and test sets of an export. The same article always falls into the same part.',
    ],
    ar: ['أقسام التدريب والتطوير والاختبار عند التصدير، ويقع المقال دائما في القسم نفسه'],
  },
} as const;

/** The text of a `hashiya.yaml` to begin with: what one may want to change, each with a word on it. */
export function configTemplate({ language, labels, annotator }: TemplateChoice): string {
  const note = (key: keyof typeof COMMENTS): string[] =>
    COMMENTS[key][language].map((line) => `# ${line}`.trimEnd());
  return [
    '# yaml-language-server: $schema=https://hashiya.github.io/schema/hashiya-1.json',
    ...note('head'),
    '',
    ...note('labels'),
    `labels: ${labels}`,
    '',
    ...note('include'),
    'include: ["**/*.txt", "**/*.md"]',
    '# exclude: ["drafts/**"]',
    '',
    ...note('annotator'),
    annotator === undefined
      ? '# annotator: annotator-1'
      : `annotator: ${JSON.stringify(annotator)}`,
    '',
    ...note('detectors'),
    '# detectors: {dates: off}',
    '',
    ...note('rtl'),
    'rtl: auto',
    '',
    ...note('split'),
    '# split: {ratios: 80/10/10, seed: 1}',
    '',
  ].join('\n');
}

/** Settings that show a sidecar below its article in the explorer. */
export const NESTING: Readonly<Record<string, string>> = {
  '*.txt': '${capture}.txt.ann.yaml',
  '*.md': '${capture}.md.ann.yaml',
};
