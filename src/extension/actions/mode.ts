import { commands, EventEmitter, type Disposable } from 'vscode';

/**
 * Annotation mode: while it is on, single keys tag, accept and reject instead of typing. It is a context
 * key under which the keybindings of package.json stand.
 */
export class AnnotationMode implements Disposable {
  private on = false;
  private readonly changed = new EventEmitter<boolean>();
  readonly onDidChange = this.changed.event;
  private readonly registration = commands.registerCommand('hashiya.toggleAnnotationMode', () =>
    this.set(!this.on),
  );

  get isOn(): boolean {
    return this.on;
  }

  set(on: boolean): boolean {
    this.on = on;
    void commands.executeCommand('setContext', 'hashiya.annotating', on);
    this.changed.fire(on);
    return on;
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
