/// <reference lib="webworker" />
import { Copy } from './copy.ts';
import type { FileList } from './list.ts';
import type { Ask, OfflineState } from './messages.ts';

// The service worker: keeps a copy of the site and answers from it. The build writes the list of files before it
// (`integration.ts`), so that every other build makes it another worker.
declare const self: ServiceWorkerGlobalScope & { sessionLabFiles: FileList };

const { scope } = self.registration;
const copy = new Copy(scope, self.sessionLabFiles, tell);

async function tell(state: OfflineState): Promise<void> {
  for (const page of await pages()) page.postMessage(state);
}

const pages = async (): Promise<readonly WindowClient[]> =>
  (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).filter(({ url }) =>
    url.startsWith(scope),
  );

self.addEventListener('install', (event) =>
  event.waitUntil(copy.succeed().then((asks) => (asks ? undefined : self.skipWaiting()))),
);

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  if (!copy.covers(event.request)) return;
  event.respondWith(copy.answer(event.request, (work) => event.waitUntil(work)));
});

self.addEventListener('message', (event) => event.waitUntil(heed(event.data)));

async function heed(ask: Ask): Promise<void> {
  if (ask.kind === 'take-over') return self.skipWaiting();
  if (ask.kind === 'step-aside') return copy.stepAside();
  if (ask.kind === 'forget') return copy.forget();
  const { installing, waiting } = self.registration;
  // An older page that is still open, or a newer worker, may need what this one does not.
  if (!installing && !waiting && (await pages()).length <= 1) await copy.tidy();
  return ask.kind === 'keep' ? copy.keep(ask.locale) : copy.look();
}
