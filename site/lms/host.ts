import { Course, type Notice } from './course.ts';
import { FrameLink } from './frame-link.ts';
import type { PackageData, Recorder } from './recorder.ts';
import type { LmsWords } from './texts/words.ts';
import type { Trouble } from './trouble.ts';

/** What the page that plays a package is made from. */
export interface Host {
  words: LmsWords;
  /** `false`: there is nobody to tell. */
  reports: boolean;
  /** There is a button for the end. Elsewhere the LMS has one of its own. */
  ends: boolean;
  recorder(data: PackageData): Recorder;
}

/** Plays a package's exercise in its frame, and tells what comes of it. The page is `Host.astro`. */
export async function play({ words, reports, ends, recorder }: Host): Promise<void> {
  const page = elements();
  const data = dataIn(page.main);
  if (!data) return page.status.replaceChildren(words.unpacked);

  const course = new Course(recorder(data), data, (notice) => {
    show(page, sentenceOf(notice, words, reports), notice.code);
  });
  page.again.onclick = () => course.again();
  const earlier = await course.begin();
  const link = new FrameLink(page.frame, {
    ready: () =>
      link.say({
        type: 'init',
        origin: location.origin,
        options: { changes: true },
        ...(earlier ? { state: earlier } : {}),
      }),
    checked: async (result) => course.checked(result, await link.state()),
    changed: async () => {
      const state = await link.state();
      if (state) await course.changed(state);
    },
  });
  page.title.textContent = data.title;
  page.frame.title = words.frame(data.title);
  page.frame.src = data.frame;
  page.frame.hidden = false;
  leaveWith(course, page, ends, words);
}

interface Page {
  main: HTMLElement;
  title: HTMLElement;
  frame: HTMLIFrameElement;
  status: HTMLElement;
  keeping: HTMLElement;
  again: HTMLButtonElement;
  end: HTMLButtonElement;
}

function elements(): Page {
  const find = (part: string) => {
    const found = document.querySelector(`[data-lms="${part}"]`);
    if (!found) throw new Error(`the page has no ${part}`);
    return found;
  };
  return {
    main: find('main') as HTMLElement,
    title: find('title') as HTMLElement,
    frame: find('frame') as HTMLIFrameElement,
    status: find('status') as HTMLElement,
    keeping: find('keeping') as HTMLElement,
    again: find('again') as HTMLButtonElement,
    end: find('end') as HTMLButtonElement,
  };
}

/** What the maker of the package has written into the page. */
const dataIn = ({ dataset }: HTMLElement): PackageData | undefined =>
  dataset['package'] ? JSON.parse(dataset['package']) : undefined;

function leaveWith(course: Course, { frame, status, end }: Page, ends: boolean, words: LmsWords): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') course.keep();
  });
  window.addEventListener('pagehide', () => course.end());
  // Brought back as it was, the page would go on with a session that is over.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  end.hidden = !ends;
  end.onclick = () => {
    course.end();
    frame.remove();
    end.hidden = true;
    status.replaceChildren(words.ended);
    if (course.returnUrl) location.assign(course.returnUrl);
    else if (window.opener) close();
  };
}

/** What becomes of the files is told beside what becomes of the results. */
const aboutFiles: readonly Notice['code'][] = ['kept-here', 'not-kept', 'lost'];

function show({ status, keeping, again, main }: Page, sentence: string, code: Notice['code']): void {
  if (aboutFiles.includes(code)) {
    keeping.textContent = sentence;
    keeping.hidden = false;
    return;
  }
  status.textContent = sentence;
  again.hidden = code !== 'unrecorded';
  main.dataset['state'] = code;
}

function sentenceOf(notice: Notice, words: LmsWords, reports: boolean): string {
  const why = ({ code, said }: Trouble) =>
    [words.troubles[code], said ? words.said(said) : ''].filter(Boolean).join(' ');
  switch (notice.code) {
    case 'begun':
      return reports ? words.begun(inPercent(notice.standing.best), notice.standing.passed) : words.begunAlone;
    case 'recorded': {
      const { best = 0, passed } = notice.standing;
      return (reports ? words.recorded : words.recordedAlone)(inPercent(best), passed);
    }
    case 'waiting':
    case 'viewing':
      return words[notice.code];
    case 'unheard':
    case 'unrecorded':
      return words[notice.code](why(notice.trouble));
    case 'kept-here':
      return words.keptHere;
    case 'not-kept':
      return words.notKept;
    case 'lost':
      return words.lost[notice.why];
  }
}

function inPercent(scaled: number): number;
function inPercent(scaled: number | undefined): number | undefined;
function inPercent(scaled: number | undefined): number | undefined {
  return scaled === undefined ? undefined : Math.floor(scaled * 100 + 1e-6);
}
