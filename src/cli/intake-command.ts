// `intake`: serves the intake at a loopback address, behind the newsroom's own web server.

import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openIntakeRoom, type IntakeRoom } from './intake-room.ts';
import { readSettings } from './intake-settings.ts';
import type { Options } from './options.ts';
import type { Screen } from './screen.ts';

export async function intakeCommand(options: Options, screen: Screen): Promise<number> {
  if (!existsSync(options.content)) {
    screen.tell(`There is no content folder ${options.content}.`);
    return 2;
  }
  const { comments } = readSettings(options.content);
  if (comments.intake === null) {
    screen.tell('site.md names no intake, so no page has a form: write comments: { intake: /intake/ }.');
  }
  let room: IntakeRoom;
  try {
    room = await openIntakeRoom(options, screen.tell);
  } catch (error) {
    screen.tell(`The intake cannot start with ${options.db}: ${(error as Error).message}`);
    return 1;
  }
  const server = createServer(room.answer);
  const failed = await new Promise<Error | null>((resolve) => {
    server.once('error', resolve);
    server.listen(options.port, options.host, () => resolve(null));
  });
  if (failed) {
    screen.tell(`Port ${options.port} is not free; choose another one: npm run intake -- --port 8091.`);
    room.close();
    return 1;
  }
  const { port } = server.address() as AddressInfo;
  const ended = new Promise<number>((resolve) => {
    const end = (status: number) => (): void => {
      server.close(() => {
        room.close();
        resolve(status);
      });
      // Whoever is answered just now gets the answer; nobody else keeps the door open.
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 2000).unref();
    };
    process.once('SIGINT', end(130));
    process.once('SIGTERM', end(143));
  });
  screen.answer(`http://${options.host}:${port}/`);
  screen.tell(`What readers send waits in ${options.db}: npm run moderate. (End with Ctrl+C.)`);
  return ended;
}
