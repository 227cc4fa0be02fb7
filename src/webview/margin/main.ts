import { connect } from '../lib/host';
import { patched } from '../protocol/keyed';
import type { MarginContract } from '../protocol/margin';
import { MarginPage } from './page';

const page = new MarginPage();
document.body.append(page);

const channel = connect<MarginContract>({
  words: (words) => {
    document.documentElement.lang = words.language;
    page.words = words;
  },
  update: ({ article, notes, actors }) => {
    page.article = article;
    if (notes !== undefined) page.notes = patched(page.notes, notes);
    if (actors !== undefined) page.actors = patched(page.actors, actors);
  },
  current: ({ key, said }) => page.markCurrent(key, said),
  scrollTo: ({ key }) => page.scrollToNote(key),
});
page.channel = channel;
void channel.ask('ready', null);
