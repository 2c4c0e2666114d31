// On every page: dialogs, and reading offline. Small, because every page loads it; what only some pages need is an island of its own.
// Nothing that a reader came for depends on it.

import { wireDialogs } from './parts/dialogs.ts';
import { wireOffline } from './parts/offline.ts';

wireDialogs(document);

// After the page itself: a worker fetches files of its own when it starts.
const start = (): void => void wireOffline(document.body.hasAttribute('data-offline'));
if (document.readyState === 'complete') start();
else addEventListener('load', start, { once: true });
