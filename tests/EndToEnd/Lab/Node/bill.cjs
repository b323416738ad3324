// Holds a bill of materials against CycloneDX's own schema, strictly: nothing it does not name may be there.
//   node bill.cjs MODULES FILE...     exit 0: all hold · 1: one does not, and where
const fs = require('fs'), path = require('path');
const [modules, ...files] = process.argv.slice(2);
const { Validation } = require(path.join(modules, '@cyclonedx/cyclonedx-library'));
(async () => {
    for (const file of files) {
        const text = fs.readFileSync(file, 'utf8');
        const wrong = await new Validation.JsonStrictValidator(JSON.parse(text).specVersion).validate(text);
        if (wrong === null) continue;
        console.error(`${file}: ${JSON.stringify(wrong)}`);
        process.exitCode = 1;
    }
})();
