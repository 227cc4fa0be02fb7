import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { MarginField, MarginNote, MarginWords } from '../protocol/margin';

type Write = (field: MarginField, value: string) => void;

/** Room for a verdict, what it rests on, and a note; each is saved when the person leaves it. */
export function checkFields(note: MarginNote, words: MarginWords, write: Write): TemplateResult {
  const { text } = words;
  const changed =
    (field: MarginField) =>
    ({ target }: Event): void => {
      if (target === null || !('value' in target)) return;
      const value = String(target.value);
      if (value !== note[field]) write(field, value);
    };
  return html`
    <div class="field">
      <span class="label" aria-hidden="true">${text['margin.verdict']}</span>
      <vscode-single-select
        label=${text['margin.verdict']}
        .value=${note.verdict}
        @change=${changed('verdict')}
      >
        <vscode-option value="" ?selected=${note.verdict === ''}
          >${text['margin.noVerdict']}</vscode-option
        >
        ${verdictsOf(note, words).map(
          ({ name, shown }) =>
            html`<vscode-option value=${name} ?selected=${note.verdict === name}
              >${shown}</vscode-option
            >`,
        )}
      </vscode-single-select>
    </div>
    <div class="field">
      <span class="label" aria-hidden="true">${text['margin.evidence']}</span>
      <vscode-textfield
        data-field="evidence"
        dir=${note.evidence === '' ? nothing : 'ltr'}
        label=${text['margin.evidence']}
        placeholder=${text['margin.evidenceHint']}
        .value=${note.evidence}
        @change=${changed('evidence')}
      ></vscode-textfield>
    </div>
    ${
      note.links.length === 0
        ? nothing
        : html`<p class="written">
            ${note.links.map((link) => html`<a dir="ltr" href=${link}>${link}</a>`)}
          </p>`
    }
    <div class="field">
      <span class="label" aria-hidden="true">${text['margin.note']}</span>
      <vscode-textarea
        data-field="note"
        .label=${text['margin.note']}
        rows="2"
        .value=${note.note}
        @change=${changed('note')}
      ></vscode-textarea>
    </div>
  `;
}

/** Ours, and the annotator's own word where that is none of them. */
function verdictsOf(
  { verdict, verdictShown }: MarginNote,
  words: MarginWords,
): MarginWords['verdicts'] {
  const isOwn = verdict !== '' && !words.verdicts.some(({ name }) => name === verdict);
  return isOwn ? [...words.verdicts, { name: verdict, shown: verdictShown }] : words.verdicts;
}
