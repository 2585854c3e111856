import type { ExperimentId } from '../experiments/experiments.ts';
import type { PresetId } from '../presets/presets.ts';

/** All words of the bench's panels. A language that lacks one does not compile. */
export interface PlaygroundWords {
  presets: Record<PresetId, { title: string; about: string }>;
  experiments: Record<ExperimentId, { title: string; does: string; look: string }>;
  experiment: {
    about: string;
    begin: string;
    again: string;
    running: string;
    does: string;
    look: string;
  };
  preset: { about: string; build: string; begin(title: string): string };
  /** What it costs to put another lab onto the bench. */
  cost: { run: string; none: string };
  machines: {
    about: string;
    tomcats: string;
    versions: string;
    version(nth: number): string;
    redis: string;
    noRedis: string;
    redisNote: string;
    redisLater: string;
    visitors: string;
    terminals: string;
    terminalsNote: string;
    webapps: string;
    webappsNote: string;
    files: string;
    filesNote: string;
    build: string;
    unchanged: string;
    keeps: string;
  };
  files: {
    about: string;
    paste: string;
    target: string;
    put: string;
    choose: string;
    drop: string;
    tooLarge(kilobytes: number, most: number): string;
    notText: string;
    empty: string;
    placed(file: string): string;
    putBack: string;
    newFile: string;
    newFileHint: string;
    create: string;
    badName: string;
    taken: string;
    nginx: string;
  };
  fates: {
    title(file: string): string;
    simulated(count: number): string;
    withoutEffect(count: number): string;
    refused(count: number): string;
    warned(count: number): string;
    simulatedHint: string;
    withoutEffectHint: string;
    refusedHint: string;
    warnedHint: string;
    line(number: number): string;
    all: string;
    more(count: number): string;
    reading: string;
  };
  hosts: {
    title: string;
    /** A name that the lab's machine does not know. */
    unknown(name: string): string;
    /** An address that the lab's machine does not have. */
    elsewhere(address: string): string;
    /** Nobody listens on that port. */
    silent(address: string): string;
    choice: string;
    make: string;
    makeHint(count: number): string;
    tooMany(most: number): string;
    map: string;
    mapHint: string;
    name: string;
    nameHint(names: string): string;
    noTomcat: string;
    noPort80: string;
  };
}
