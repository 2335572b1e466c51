// Sends bodies that are refused with the fetch of Node.js: node large-body.mjs URL
const url = process.argv[2];
const MEGABYTE = 1024 * 1024;

async function expect(status, path, length, type) {
  try {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: 'x'.repeat(length),
    });
    const problem = await response.json();
    if (response.status !== status || problem.status !== status) {
      console.error(`${path}, ${length} bytes: ${response.status}, expected ${status}`);
      process.exitCode = 1;
    }
  } catch (lost) {
    console.error(`${path}, ${length} bytes: no response: ${lost.cause ?? lost}`);
    process.exitCode = 1;
  }
}

for (let round = 0; round < 6; round++) {
  await expect(413, '/users', 1.5 * MEGABYTE, 'application/json');
  await expect(413, '/nowhere', 3 * MEGABYTE, 'application/json');
  await expect(404, '/nowhere', 1_000_000, 'application/json');
  await expect(405, '/health/live', 1_000_000, 'application/json');
  await expect(415, '/users', 1_000_000, 'application/octet-stream');
}
await expect(413, '/users', 20 * MEGABYTE, 'application/json');
