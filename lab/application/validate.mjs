/** Asks the server just started for its page, a few times, since it takes a moment to listen. */
const url = `http://127.0.0.1:${process.env.LAB_PORT ?? '8080'}/`;
for (let attempt = 1; ; attempt += 1) {
  try {
    const response = await fetch(url);
    console.log(`${url} answered ${response.status}`);
    process.exit(response.ok ? 0 : 1);
  } catch (error) {
    if (attempt === 50) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
