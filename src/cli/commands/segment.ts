import { segmentLine } from '../../core/text/proclitics';
import type { Command } from '../command';
import { EXIT, UsageError } from '../command';
import { inputLines } from '../io';

/** Standard input to standard output, a line at a time. */
export const segmentCommand: Command = {
  name: 'segment',
  operands: '< TEXT',
  summary: {
    en: 'Cut proclitics off words with +: one line in, one line out.',
    ar: 'فصل حروف السوابق عن الكلمات بعلامة +: سطر داخل وسطر خارج.',
  },
  options: {},
  async run({ io, paths }) {
    if (paths.length > 0) {
      throw new UsageError({
        en: 'segment reads standard input and takes no path',
        ar: 'يقرأ الأمر segment المدخل القياسي ولا يأخذ مسارًا',
      });
    }
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    for await (const { bytes, ended } of inputLines(io.stdin)) {
      await io.stdout.write(segmentLine(decoder.decode(bytes)) + (ended ? '\n' : ''));
    }
    return EXIT.done;
  },
};
