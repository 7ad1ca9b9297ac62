import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import ts from 'typescript';

const file = resolve(import.meta.dirname, '../../src/replace/props.ts');

/** A digest of the props of each component, by its name: of all that a component may read of them, however deep. */
export function propsDigests(): Record<string, string> {
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    types: ['node'],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} has no exports`);
  const spell = spelling(checker);
  return Object.fromEntries(
    checker.getExportsOfModule(module).map((one) => [
      one.name.replace(/Props$/, ''),
      createHash('sha256')
        .update(spell(checker.getDeclaredTypeOfSymbol(one)))
        .digest('hex')
        .slice(0, 12),
    ]),
  );
}

/** Types in words that say all of them but what functions give back. */
function spelling(checker: ts.TypeChecker): (type: ts.Type) => string {
  const known = new Map<ts.Type, string>();
  const spell = (type: ts.Type): string => {
    const before = known.get(type);
    if (before !== undefined) return before;
    known.set(type, `<${checker.typeToString(type)}>`);
    const text = fresh(type);
    known.set(type, text);
    return text;
  };
  const fresh = (type: ts.Type): string => {
    if (type.isUnion()) return type.types.map(spell).sort().join(' | ');
    if (checker.isArrayType(type) || checker.isTupleType(type))
      return `[${checker
        .getTypeArguments(type as ts.TypeReference)
        .map(spell)
        .join(', ')}]`;
    const isOurs = type.symbol?.declarations?.some(
      (one) => !/node_modules/.test(one.getSourceFile().fileName),
    );
    const isObject = (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection();
    if (!isObject || type.getCallSignatures().length > 0 || isOurs === false)
      return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
    return `{${type.getProperties().map(property).sort().join('; ')}}`;
  };
  const property = (one: ts.Symbol): string => {
    const optional = (one.flags & ts.SymbolFlags.Optional) !== 0 ? '?' : '';
    return `${one.name}${optional}: ${spell(checker.getTypeOfSymbol(one))}`;
  };
  return spell;
}
