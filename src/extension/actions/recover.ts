import { commands, window, workspace, type Disposable } from 'vscode';
import type { ArticleRecord } from '../../core/model/annotation';
import { transition } from '../../core/model/transition';
import { openSidecar } from '../../core/sidecar/bind';
import { readSidecar } from '../../core/sidecar/read';
import type { Backup, Backups } from '../article/backups';
import type { ArticleSession } from '../article/session';
import type { Sessions } from '../article/sessions';
import { fileName, readDisk, sidecarUri } from '../article/sidecarFile';
import { numeral, t, uiLanguage } from '../l10n/l10n';
import { say, type Acts } from './acts';
import { pickOne } from './pickers';

/** Goes back to a kept state of the sidecar; one step of undo, like any act. */
export function registerRecover(sessions: Sessions, acts: Acts, backups: Backups): Disposable {
  return commands.registerCommand('hashiya.recover', async () => {
    const session = sessions.active()?.session;
    if (session === undefined) return say(t('nothing.article'));
    const states = await statesOf(session, await backups.of(sidecarUri(session.document.uri)));
    if (states.length === 0) return say(t('nothing.backup'));
    const record = await pickOne(t('pick.backup'), states);
    if (record === undefined || !(await makeRoom(session))) return false;
    return acts.perform(session, transition(session.record, record));
  });
}

async function statesOf(session: ArticleSession, backups: readonly Backup[]) {
  const format = new Intl.DateTimeFormat(uiLanguage(), {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  const states: { label: string; description: string; value: ArticleRecord }[] = [];
  for (const { uri, time } of backups) {
    const disk = await readDisk(uri);
    const read = disk.kind === 'present' ? readSidecar(disk.source, '') : undefined;
    if (read?.ok !== true) continue;
    const { record } = openSidecar(session.text, read.value);
    const count = record.annotations.length + record.orphans.length;
    const description = `${numeral(count)} · ${t(`state.${record.status}`)}`;
    states.push({ label: format.format(time), description, value: record });
  }
  return states;
}

/** A sidecar that cannot be read is never written: with consent it is put aside under another name. */
async function makeRoom(session: ArticleSession): Promise<boolean> {
  if (isReady(session)) return true;
  const sidecar = sidecarUri(session.document.uri);
  const aside = sidecar.with({ path: `${sidecar.path}.${Date.now()}.broken` });
  const yes = t('recover.putAside');
  const message = t('recover.broken', fileName(sidecar), fileName(aside));
  if ((await window.showWarningMessage(message, { modal: true }, yes)) !== yes) return false;
  await workspace.fs.rename(sidecar, aside);
  await session.checkDisk();
  return isReady(session);
}

function isReady({ sidecar }: ArticleSession): boolean {
  return sidecar.kind === 'ready';
}
