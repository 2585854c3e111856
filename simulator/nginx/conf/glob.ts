/** The names that match a shell pattern, sorted, as glob(3) gives them to nginx's `include`. */
export function glob(pattern: string, names: readonly string[]): string[] {
  const regex = patternOf(pattern);
  return names.filter((name) => regex.test(name)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function patternOf(pattern: string): RegExp {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i] as string;
    const hidden = i === 0 || pattern[i - 1] === '/' ? '(?!\\.)' : '';
    const end = character === '[' ? pattern.indexOf(']', i + 2) : -1;
    if (character === '*') source += `${hidden}[^/]*`;
    else if (character === '?') source += `${hidden}[^/]`;
    else if (end > 0) {
      const inner = pattern.slice(i + 1, end).replace(/[\\\]^]/g, '\\$&');
      source += `${hidden}[${inner.replace(/^(!|\\\^)/, '^')}]`;
      i = end;
    } else source += character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return /^(?!)/;
  }
}
