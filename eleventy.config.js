// The newsroom's own Eleventy configuration. `npm run build` and `npx @11ty/eleventy` both apply it:
// filters, transforms, plugins, passthrough copies, hooks, and extra pages in templates/extra/.
import { depeche } from './src/cli/wire.ts';

/** @param {import('./src/eleventy/user-config.ts').UserConfig} config */
export default async function (config) {
  await config.addPlugin(depeche);
  return { dir: { input: 'templates/extra', output: '_site' } };
}
