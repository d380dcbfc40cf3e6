/**
 * Finds the examples of TSDoc comments and of the README, and turns each into a module that asserts what it
 * says. A statement followed by `// → value` must have that value (compared as JSON).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../cli/run.ts';

export interface Example {
  /** File and line, e.g. `src/units.ts:27`. */
  readonly where: string;
  /** Compiled module its own names come from, relative to `dist`; null = it imports for itself. */
  readonly module: string | null;
  readonly lines: readonly string[];
}

const COMMENT = /\/\*\*(?<body>(?:(?!\*\/)[\s\S])*)\*\//g;

/** Every `@example` of the library's sources, in order. */
export function listSourceExamples(): readonly Example[] {
  const names = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = names.filter((name) => name.endsWith('.ts')).toSorted();
  return sources.flatMap((name) => {
    const text = readFileSync(join(ROOT, 'src', name), 'utf8');
    const module = name.replace(/\.ts$/, '.js').replaceAll('\\', '/');
    return [...text.matchAll(COMMENT)].flatMap((match) => readComment(text, match, name, module));
  });
}

function readComment(text: string, match: RegExpExecArray, name: string, module: string): readonly Example[] {
  const lines = (match.groups?.['body'] ?? '').split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
  const first = text.slice(0, match.index).split('\n').length;
  const starts = lines.flatMap((line, i) => (line.startsWith('@example') ? [i] : []));
  return starts.map((start) => {
    const end = lines.findIndex((line, i) => i > start && /^@\w/.test(line));
    const body = lines.slice(start + 1, end === -1 ? lines.length : end);
    const code = body.filter((line) => !line.startsWith('```') && line.trim() !== '');
    return { where: `src/${name}:${first + start}`, module, lines: code };
  });
}

export interface Fence {
  readonly where: string;
  readonly language: string;
  readonly lines: readonly string[];
}

/** Every fenced block of a Markdown file. */
export function listFences(path: string): readonly Fence[] {
  const fences: Fence[] = [];
  let open: { language: string; first: number; lines: string[] } | null = null;
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((line, i) => {
      if (open === null && line.startsWith('```'))
        open = { language: line.slice(3).trim(), first: i + 1, lines: [] };
      else if (open !== null && line.startsWith('```')) {
        fences.push({
          where: `${relative(ROOT, path)}:${open.first}`,
          language: open.language,
          lines: open.lines,
        });
        open = null;
      } else open?.lines.push(line);
    });
  return fences;
}

/** Names a module gives at run time. */
export type Exports = (module: string) => ReadonlySet<string>;

/** The example as a TypeScript module with one function, which calls `same(found, expected)` for every arrow. */
export function toModule({ module, lines }: Example, exportsOf: Exports): string {
  const imports = lines.filter((line) => /^import\b/.test(line));
  const code = joinAssertions(lines.filter((line) => !/^import\b/.test(line)));
  const added = module === null ? [] : listImports(code.join('\n'), module, exportsOf);
  return [
    ...imports,
    ...added,
    'export async function run(same: (found: unknown, expected: unknown) => void): Promise<void> {',
    ...code.map((line) => `  ${line}`),
    '}',
    '',
  ].join('\n');
}

function listImports(code: string, module: string, exportsOf: Exports): readonly string[] {
  const used = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  const declared = new Set(
    [...code.matchAll(/\b(?:const|let)\s+(?:\{([^}]*)\}|(\w+))/g)].flatMap(toDeclared),
  );
  const wanted = [...used].filter((name) => !declared.has(name)).toSorted();
  const index = exportsOf('index.js');
  const fromIndex = wanted.filter((name) => index.has(name));
  const fromOwn = wanted.filter((name) => !index.has(name) && exportsOf(module).has(name));
  return [toImport(fromIndex, 'index.js'), toImport(fromOwn, module)].filter((line) => line !== '');
}

function toDeclared([, pattern, name]: RegExpExecArray): readonly string[] {
  if (name !== undefined) return [name];
  return (pattern ?? '').split(',').map((part) => part.split(':').at(-1)?.trim() ?? '');
}

function toImport(names: readonly string[], module: string): string {
  return names.length === 0 ? '' : `import { ${names.join(', ')} } from '../${module}';`;
}

const ARROW = /^(?<code>.*?)\s*\/\/ → (?<value>.+)$/;

/** Replaces each statement that an arrow follows by an assertion. */
function joinAssertions(lines: readonly string[]): readonly string[] {
  const done: string[] = [];
  for (const line of lines) {
    const { code = '', value } = ARROW.exec(line)?.groups ?? { code: line };
    if (code.trim() !== '') done.push(code);
    if (value !== undefined) done.push(...assertLast(done, value));
  }
  return done;
}

/** Takes the last statement off and gives the assertion of it; a declaration stays, and its name is asserted. */
function assertLast(done: string[], value: string): readonly string[] {
  const statement = takeLastStatement(done);
  const name = /^(?:const|let) (\w+)/.exec(statement)?.[1];
  if (name !== undefined) return [statement, `same(${name}, ${value});`];
  return [`same(${statement.replace(/;\s*$/, '')}, ${value});`];
}

function takeLastStatement(done: string[]): string {
  let depth = 0;
  let first = done.length - 1;
  for (let i = 0; i < done.length; i += 1) {
    const line = (done[i] ?? '').replaceAll(/'[^']*'|"[^"]*"|`[^`]*`/g, '');
    depth += (line.match(/[([{]/g) ?? []).length - (line.match(/[)\]}]/g) ?? []).length;
    if (depth === 0 && line.trimEnd().endsWith(';') && i < done.length - 1) first = i + 1;
  }
  return done.splice(first).join('\n');
}
