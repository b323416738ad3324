// node tree-sitter.cjs IN OUT: one JSON text a line in; out, one a line, whether tree-sitter-bash finds an error in it and the plain command names it sees.
// Needs tree-sitter-bash and web-tree-sitter from npm, in NODE_PATH.
const fs = require('fs'), path = require('path');
const { Parser, Language } = require('web-tree-sitter');
(async () => {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(path.join(path.dirname(require.resolve('tree-sitter-bash/package.json')), 'tree-sitter-bash.wasm')));
  const out = [];
  for (const line of fs.readFileSync(process.argv[2], 'utf8').split('\n')) {
    if (!line) continue;
    const tree = parser.parse(JSON.parse(line)), names = [];
    const walk = node => {
      if (node.type === 'command_name' && /^[A-Za-z0-9_.\/+-]+$/.test(node.text)) names.push(node.text);
      for (let i = 0; i < node.childCount; i++) walk(node.child(i));
    };
    walk(tree.rootNode);
    out.push(JSON.stringify({ error: tree.rootNode.hasError, names }));
    tree.delete();
  }
  fs.writeFileSync(process.argv[3], out.join('\n') + '\n');
})();
