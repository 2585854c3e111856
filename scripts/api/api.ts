import { join } from 'node:path';
import ts from 'typescript';

/** Something that the simulator's public face has. */
export interface Exported {
  name: string;
  /** Where it is declared, from the project's root. */
  file: string;
  /** Its docstring; empty: it has none. */
  words: string;
  /** Its declaration as other modules see it: no bodies, every type written out. */
  declaration: string;
}

/** What `simulator/index.ts` exports, by file and in the order of the file. @throws when it does not compile. */
export function exportsOf(root: string): Exported[] {
  const face = join(root, 'simulator/index.ts');
  const { config } = ts.readConfigFile(join(root, 'simulator/tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'simulator'));
  const program = ts.createProgram([face], { ...options, noEmit: false, declaration: true });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(face) as ts.SourceFile);
  const declared = new Map<ts.SourceFile, Map<string, ts.Statement>>();
  return checker
    .getExportsOfModule(module as ts.Symbol)
    .map((symbol) => {
      const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const source = own.declarations?.[0]?.getSourceFile() as ts.SourceFile;
      if (!declared.has(source)) declared.set(source, declarationsIn(program, source));
      const statement = declared.get(source)?.get(own.name);
      if (!statement) throw new Error(`${source.fileName} does not compile: it declares no ${own.name}`);
      const file = source.fileName.slice(root.length).replace(/^\//, '');
      return { name: symbol.name, file, words: wordsOf(statement), declaration: statement.getText() };
    })
    .toSorted((one, other) => (one.file === other.file ? 0 : one.file < other.file ? -1 : 1));
}

/** The declarations of a file by name, as the compiler writes them for others. */
function declarationsIn(program: ts.Program, source: ts.SourceFile): Map<string, ts.Statement> {
  let text = '';
  program.emit(source, (_, written) => (text = written), undefined, true);
  const written = ts.createSourceFile('declarations.d.ts', text, ts.ScriptTarget.Latest, true);
  return new Map(written.statements.flatMap((one) => namesOf(one).map((name) => [name, one])));
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.Statement & { name?: ts.Identifier };
  return name ? [name.text] : [];
}

/** A docstring without its stars. */
function wordsOf(statement: ts.Statement): string {
  const [comment] = ts.getJSDocCommentsAndTags(statement);
  return (comment?.getText() ?? '')
    .replace(/^\/\*\*\s?|\s*\*\/$/g, '')
    .replaceAll(/\n\s*\* ?/g, '\n')
    .replaceAll(/@throws /g, 'Throws ')
    .trim();
}

/** All of it as Markdown: a heading for each folder, then one for each export. */
export function pageOf(all: readonly Exported[]): string {
  const folders = Map.groupBy(all, ({ file }) => file.split('/').slice(0, 2).join('/'));
  const parts = [...folders].map(([folder, own]) => `## ${folder}\n\n${own.map(entryOf).join('\n')}`);
  const contents = [...folders].map(
    ([folder, own]) => `- ${folder}: ${own.map(({ name }) => `\`${name}\``).join(', ')}`,
  );
  return `# What simulator/index.ts exports\n\n${contents.join('\n')}\n\n${parts.join('\n')}`;
}

const entryOf = ({ name, file, words, declaration }: Exported): string =>
  `### ${name}\n\n${words}\n\n\`\`\`ts\n${declaration}\n\`\`\`\n\n[${file}](${file})\n`;
