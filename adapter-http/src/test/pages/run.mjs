// Runs a program, which gives the faults that it found, and says them.
const PATIENCE_SECONDS = 120;

export async function run(program) {
  const faults = [];
  const patience = setTimeout(() => {
    console.error(`not done after ${PATIENCE_SECONDS} s`);
    process.exit(1);
  }, PATIENCE_SECONDS * 1000);
  try {
    await program(process.argv.slice(2), faults);
  } catch (failure) {
    faults.push(failure.message);
  }
  clearTimeout(patience);
  faults.forEach((fault) => console.error(fault));
  if (faults.length > 0) {
    console.error(faults.length === 1 ? '1 fault' : `${faults.length} faults`);
    process.exitCode = 1;
  }
}
