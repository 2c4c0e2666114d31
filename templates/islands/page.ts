// On every page: dialogs. Small, because every page loads it; what only some pages need is an island of its own.
// Nothing that a reader came for depends on it.

import { wireDialogs } from './parts/dialogs.ts';

wireDialogs(document);
