// The part of Eleventy's configuration object that we use; Eleventy ships no types.

export interface UserConfig {
  addTemplate(path: string, draw: (data: { readonly key: string }) => string, data: object): void;
  addGlobalData(name: string, value: unknown): void;
  addPlugin(plugin: (config: UserConfig, options?: unknown) => unknown, options?: unknown): void;
  setQuietMode(quiet: boolean): void;
  setUseGitIgnore(use: boolean): void;
  addTemplateFormats(formats: string): void;
  setTemplateFormats(formats: readonly string[]): void;
  on(event: string, hook: (...args: never[]) => unknown): unknown;
  once(event: string, hook: (...args: never[]) => unknown): unknown;
  readonly benchmarkManager: { get(group: string): { setMinimumThresholdMs(ms: number): void } };
  readonly directories: { readonly input: string; readonly output: string };
}
