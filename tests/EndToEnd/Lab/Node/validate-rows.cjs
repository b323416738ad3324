// Validates lines of JSON against a schema with Ajv: node validate-rows.cjs MODULES SCHEMA < rows. A member that the schema does not name is
// an error too, here: readers of a later version pass it over, and the version that writes it must publish it.
const fs = require('fs'), path = require('path'), readline = require('readline');
const [modules, file] = process.argv.slice(2);
const Ajv = require(path.join(modules, 'ajv/dist/2020')).default;
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
require(path.join(modules, 'ajv-formats')).default(ajv);
const schema = JSON.parse(fs.readFileSync(file, 'utf8'));

(function close(node) {
    if (!node || typeof node !== 'object') return;
    if (node.properties && node.additionalProperties === undefined) node.additionalProperties = false;
    for (const [name, child] of Object.entries(node)) if (name !== 'allOf') close(child);
})(schema);

const valid = ajv.compile(schema);
let rows = 0, wrong = 0;
readline.createInterface({ input: process.stdin }).on('line', line => {
    rows++;
    if (valid(JSON.parse(line))) return;
    wrong++;
    console.log(ajv.errorsText(valid.errors) + '\n    ' + line.slice(0, 500));
}).on('close', () => {
    console.log(rows + ' rows, ' + wrong + ' wrong');
    process.exit(wrong === 0 && rows > 0 ? 0 : 1);
});
