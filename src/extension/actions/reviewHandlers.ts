import { settleConflict } from '../../core/model/conflicts';
import type { OrphanPlaces } from '../../core/sidecar/orphans';
import { fold } from '../../core/text/normalize';
import { trimSpan } from '../../core/text/snap';
import { isEmpty } from '../../core/text/span';
import { similarity } from '../../core/anchor/fuzzyAlign';
import { t } from '../l10n/l10n';
import { say, type Acts } from './acts';
import { around, pickOne, quoteOf, shown } from './pickers';
import { textOf, type Subject } from './subject';

/** What the commands about orphans and conflicts do. */
export class ReviewHandlers {
  constructor(private readonly acts: Acts) {}

  /** Asks where the orphan belongs: among the likely places, or at the selection. */
  async place(s: Subject): Promise<unknown> {
    const places = this.named(s) ?? (await this.pickOrphan(s, t('pick.anyOrphan')));
    if (places === undefined) return this.none(s);
    const { session } = s;
    const { orphan } = places;
    // A row or a fix names where the orphan stood; what is selected is a place only where nothing is named.
    const selected = s.named ? undefined : trimSpan(session.text, s.selected);
    const items = [
      ...(selected === undefined || isEmpty(selected)
        ? []
        : [{ ...around(session, selected), description: t('pick.placeSelection') }]),
      ...places.candidates.map(({ span }) => around(session, span)),
    ];
    if (items.length === 0) return say(t('nothing.place', shown(orphan.quote)));
    const span = await pickOne(t('pick.place', orphan.label, quoteOf(orphan.quote)), items);
    return span === undefined ? false : this.acts.placeOrphan(session, orphan, span);
  }

  /** At the words that are named; where the orphan is not, asks which. */
  async placeHere(s: Subject): Promise<unknown> {
    const span = trimSpan(s.session.text, s.named ? s.span : s.selected);
    if (isEmpty(span)) return say(t('nothing.word'));
    const places = this.named(s) ?? (await this.pickOrphan({ ...s, span }, t('pick.orphan')));
    if (places === undefined) return this.none(s);
    return this.acts.placeOrphan(s.session, places.orphan, span);
  }

  async remove(s: Subject): Promise<unknown> {
    const places = this.named(s) ?? (await this.pickOrphan(s, t('pick.anyOrphan')));
    if (places === undefined) return this.none(s);
    return this.acts.remove(s.session, places.orphan);
  }

  /** The named version, or the one at the caret, stays; with `both` the other one too. */
  settle(s: Subject, both: boolean): Promise<boolean> | false {
    const { record } = s.session;
    const ids = s.id === undefined ? s.annotations.map(({ id }) => id) : [s.id];
    const [operation] = ids.flatMap((id) => settleConflict(record, id, both) ?? []);
    if (operation === undefined) return say(t('nothing.conflict'));
    return this.acts.perform(s.session, operation);
  }

  private named({ session, id }: Subject): OrphanPlaces | undefined {
    return session.orphanPlaces.find(({ orphan }) => orphan.id === id);
  }

  private none({ session }: Subject): false {
    return session.record.orphans.length === 0 && say(t('nothing.orphan'));
  }

  /** Those most like the words at hand first. */
  private async pickOrphan(s: Subject, title: string): Promise<OrphanPlaces | undefined> {
    const words = fold(textOf(s));
    const items = s.session.orphanPlaces.map((value) => {
      const { quote, label } = value.orphan;
      return {
        label: quoteOf(quote),
        description: label,
        alike: similarity(words, fold(quote)),
        value,
      };
    });
    if (items.length === 0) return undefined;
    return pickOne(
      title,
      items.sort((a, b) => b.alike - a.alike),
    );
  }
}
