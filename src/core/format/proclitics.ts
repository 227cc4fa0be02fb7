import type { FormatOption } from './format';

/** Whether words are cut after their proclitics: the choice of every format with tokens. */
export const PROCLITICS_OPTION: FormatOption = {
  id: 'proclitics',
  values: ['whole', 'cut'],
  default: 'whole',
  description: {
    en: 'words whole, or cut after the proclitics و ف ب ك ل س',
    ar: 'الكلمات كاملة، أو مقطوعة بعد السوابق و ف ب ك ل س',
  },
};
