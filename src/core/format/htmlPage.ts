import type { LabelSet } from '../model/labels';
import { pageStyle } from './reading/style';
import { word, type ReadingVoice } from './reading/words';

/** The page up to its first article. Nothing in it, or linked from it, runs. */
export function pageHead(labels: LabelSet, voice: ReadingVoice): string {
  const { language } = voice;
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${word('title', voice)}</title>`,
    `<style>${pageStyle(labels)}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '',
  ].join('\n');
}

export function pageTail(): string {
  return '</main>\n</body>\n</html>\n';
}
