// Reads PowerShell scripts with a parser of others (tree-sitter's grammar), where PowerShell itself is not to be had:
//   node powershell.mjs MODULES FILE.ps1...     exit 0: all can be read · 1: one cannot, and where
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, ...files] = process.argv.slice(2);
const { Parser, Language } = await import(pathToFileURL(path.join(modules, 'web-tree-sitter', 'web-tree-sitter.js')));
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(path.join(modules, 'tree-sitter-powershell', 'tree-sitter-powershell.wasm')));

let wrong = 0;
for (const file of files) {
    const root = parser.parse(fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, '')).rootNode;
    if (root.hasError) {
        wrong++;
        for (const node of faults(root)) console.log(`${file}:${node.startPosition.row + 1}:${node.startPosition.column + 1}: ${node.isMissing ? `${node.type} is missing` : 'cannot be read'}`);
    }
}
console.log(`${files.length - wrong} of ${files.length} can be read`);
process.exit(wrong ? 1 : 0);

function* faults(node) {
    if (node.isError || node.isMissing) yield node;
    else for (const child of node.children) if (child.hasError || child.isMissing) yield* faults(child);
}
