// Has CDK include the root stack with all stacks nested in it, and synthesizes: a second reading of the schemas, and of what
// the stacks hand to each other.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { expand } from './sam.mjs';
import { readTemplates } from './templates.mjs';

/** Synthesizes the templates of a folder; throws what CDK has against them. Returns how many templates came out. */
export function include(folder) {
  const work = mkdtempSync(join(tmpdir(), 'rollcall-include-'));
  try {
    const templates = readTemplates(folder);
    for (const [file, template] of templates) {
      const problems = [];
      // JSON is YAML, and CDK reads each file by its name's ending.
      writeFileSync(join(work, file), JSON.stringify(expand(template, problems)));
      if (problems.length > 0) {
        throw new Error(problems.join('\n'));
      }
    }
    const app = new App({ outdir: join(work, 'out'), analyticsReporting: false, context: { 'aws:cdk:disable-asset-staging': true } });
    new CfnInclude(new Stack(app, 'Rollcall'), 'Root', nested('root.yaml', templates, work));
    return app.synth().stacks.length && templates.size;
  } finally {
    rmSync(work, { recursive: true });
  }
}

function nested(file, templates, work) {
  const stacks = Object.entries(templates.get(file).Resources).filter(([, one]) => one.Type === 'AWS::CloudFormation::Stack');
  return {
    templateFile: join(work, file),
    loadNestedStacks: Object.fromEntries(stacks.map(([id, one]) => [id, nested(one.Properties.TemplateURL, templates, work)])),
  };
}
