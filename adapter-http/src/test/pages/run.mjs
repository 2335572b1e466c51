// Runs a program, which gives the faults that it found, and says them.
export async function run(program) {
  const faults = [];
  try {
    await program(process.argv.slice(2), faults);
  } catch (failure) {
    faults.push(failure.message);
  }
  faults.forEach((fault) => console.error(fault));
  if (faults.length > 0) {
    console.error(faults.length === 1 ? '1 fault' : `${faults.length} faults`);
    process.exitCode = 1;
  }
}
