// The thread of a scout: see scout.ts.

import { parentPort, workerData } from 'node:worker_threads';
import { type Errand, type Folder, look } from './scout.ts';

const { folder, errand } = workerData as { readonly folder: Folder; readonly errand: Errand };
parentPort?.postMessage(look(folder, errand));
