declare module '@11ty/eleventy' {
  export default class Eleventy {
    constructor(input?: string, output?: string, options?: object);
    disableLogger(): void;
    write(): Promise<[unknown, { outputPath: string | false }[]]>;
  }
}
