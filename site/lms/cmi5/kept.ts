/** What a package keeps at the store, for the next session of the same registration. */
export interface Kept {
  work: string;
  best: number | undefined;
  passed: boolean;
}

/** What an earlier session left at the store. */
export function keptIn(value: unknown): Kept {
  const { work, best, passed } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return {
    work: typeof work === 'string' ? work : '',
    best: typeof best === 'number' && best >= 0 && best <= 1 ? best : undefined,
    passed: passed === true,
  };
}
