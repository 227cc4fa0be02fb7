import { MODES } from '../../core/model/annotation';
import { isClaim } from '../../core/model/lookup';
import { isEmpty, type Span } from '../../core/text/span';
import type { Corpora } from '../article/corpora';
import type { ArticleSession } from '../article/session';
import { t } from '../l10n/l10n';
import { say, type Acts } from './acts';
import { pickKind, pickOne, shown } from './pickers';
import { annotationOf, type Subject } from './subject';
import { claimContent } from './target';

/** What the commands about claims do. */
export class ClaimHandlers {
  constructor(
    private readonly corpora: Corpora,
    private readonly acts: Acts,
  ) {}

  async tagClaim(s: Subject): Promise<unknown> {
    const content = s.named ? s.span : claimContent(s);
    if (isEmpty(content)) return say(t('nothing.word'));
    const kind = await pickKind(this.kinds(s));
    if (kind === undefined) return false;
    return this.acts.tagClaim(s.session, content, { kind, mode: modeOf(s.session, content) });
  }

  setPart(s: Subject, part: 'cue' | 'source'): Promise<boolean> | false {
    const byId = s.session.record.annotations.find((a) => a.id === s.id);
    const claim = byId ?? s.claim;
    if (claim === undefined || !isClaim(claim)) return say(t('nothing.claim'));
    if (isEmpty(s.span)) return say(t('nothing.word'));
    return part === 'cue'
      ? this.acts.setCue(s.session, claim, s.span)
      : this.acts.setSource(s.session, claim, s.span);
  }

  async editClaim(s: Subject): Promise<boolean> {
    const claim = annotationOf(s, isClaim) ?? s.claim;
    if (claim?.claim === undefined) return say(t('nothing.claim'));
    const { kind, mode, checkworthy, source, cue } = claim.claim;
    const kinds = this.kinds(s);
    const set = (change: Parameters<Acts['setClaim']>[2]): Promise<boolean> =>
      this.acts.setClaim(s.session, claim, change);
    const act = await pickOne<() => Promise<unknown>>(t('pick.claim'), [
      {
        label: t('claim.kind', kind),
        value: async () => {
          const chosen = await pickKind(kinds);
          if (chosen !== undefined) await set((c) => ({ ...c, kind: chosen }));
        },
      },
      ...MODES.filter((m) => m !== mode).map((m) => ({
        label: t('claim.mode', t(`mode.${m}`)),
        value: () => set((c) => ({ ...c, mode: m })),
      })),
      {
        label: t('claim.checkworthy', t(checkworthy === true ? 'no' : 'yes')),
        value: () => set((c) => ({ ...c, checkworthy: checkworthy !== true })),
      },
      ...(source === undefined
        ? []
        : [
            {
              label: t('claim.removeSource'),
              description: shown(source.quote),
              value: () => set(({ source: _, ...rest }) => rest),
            },
          ]),
      ...(cue === undefined
        ? []
        : [
            {
              label: t('claim.removeCue'),
              description: shown(cue.quote),
              value: () => set(({ cue: _, ...rest }) => rest),
            },
          ]),
    ]);
    await act?.();
    return act !== undefined;
  }

  setKind(s: Subject, kind: string): Promise<boolean> | false {
    if (s.claim === undefined) return say(t('nothing.claim'));
    return this.acts.setClaim(s.session, s.claim, (claim) => ({ ...claim, kind }));
  }

  private kinds(s: Subject) {
    return this.corpora.configNow(s.session.document.uri).labels.claimKinds;
  }
}

/** Direct when quotation marks stand around the content, mixed when some stand inside it. */
function modeOf(session: ArticleSession, content: Span): string {
  const before = session.text.slice(Math.max(0, content.start - 1), content.start);
  const after = session.text.slice(content.end, content.end + 2);
  if (/["“«„]/u.test(before) && /["”»“]/u.test(after)) return 'direct';
  return /["“”«»]/u.test(session.text.slice(content.start, content.end)) ? 'mixed' : 'indirect';
}
