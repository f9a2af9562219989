/** Hides the CDK's report on every bundle; a failing bundle throws anyway. */
export async function quietly<T>(work: () => T | Promise<T>): Promise<T> {
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = () => true;
  try {
    return await work();
  } finally {
    process.stderr.write = write;
  }
}
