// A process that makes pictures, one after the other, for the build that started it; it ends when that build does.

import { makePicture, type PictureOrder } from '../images/make-picture.ts';
import { failureOf } from './failure.ts';
import type { Printed } from './press.ts';

const say = (printed: Printed): void => void process.send?.(printed);

process.on('message', (order: PictureOrder) => {
  makePicture(order).then(
    (result) => say({ result }),
    (error: unknown) => say({ error: failureOf(error) }),
  );
});
process.on('disconnect', () => process.exit());
say('ready');
