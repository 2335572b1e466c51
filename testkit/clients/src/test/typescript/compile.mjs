// Compiles a TypeScript client without writing anything: node compile.mjs FOLDER
import { join } from 'node:path';
import ts from 'typescript';

const program = ts.createProgram([join(process.argv[2], 'index.ts')], {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
});
const faults = ts.getPreEmitDiagnostics(program);
process.stderr.write(
  ts.formatDiagnostics(faults, {
    getCurrentDirectory: () => process.argv[2],
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  }),
);
process.exitCode = faults.length === 0 ? 0 : 1;
