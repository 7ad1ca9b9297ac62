import { posix } from 'node:path';
import ts from 'typescript';

/** Everything that a source file reaches for. */
export interface Reach {
  /** From the folder of the project. */
  readonly file: string;
  /** What its imports name, in any form that TypeScript knows; `?` for an import that only shows at run time. */
  readonly imports: readonly string[];
  readonly readsProcess: boolean;
}

/**
 * What may be an import by a call or of a type, or a look at the process: only the whole tree of a file tells. So it does
 * of what is imported behind a backtick, which may stand in a regular expression: without the tree, all behind that is text.
 */
const needsTree = /\bprocess\b|import\.meta|\b(?:import|require)\s*\(|`[\s\S]*\bfrom\s*['"]/;

/** Reads what a source file reaches for. */
export function reachOf(file: string, source: string): Reach {
  const text = codeOf(file, source);
  if (needsTree.test(text)) return reachInTree(file, text);
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return { file, imports: importedFiles.map(({ fileName }) => fileName), readsProcess: false };
}

function reachInTree(file: string, text: string): Reach {
  const imports: string[] = [];
  let readsProcess = false;
  const named = (node: ts.Node | undefined) => {
    if (node) imports.push(ts.isStringLiteralLike(node) ? node.text : '?');
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) named(node.moduleSpecifier);
    if (ts.isImportTypeNode(node)) {
      named(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument);
    }
    if (ts.isExternalModuleReference(node)) named(node.expression);
    if (ts.isCallExpression(node)) {
      const { expression } = node;
      const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
      if (expression.kind === ts.SyntaxKind.ImportKeyword || isRequire) named(node.arguments[0]);
    }
    if (ts.isIdentifier(node) && node.text === 'process' && !isPropertyName(node)) {
      readsProcess = true;
    }
    if (ts.isMetaProperty(node) && ts.isPropertyAccessExpression(node.parent)) {
      if (node.parent.name.text === 'env') readsProcess = true;
    }
    ts.forEachChild(node, visit);
  };
  const options = {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  visit(ts.createSourceFile(file, text, options, true));
  return { file, imports, readsProcess };
}

/** The files of the project that a source file imports, types among them. */
export function importedFiles({ file, imports }: Reach): string[] {
  return imports
    .map((specifier) => resolve(file, specifier.replace(/\?.*$/, '')))
    .filter((target) => target !== '');
}

/** `x.process` and `{process: 1}` are other things of that name; `globalThis.process` is not. */
function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return parent.expression.getText() !== 'globalThis';
  }
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === node
  );
}

/** The code of a component is between its two lines of `---`. */
function codeOf(file: string, source: string): string {
  if (!file.endsWith('.astro')) return source;
  return /^---\n([\s\S]*?)\n---/.exec(source)?.[1] ?? '';
}

/** Packages that the core knows nothing of. */
const outside = /^(astro(:|\/|$)|@astrojs\/|grammy(\/|$)|@grammyjs\/|node:|fs(\/|$)|process$)/;

/** Files that import by names which others give them. */
const loaders = new Set([
  // What Astro made of the site's own code, under a name that changes with it.
  'src/build/pages/keptSite.ts',
  // What pages import from rooms that a list names; see `sharedModules.test.ts`.
  'src/build/sharedModules.ts',
]);

/** What a file of src/ or bot/ imports against the directions of the design, a line each. */
export function wrongImports({ file, imports, readsProcess }: Reach): string[] {
  const core = file.startsWith('src/journal/');
  const found = imports.flatMap((specifier) => {
    const target = resolve(file, specifier);
    const tell = (why: string) => [`${file} imports ${specifier}: ${why}`];
    if (specifier === '?') return loaders.has(file) ? [] : tell('nobody can tell where it leads');
    if (/^(test|telegram-double)\//.test(target))
      return tell('nothing that runs imports the tests');
    if (core && outside.test(specifier)) return tell('the core is pure');
    const isProject = target !== '';
    if (core && isProject && !target.startsWith('src/journal/'))
      return tell('the core imports only itself');
    if (file.startsWith('src/') && target.startsWith('bot/'))
      return tell('the site does not know the bot');
    if (file.startsWith('bot/')) {
      if (/^(astro(:|\/|$)|@astrojs\/)/.test(specifier)) return tell('the bot does not know Astro');
      if (isProject && !target.startsWith('bot/') && !specifier.startsWith('#journal/')) {
        return tell('the bot imports of the site only #journal/*');
      }
    }
    return [];
  });
  return core && readsProcess ? [...found, `${file} reads process: the core is pure`] : found;
}

/** The project file that a specifier names; empty for a package. */
function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('#journal/')) return specifier.replace('#journal/', 'src/journal/');
  if (specifier.startsWith('/')) return specifier.slice(1);
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : '';
}
