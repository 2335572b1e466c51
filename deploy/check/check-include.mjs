// node check-include.mjs FOLDER: CDK's reading of the templates.
import { include } from './include.mjs';

try {
  console.log(`CDK includes ${include(process.argv[2])} templates`);
} catch (refused) {
  console.error(refused.message);
  process.exitCode = 1;
}
