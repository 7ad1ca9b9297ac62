import { readFileSync } from 'node:fs';
import ts from 'typescript';
import * as z from 'zod';

/** A file of the content folder, and the schema that it is held to. */
export interface KeysOf {
  /** What people call the file. */
  readonly file: string;
  /** One sentence about it. */
  readonly about: string;
  readonly schema: z.ZodType;
  /** Where the schema stands: its file in `src/journal/schema`, and the constant. */
  readonly source: readonly [file: string, constant: string];
}

/** A page of Markdown that tells every key of these files: what it takes, what it is without, and what it means. */
export function keysReference(files: readonly KeysOf[]): string {
  return files.map(section).join('\n\n');
}

function section({ file, about, schema, source }: KeysOf): string {
  const meanings = meaningsIn(...source);
  const rows = keysIn(schema).map(({ path, takes, without }) => {
    const meaning = meanings.get(path) ?? '';
    return `| ${[`\`${path}\``, meaning, takes, without].map(inCell).join(' | ')} |`;
  });
  const head = '| Key | Meaning | Takes | Without it |\n| --- | --- | --- | --- |';
  return `## ${file}\n\n${about}\n\n${head}\n${rows.join('\n')}`;
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}

interface Key {
  readonly path: string;
  readonly takes: string;
  readonly without: string;
}

function keysIn(schema: z.ZodType, above = ''): Key[] {
  const { type } = bare(schema);
  const shape = shapeOf(type);
  if (shape === undefined) return [];
  return Object.entries(shape).flatMap(([name, value]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return [{ path, ...told(value) }, ...keysIn(value, path)];
  });
}

/** The keys below a type: its own, those of what it lists, or those of the alternative that has some. */
function shapeOf(type: z.core.$ZodType): Readonly<Record<string, z.ZodType>> | undefined {
  if (type instanceof z.ZodObject) return type.shape;
  if (type instanceof z.ZodArray) return shapeOf(bare(type.element).type);
  if (type instanceof z.ZodRecord) return shapeOf(bare(type.valueType).type);
  if (!(type instanceof z.ZodUnion)) return undefined;
  return type.options.map((one) => shapeOf(bare(one).type)).find((shape) => shape !== undefined);
}

/** A type without what only says that it may be left out, or becomes something else. */
function bare(schema: z.core.$ZodType): { type: z.core.$ZodType; isOptional: boolean } {
  if (schema instanceof z.ZodOptional) return { ...bare(schema.unwrap()), isOptional: true };
  if (schema instanceof z.ZodPrefault) return { ...bare(schema.unwrap()), isOptional: true };
  if (schema instanceof z.ZodDefault) return { ...bare(schema.unwrap()), isOptional: true };
  if (schema instanceof z.ZodPipe) return bare(schema.in);
  return { type: schema, isOptional: false };
}

function told(schema: z.ZodType): Omit<Key, 'path'> {
  const { type, isOptional } = bare(schema);
  const hasDefault = schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  const otherwise = hasDefault ? valueText(schema.def.defaultValue) : '';
  return { takes: takes(schema, type), without: isOptional ? otherwise : 'needed' };
}

function valueText(value: unknown): string {
  return typeof value === 'object' ? '' : `\`${String(value)}\``;
}

/** What a fault says was expected where a value is of no kind that could be right. */
function takes(schema: z.ZodType, type: z.core.$ZodType): string {
  if (type instanceof z.ZodObject) return 'keys, below';
  if (type instanceof z.ZodRecord) return 'keys of your own';
  if (type instanceof z.ZodArray && shapeOf(type)) return 'a list';
  const [first] = schema.safeParse(Symbol('of no kind')).error?.issues ?? [];
  return first?.message ?? '';
}

/** By path of the key, the words that stand above it in the source. */
function meaningsIn(file: string, constant: string): Map<string, string> {
  const found = new Map<string, string>();
  visit({ file, above: '', found }, ts.factory.createIdentifier(constant));
  return found;
}

/** Where in the sources a look is, and below which key. */
interface Place {
  readonly file: string;
  readonly above: string;
  readonly found: Map<string, string>;
}

function visit(place: Place, node: ts.Node): void {
  if (ts.isPropertyAssignment(node)) visitKey(place, node);
  else if (ts.isIdentifier(node)) visitConstant(place, node.text);
  else if (ts.isPropertyAccessExpression(node)) visit(place, node.expression);
  else ts.forEachChild(node, (child) => visit(place, child));
}

function visitKey(place: Place, node: ts.PropertyAssignment): void {
  const above = [place.above, node.name.getText()].filter((name) => name !== '').join('.');
  const words = ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment));
  if (words.length > 0) place.found.set(above, words.join(' '));
  visit({ ...place, above }, node.initializer);
}

function visitConstant(place: Place, name: string): void {
  const { constants, imported } = sourceOf(place.file);
  const value = constants.get(name);
  const file = imported.get(name);
  if (value) visit(place, value);
  else if (file !== undefined) visitConstant({ ...place, file }, name);
}

interface Source {
  readonly constants: ReadonlyMap<string, ts.Expression>;
  /** By name, the file beside it that an import takes it from. */
  readonly imported: ReadonlyMap<string, string>;
}

const sources = new Map<string, Source>();

function sourceOf(file: string): Source {
  const known = sources.get(file) ?? readSource(file);
  sources.set(file, known);
  return known;
}

function readSource(file: string): Source {
  const path = new URL(`../../src/journal/schema/${file}`, import.meta.url);
  const text = readFileSync(path, 'utf8');
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const constants = statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer ? [[name.text, initializer] as const] : [],
    );
  const beside = /import \{([^}]*)\} from '\.\/([\w.]+)'/g;
  const imported = [...text.matchAll(beside)].flatMap(([, names = '', from = '']) =>
    names.split(',').map((name) => [name.trim(), from] as const),
  );
  return { constants: new Map(constants), imported: new Map(imported) };
}
