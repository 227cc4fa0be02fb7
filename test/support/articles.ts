// Sentences for tests of how articles look: each is hard for bidi in its own way.

export const HEADLINE = 'وزارة الصحة تفتتح مستشفى في الموصل';

export const SENTENCES = {
  plain: 'أعلنت وزارة الصحة افتتاح مستشفى جديد في مدينة الموصل أمس.',
  latin: 'وقالت شركة Google إن خدمة Gemini Pro تصل إلى هواتف iPhone قريبا.',
  digits: 'بلغ العدد 1,250 شخصا عام 2026 بزيادة 12.5% على ٢٠٢٥ وفق التقرير.',
  brackets: 'حضر المدير (سامي حداد) و[ممثل الوزارة] و«الناطق الرسمي» اللقاء.',
  quotation: 'وقال: “لن نتراجع عن القرار (رقم 12) مهما حدث”، مضيفا أن العمل مستمر.',
  marks: 'أكَّدَ المُتَحَدِّثُ أنَّ اللَّجنةَ سَتَبدأُ عَمَلَها صَباحَ الأحد.',
} as const;

/** Longer than any editor is wide. */
export const WRAPPED =
  'وأوضح مدير المشروع أن المرحلة الأولى (ومدتها 18 شهرا) شملت 240 سريرا وأجهزة من شركتي Siemens و GE، ' +
  'فيما تشمل الثانية مركزا للأبحاث تديره منظمة «أطباء بلا ضفاف» بالتعاون مع WHO، على أن تنتهي في 15 آذار 2027 ' +
  'بكلفة تناهز 3.2 مليار دينار، مؤكدا أن “العمل لم يتوقف يوما واحدا” رغم نقص الوقود في المحافظة.';

/** One paragraph for each sentence, with empty lines between, and one line of English. */
export const ARTICLE = [
  HEADLINE,
  ...Object.values(SENTENCES),
  'Reuters reported the story from Mosul.',
  WRAPPED,
  '',
].join('\n\n');

/** A span to annotate: some words of the text, the n-th place where they stand. */
export interface Mark {
  readonly label: string;
  readonly quote: string;
  readonly cue?: string;
}

/** A sidecar with these annotations, for a text without characters beyond the basic plane. */
export function sidecar(file: string, text: string, marks: readonly Mark[]): string {
  const place = (quote: string) => {
    const start = text.indexOf(quote);
    if (start === -1) throw new Error(`${quote} does not stand in the text.`);
    return { start, end: start + quote.length };
  };
  const blocks = [...marks]
    .sort((a, b) => place(a.quote).start - place(b.quote).start)
    .map(({ label, quote, cue }, index) => {
      const { start, end } = place(quote);
      const claim =
        cue === undefined
          ? []
          : [
              'kind: statement',
              'mode: direct',
              `cue: {start: ${place(cue).start}, end: ${place(cue).end}, quote: ${JSON.stringify(cue)}}`,
            ];
      const fields = [
        `label: ${label}`,
        `start: ${start}`,
        `end: ${end}`,
        `quote: ${JSON.stringify(quote)}`,
        ...claim,
      ];
      return [`  - id: a${String(index).padStart(5, '0')}`, ...fields.map((f) => `    ${f}`)];
    });
  return [
    'hashiya: 1',
    'article:',
    `  file: ${file}`,
    '  unit: codepoint',
    'status: in-progress',
    'annotations:',
    ...blocks.flat(),
    '',
  ].join('\n');
}
