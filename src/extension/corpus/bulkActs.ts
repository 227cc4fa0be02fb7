import { ProgressLocation, window } from 'vscode';
import { takeBack } from '../../core/model/takeBack';
import { followOperation } from '../../core/sidecar/follow';
import { t } from '../l10n/l10n';
import type { BulkEdit, Edited, Plan } from './bulkEdit';
import type { LiveIndex } from './liveIndex';

/** So many acts can be taken back. */
const MOST = 50;

interface BulkAct {
  readonly live: LiveIndex;
  readonly edited: readonly Edited[];
}

/**
 * Acts across articles, with undo and redo of each as a whole while the window is open. What else was done
 * to an article in between, to its text or its annotations, stays.
 */
export class BulkActs {
  private done: BulkAct[] = [];
  private undone: BulkAct[] = [];

  constructor(private readonly bulk: BulkEdit) {}

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Answers how many articles were changed. */
  async perform(live: LiveIndex, plans: ReadonlyMap<string, Plan>): Promise<number> {
    const { edited } = await this.editAll(live, plans);
    if (edited.length === 0) return 0;
    this.done = [...this.done, { live, edited }].slice(-MOST);
    this.undone = [];
    return edited.length;
  }

  /** Takes back the latest act; answers in how many articles. */
  undo(): Promise<number> {
    return this.step(this.done, this.undone);
  }

  redo(): Promise<number> {
    return this.step(this.undone, this.done);
  }

  /** Articles that could not be changed stay where they are, to be tried again. */
  private async step(from: BulkAct[], to: BulkAct[]): Promise<number> {
    const act = from.pop();
    if (act === undefined) return 0;
    const { live } = act;
    const plans = new Map(act.edited.map((one) => [one.path, planBack(one)]));
    const { edited, failed } = await this.editAll(live, plans);
    const left = act.edited.filter(({ path }) => failed.has(path));
    if (left.length > 0) from.push({ live, edited: left });
    if (edited.length > 0) to.push({ live, edited });
    return edited.length;
  }

  private editAll(live: LiveIndex, plans: ReadonlyMap<string, Plan>) {
    const location = ProgressLocation.Window;
    return window.withProgress({ location, title: t('search.title') }, async () => {
      const edited: Edited[] = [];
      const failed = new Set<string>();
      for (const [path, plan] of plans) {
        const outcome = await this.bulk.edit(live, path, plan);
        if (outcome.kind === 'done') edited.push(outcome.edited);
        if (outcome.kind !== 'failed') continue;
        failed.add(path);
        void window.showErrorMessage(t('search.failed', path, outcome.reason));
      }
      return { edited, failed };
    });
  }
}

function planBack({ inverse, text, left }: Edited): Plan {
  return (textNow, now) => {
    const back = takeBack(inverse, left, now);
    return back.operations.length === 0 ? undefined : followOperation(back, text, textNow);
  };
}
