/** The CDK tells of every bundle that it makes; that is of interest only when one fails, and then it throws. */
export async function quietly<T>(work: () => T | Promise<T>): Promise<T> {
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = () => true;
  try {
    return await work();
  } finally {
    process.stderr.write = write;
  }
}
