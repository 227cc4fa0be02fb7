import { ProgressLocation, window } from 'vscode';
import { takeBack } from '../../core/model/takeBack';
import type { ActPart } from '../../core/sidecar/keptAct';
import { bindOperation } from '../../core/sidecar/storedOperation';
import { reasonOf } from '../article/sidecarFile';
import { t } from '../l10n/l10n';
import type { BulkEdit, Plan } from './bulkEdit';
import type { KeptActs, Side } from './keptActs';
import type { LiveIndex } from './liveIndex';

/**
 * Acts across articles, with undo and redo of each as a whole, also in another window and after a reload.
 * What else was done to an article in between, to its text or its annotations, stays.
 */
export class BulkActs {
  constructor(
    private readonly bulk: BulkEdit,
    private readonly kept: KeptActs,
  ) {}

  /** Answers how many articles were changed. */
  async perform(live: LiveIndex, plans: ReadonlyMap<string, Plan>): Promise<number> {
    const { edited } = await this.editAll(live, plans);
    if (edited.length === 0) return 0;
    await keeping(async () => {
      await this.kept.forgetUndone(live.root);
      await this.kept.add(live.root, 'done', { name: this.kept.newName(), parts: edited });
    });
    return edited.length;
  }

  /** Takes back the latest act in the corpus; answers in how many articles, undefined where there is none. */
  undo(live: LiveIndex): Promise<number | undefined> {
    return this.step(live, 'done', 'undone');
  }

  redo(live: LiveIndex): Promise<number | undefined> {
    return this.step(live, 'undone', 'done');
  }

  /** Articles that could not be changed stay where they are, to be tried again. */
  private async step(live: LiveIndex, from: Side, to: Side): Promise<number | undefined> {
    const act = await this.kept.next(live.root, from);
    if (act === undefined) return undefined;
    const { name } = act;
    const plans = new Map(act.parts.map((part) => [part.path, planBack(part)]));
    const { edited, failed } = await this.editAll(live, plans);
    const left = act.parts.filter(({ path }) => failed.has(path));
    await keeping(async () => {
      if (edited.length > 0) await this.kept.add(live.root, to, { name, parts: edited });
      await this.kept.set(live.root, from, { name, parts: left });
    });
    return edited.length;
  }

  private editAll(live: LiveIndex, plans: ReadonlyMap<string, Plan>) {
    const location = ProgressLocation.Window;
    return window.withProgress({ location, title: t('search.title') }, async () => {
      const edited: ActPart[] = [];
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

function planBack({ inverse, left }: ActPart): Plan {
  return (text, now) => {
    const back = takeBack(inverse, left, now);
    return back.operations.length === 0 ? undefined : bindOperation(back, text);
  };
}

/** The act is done; that it cannot be kept is told. */
async function keeping(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    void window.showWarningMessage(t('search.notKept', reasonOf(error)));
  }
}
