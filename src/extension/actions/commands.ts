import { commands, type Disposable } from 'vscode';
import type { Direction, Edge, Step } from '../../core/text/adjust';
import { trimSpan } from '../../core/text/snap';
import type { Corpora } from '../article/corpora';
import type { Sessions } from '../article/sessions';
import { t } from '../l10n/l10n';
import { say, type Acts } from './acts';
import { ClaimHandlers } from './claimHandlers';
import { Handlers } from './handlers';
import { reveal } from './navigate';
import { ReviewHandlers } from './reviewHandlers';
import { subjectOf, type Subject } from './subject';

type Handler = (subject: Subject) => unknown;

/** Registers every command that acts on an article. */
export function registerActCommands(
  sessions: Sessions,
  corpora: Corpora,
  acts: Acts,
): Disposable[] {
  const claims = new ClaimHandlers(corpora, acts);
  const handlers = new Handlers(corpora, acts, claims);
  const review = new ReviewHandlers(acts);
  const on = (command: string, handler: Handler): Disposable =>
    commands.registerCommand(`hashiya.${command}`, (argument?: unknown) => {
      const subject = subjectOf(sessions, argument);
      return subject === undefined ? say(t('nothing.article')) : handler(subject);
    });
  /** For what asks a person something first: nobody chooses what then cannot be done. */
  const asking = (command: string, handler: Handler): Disposable =>
    on(command, async (subject) => !(await acts.isRefused(subject.session)) && handler(subject));
  const adjust = (name: string, edge: Edge, direction: Direction, step: Step): Disposable =>
    on(name, (s) => handlers.adjust(s, edge, direction, step));
  return [
    on('acceptSuggestion', (s) => handlers.accept(s)),
    on('acceptAndNext', (s) => handlers.acceptAndNext(s)),
    on('rejectSuggestion', (s) => handlers.reject(s)),
    on('rejectAndNext', (s) => handlers.rejectAndNext(s)),
    asking('tag', (s) => handlers.tag(s)),
    on('tagAs', (s) => handlers.tagAs(s)),
    asking('tagExactly', (s) => handlers.tag({ ...s, span: trimSpan(s.session.text, s.selected) })),
    on('tagByKey', (s) => handlers.tagByKey(s)),
    asking('tagAll', (s) => handlers.tagAll(s)),
    asking('retag', (s) => handlers.retag(s)),
    on('removeAnnotation', (s) => handlers.remove(s)),
    on('setBoundaries', (s) => handlers.setBoundaries(s)),
    asking('adjustBoundaries', (s) => handlers.adjustBoundaries(s)),
    adjust('startEarlier', 'start', 'earlier', 'word'),
    adjust('startLater', 'start', 'later', 'word'),
    adjust('endEarlier', 'end', 'earlier', 'word'),
    adjust('endLater', 'end', 'later', 'word'),
    adjust('startEarlierByLetter', 'start', 'earlier', 'letter'),
    adjust('startLaterByLetter', 'start', 'later', 'letter'),
    adjust('endEarlierByLetter', 'end', 'earlier', 'letter'),
    adjust('endLaterByLetter', 'end', 'later', 'letter'),
    asking('tagClaim', (s) => claims.tagClaim(s)),
    on('setCue', (s) => claims.setPart(s, 'cue')),
    on('setSource', (s) => claims.setPart(s, 'source')),
    asking('editClaim', (s) => claims.editClaim(s)),
    asking('editNote', (s) => handlers.editText(s, 'note')),
    asking('editLink', (s) => handlers.editText(s, 'link')),
    asking('setStatus', (s) => handlers.setStatus(s)),
    asking('placeOrphan', (s) => review.place(s)),
    asking('placeOrphanHere', (s) => review.placeHere(s)),
    on('removeOrphan', (s) => review.remove(s)),
    on('keepVersion', (s) => review.settle(s, false)),
    on('keepBoth', (s) => review.settle(s, true)),
    on('undo', ({ session }) => acts.undo(session)),
    on('redo', ({ session }) => acts.redo(session)),
    on('goTo', (s) => reveal(s.session, s.span)),
  ];
}
