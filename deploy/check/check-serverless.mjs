// node check-serverless.mjs FOLDER: what the Serverless Framework makes of serverless.yml, and that against the schemas and
// the routes of api.yaml. It runs on a copy beside empty zips, with no account, no credentials and nobody told.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadSchemas } from './schemas.mjs';
import { readTemplate } from './templates.mjs';

const EMPTY_ZIP = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex');
const program = join(dirname(createRequire(import.meta.url).resolve('serverless/package.json')), 'bin', 'serverless.js');
const [folder] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'rollcall-serverless-'));
try {
  const service = join(work, 'deploy');
  const zips = join(work, 'adapter-lambda', 'target');
  mkdirSync(service);
  mkdirSync(zips, { recursive: true });
  for (const file of readdirSync(folder).filter((name) => /\.(ya?ml|js)$/.test(name))) {
    cpSync(join(folder, file), join(service, file));
  }
  writeFileSync(join(zips, 'rollcall-lambda-dynamodb.zip'), EMPTY_ZIP);
  const run = spawnSync(process.execPath, [program, 'package'], {
    cwd: service,
    encoding: 'utf8',
    env: {
      HOME: work,
      PATH: process.env.PATH,
      AWS_EC2_METADATA_DISABLED: 'true',
      SLS_INTERACTIVE_SETUP_ENABLE: '0',
      SLS_NOTIFICATIONS_MODE: 'off',
      SLS_TELEMETRY_DISABLED: '1',
    },
  });
  if (run.status !== 0) {
    console.error(run.stdout + run.stderr);
    process.exitCode = 1;
  } else {
    const made = readTemplate(join(service, '.serverless', 'cloudformation-template-update-stack.json'));
    const problems = [...(await loadSchemas()).check(made), ...otherRoutes(made, readTemplate(join(folder, 'api.yaml')))];
    problems.forEach((problem) => console.error(`serverless.yml: ${problem}`));
    if (problems.length > 0) {
      process.exitCode = 1;
    } else {
      console.log(`serverless.yml packages ${Object.keys(made.Resources).length} resources, as their schemas say`);
    }
  }
} finally {
  rmSync(work, { recursive: true });
}

/** How the routes differ from those of api.yaml, one line each. */
function otherRoutes(made, api) {
  const wanted = routes(api, (target) => `${/\{(\w+)Integration}/.exec(target['Fn::Sub'])[1]}OnDynamoDb`);
  const found = routes(made, (target) => `${target['Fn::Join'][1][1].Ref.replace('HttpApiIntegration', '')}LambdaFunction`);
  return [
    ...wanted.filter((route) => !found.includes(route)).map((route) => `there is no route ${route}`),
    ...found.filter((route) => !wanted.includes(route)).map((route) => `api.yaml has no route ${route}`),
  ];
}

/** A line for each route: its key, whether everybody may call it, and what the function behind it serves. */
function routes({ Resources: resources }, functionOf) {
  return Object.values(resources)
    .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')
    .map(({ Properties: { RouteKey, AuthorizationType = 'NONE', Target } }) => {
      const { ROLLCALL_FEATURES: features } = resources[functionOf(Target)].Properties.Environment.Variables;
      return `${RouteKey}, ${AuthorizationType === 'NONE' ? 'open' : 'closed'}, to ${features}`;
    });
}
