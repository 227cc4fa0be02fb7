import { Uri, window, workspace, type ConfigurationChangeEvent } from 'vscode';
import { WITHOUT_MODEL } from '../../core/detect/model/entities';
import { loadModel, type EntityModel } from '../../core/detect/model/entityModel';
import { usesModel, type CorpusConfig } from '../../core/corpus/config';
import { createEngine, type Engine } from '../../core/detect/suggest';
import { localized } from '../l10n/l10n';
import type { Corpora } from './corpora';
import { takeUpProclitics } from './procliticWeights';
import { reasonOf } from './sidecarFile';
import type { ArticleSession } from './session';

const MODEL = 'detectors.entities.model';

/** Says what is lost, when the model was switched off just now. */
export function tellModelOff(event: ConfigurationChangeEvent): void {
  if (!event.affectsConfiguration(`hashiya.${MODEL}`)) return;
  if (workspace.getConfiguration('hashiya').get<string>(MODEL) !== 'off') return;
  void window.showInformationMessage(localized(WITHOUT_MODEL));
}

/**
 * The engines of open articles: one for each set of detectors that settings and corpora switch off. They
 * and the trained model are made when the first article needs them, so that starting up costs nothing.
 */
export class Engines {
  private readonly made = new Map<string, Engine>();
  private model: EntityModel | undefined;
  private loading: Promise<void> | undefined;

  constructor(
    private readonly corpora: Corpora,
    /** Folder of the extension. */
    private readonly home: Uri,
  ) {}

  /** Resolves when the model was read, or cannot be: the rules then stand alone. */
  ready(): Promise<void> {
    this.loading ??= this.load();
    return this.loading;
  }

  of({ document: { uri } }: ArticleSession): Engine {
    return this.at(uri, this.corpora.configNow(uri));
  }

  /** The engine for an article, or a folder, of a corpus with this configuration. */
  at(uri: Uri, { detectors, labels }: CorpusConfig): Engine {
    const settings = workspace.getConfiguration('hashiya', uri);
    const own = settings.get<string[]>('detectors.off', []);
    const off = [...new Set([...own, ...detectors.off])].sort();
    const wanted = settings.get<string>(MODEL, 'on') !== 'off';
    const withModel = wanted && usesModel(detectors);
    const names = labels.entities.map(({ name }) => name);
    const key = [String(withModel), names.join(), ...off].join('\n');
    const model = withModel ? this.model : undefined;
    const options = { off, labels };
    const engine =
      this.made.get(key) ?? createEngine(model === undefined ? options : { ...options, model });
    this.made.set(key, engine);
    return engine;
  }

  private async load(): Promise<void> {
    await takeUpProclitics(this.home);
    try {
      const file = Uri.joinPath(this.home, 'models', 'entities-1.bin');
      const loaded = loadModel(await workspace.fs.readFile(file));
      if (loaded.ok) this.model = loaded.model;
      else console.warn(`hashiya: the model of names cannot be used: ${loaded.problem}`);
    } catch (error) {
      console.warn(`hashiya: the model of names cannot be read: ${reasonOf(error)}`);
    }
  }
}
