import { env, workspace } from 'vscode';
import type { Localized } from '../../core/model/issue';
import { MESSAGES, type MessageKey } from './messages';
import * as phrases from './phrase';

export type { Language } from './phrase';

/** The interface language: the setting, else that of VS Code, which has no Arabic of its own. */
export function uiLanguage(): phrases.Language {
  const chosen = workspace.getConfiguration('hashiya').get<string>('uiLanguage', 'auto');
  if (chosen === 'ar' || chosen === 'en') return chosen;
  return env.language.startsWith('ar') ? 'ar' : 'en';
}

/** The interface language with the digits that the person wants to read. */
export function uiVoice(): phrases.Voice {
  const chosen = workspace.getConfiguration('hashiya').get<string>('digits', 'western');
  const digits = chosen === 'arabic-indic' ? chosen : 'western';
  return { language: uiLanguage(), digits };
}

/** The message in the interface language; see `phrase` for its places. */
export function t(key: MessageKey, ...args: readonly (string | number)[]): string {
  return phrases.phrase(MESSAGES[key], uiVoice(), args);
}

/** A number as the interface writes it. */
export function numeral(value: number): string {
  return phrases.numeral(value, uiVoice());
}

export function localized(text: Localized): string {
  return text[uiLanguage()];
}
