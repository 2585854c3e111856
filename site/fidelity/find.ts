/** Shows of all the words on the page those that hold what is typed, and opens where they stand. */
class WordFinder extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input');
    const label = this.querySelector('label');
    if (!field || !label) return;
    label.hidden = false;
    field.addEventListener('input', () => this.#find(field.value.trim().toLowerCase()));
    if (field.value !== '') this.#find(field.value.trim().toLowerCase());
  }

  #find(wanted: string): void {
    const all = [...this.querySelectorAll('code')];
    for (const word of all) word.hidden = !wordOf(word).includes(wanted) && !groupOf(word).includes(wanted);
    const shown = new Set(all.filter((word) => !word.hidden));
    for (const box of this.querySelectorAll<HTMLElement>('.group, section, details')) {
      box.hidden = ![...box.querySelectorAll('code')].some((word) => shown.has(word));
      if (box instanceof HTMLDetailsElement) box.open = wanted !== '' && !box.hidden;
    }
    const said = this.querySelector('.found');
    if (said) said.textContent = wanted === '' ? '' : this.#said(shown.size, all.length);
  }

  #said(found: number, all: number): string {
    const { found: some = '', nothing = '' } = this.dataset;
    return found === 0 ? nothing : some.replace('{found}', String(found)).replace('{all}', String(all));
  }
}

const wordOf = (word: HTMLElement): string => (word.firstChild?.textContent ?? '').trim().toLowerCase();

const groupOf = (word: HTMLElement): string =>
  (word.parentElement?.querySelector('b')?.textContent ?? '').toLowerCase();

customElements.define('word-finder', WordFinder);
