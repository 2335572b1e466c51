// node check-schemas.mjs FOLDER|FILE: every resource of the templates against CloudFormation's published schemas.
import { statSync } from 'node:fs';
import { expand } from './sam.mjs';
import { loadSchemas } from './schemas.mjs';
import { readTemplate, readTemplates } from './templates.mjs';

const [place] = process.argv.slice(2);
const templates = statSync(place).isDirectory() ? readTemplates(place) : new Map([[place, readTemplate(place)]]);
const schemas = await loadSchemas();
let count = 0;
let resources = 0;
for (const [file, template] of templates) {
  const problems = [];
  const expanded = expand(template, problems);
  problems.push(...schemas.check(expanded));
  problems.forEach((problem) => console.error(`${file}: ${problem}`));
  count += problems.length;
  resources += Object.keys(expanded.Resources).length;
}
if (count > 0) {
  console.error(`${count} faults`);
  process.exitCode = 1;
} else {
  console.log(`${resources} resources of ${templates.size} templates are as their schemas say`);
}
