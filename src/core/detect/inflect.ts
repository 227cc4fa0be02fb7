import { startsWithConjunction } from './letters';

/** The inflected forms of a nisba adjective such as عراقي, with and without the article. */
export function nisbaForms(nisba: string): readonly string[] {
  const endings = ['', 'ة', 'ا', 'ون', 'ين', 'ان', 'تان', 'تين', 'ات'];
  return endings.flatMap((ending) => {
    const stem = ending === 'تان' || ending === 'تين' ? `${nisba}${ending}` : nisba + ending;
    return withArticle(stem);
  });
}

export function withArticle(word: string): readonly string[] {
  return word.startsWith('ال') ? [word] : [word, `ال${word}`];
}

/** Person, number and gender forms of the past, from the third person masculine singular. */
export function pastForms(past: string): readonly string[] {
  const last = past.at(-1);
  if (last === 'ى' || last === 'ا') {
    const stem = past.slice(0, -1);
    const glide = last === 'ى' ? 'ي' : 'و';
    return [past, `${stem}ت`, `${stem}${glide}ا`, `${stem}تا`, `${stem}وا`];
  }
  return [past, `${past}ت`, `${past}ا`, `${past}تا`, `${past}وا`, `${past}ن`];
}

/** Forms of the present, from the third person masculine singular (يقول). */
export function presentForms(present: string): readonly string[] {
  const rest = present.slice(1);
  const last = rest.at(-1);
  const weak = last === 'ي' || last === 'و' || last === 'ى';
  const stem = weak ? rest.slice(0, -1) : rest;
  const dual = last === 'و' ? `${stem}و` : weak ? `${stem}ي` : stem;
  const forms = [`ي${rest}`, `ت${rest}`, `ي${dual}ان`, `ت${dual}ان`, `ي${stem}ون`, `ي${stem}وا`];
  return forms.flatMap((form) => [form, `س${form}`]);
}

/** Accusative participle forms that stand as adverbs of the main verb: مؤكدا، مؤكدة، مؤكدين. */
export function participleForms(participle: string): readonly string[] {
  if (participle.endsWith('ي')) {
    const stem = participle.slice(0, -1);
    return [`${participle}ا`, `${participle}ة`, `${stem}ين`];
  }
  return [`${participle}ا`, `${participle}ة`, `${participle}ين`, `${participle}ان`];
}

/** Whether a folded word is in the future, or says that the next one is: سيقدم، وستبدأ، سوف، لن. */
export function isFuture(folded: string): boolean {
  if (folded === 'سوف' || folded === 'لن') return true;
  if (folded.charAt(startsWithConjunction(folded) ? 1 : 0) !== 'س') return false;
  if (/^[وف]?سيطر/u.test(folded)) return false;
  // سيارة, سياسي, سنوات begin like future verbs and end as nouns do.
  return /^[وف]?س[يتن]../u.test(folded) && folded.length > 4 && !/(?:ه|ي|ات|ين|يو)$/u.test(folded);
}
