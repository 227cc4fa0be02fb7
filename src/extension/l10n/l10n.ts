import { env, workspace } from 'vscode';
import { isolate, isolateRtl } from '../../core/text/bidi';
import type { Localized } from '../../core/model/issue';
import { MESSAGES, type MessageKey } from './messages';

export type Language = 'en' | 'ar';

/** The interface language: the setting, else that of VS Code, which has no Arabic of its own. */
export function uiLanguage(): Language {
  const chosen = workspace.getConfiguration('hashiya').get<string>('uiLanguage', 'auto');
  if (chosen === 'ar' || chosen === 'en') return chosen;
  return env.language.startsWith('ar') ? 'ar' : 'en';
}

/**
 * The message in the interface language, its `{0}`, `{1}` … replaced by the arguments. Arguments are
 * isolated, so that an Arabic quote in an English sentence, or the other way round, stays in one piece;
 * an Arabic message as a whole too, because the interface around it runs from left to right.
 */
export function t(key: MessageKey, ...args: readonly (string | number)[]): string {
  const language = uiLanguage();
  const message = MESSAGES[key][language].replace(/\{(\d)\}/g, (_, index: string) => {
    const value = args[Number(index)];
    return typeof value === 'number' ? String(value) : isolate(value ?? '');
  });
  return language === 'ar' ? isolateRtl(message) : message;
}

export function localized(text: Localized): string {
  return text[uiLanguage()];
}
