import type { Locale } from '../locale.ts';
import type { Ask, OfflineState } from './messages.ts';

// The page's side of the offline copy. It is small and late: nothing happens before the page is there and at rest.

/** Whoever removed the copy does not want it back by itself. */
const REFUSED = 'session-lab-offline';
/** How long after loading the page, in ms. */
const AT_REST = 3000;
/** How long a newer worker is given to take over, in ms: Chromium may hold that the one before is still at work. */
const PATIENCE = 3000;

const place = document.querySelector<HTMLElement>('[data-worker]');
const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;

/** Whoever pays by the megabyte, or waits for each, keeps only what is opened. */
function thrifty(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; type?: string; effectiveType?: string } };
  return Boolean(
    connection?.saveData || connection?.type === 'cellular' || /2g|3g/.test(connection?.effectiveType ?? ''),
  );
}

function refused(): boolean {
  try {
    return localStorage.getItem(REFUSED) !== null;
  } catch {
    return true;
  }
}

async function begin(worker: string, kind: 'keep' | 'look'): Promise<void> {
  const registration = await container?.register(worker);
  if (!registration) return;
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      // One that takes over by itself does so at once.
      if (coming.state === 'installed') setTimeout(() => registration.waiting === coming && offer(registration), 500);
    });
  });
  const { active } = await (container as ServiceWorkerContainer).ready;
  // Chromium lets nobody take over from a worker that was at work when it was asked to.
  container?.addEventListener('message', () => registration.waiting && offer(registration), { once: true });
  active?.postMessage({ kind, locale: place?.dataset.locale as Locale } satisfies Ask);
}

/** Says once that there is a newer version; it comes when the reader wants it, here or by another window. */
function offer({ active, waiting }: ServiceWorkerRegistration): void {
  const notice = place?.querySelector<HTMLElement>('.newer');
  const template = place?.querySelector('template');
  if (!notice || !template || notice.childElementCount > 0 || !container?.controller) return;
  notice.append(template.content.cloneNode(true));
  const [take, wait] = notice.querySelectorAll('button');
  take?.addEventListener('click', () => {
    container.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting?.postMessage({ kind: 'take-over' } satisfies Ask);
    setTimeout(() => {
      active?.postMessage({ kind: 'step-aside' } satisfies Ask);
      location.reload();
    }, PATIENCE);
  });
  wait?.addEventListener('click', () => notice.replaceChildren());
}

async function forget(): Promise<void> {
  const registration = await container?.getRegistration();
  registration?.active?.postMessage({ kind: 'forget' } satisfies Ask);
  await registration?.unregister();
}

/** What the tools on the course page ask for. */
function heed(kind: Ask['kind'], worker: string): void {
  if (kind === 'forget') localStorage.setItem(REFUSED, 'removed');
  if (kind === 'keep') localStorage.removeItem(REFUSED);
  if (kind === 'forget') void forget();
  else if (kind === 'keep' || !refused()) void begin(worker, kind as 'keep' | 'look');
}

const worker = place?.dataset.worker;
// A page in another one's frame leaves the reader's browser as it is.
if (container && worker && window.top === window) {
  container.addEventListener('message', ({ data }: MessageEvent<OfflineState>) => {
    if (data?.kind !== 'offline-state') return;
    place?.toggleAttribute('data-whole', data.whole);
    dispatchEvent(new CustomEvent('offline-state', { detail: data }));
  });
  addEventListener('offline-ask', (event) => heed((event as CustomEvent<Ask['kind']>).detail, worker));
  const whenAtRest = () => setTimeout(() => refused() || begin(worker, thrifty() ? 'look' : 'keep'), AT_REST);
  if (document.readyState === 'complete') whenAtRest();
  else addEventListener('load', whenAtRest);
}
