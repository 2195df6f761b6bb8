/** What a command may touch of the world: its output, its errors, files it reads. */
export type Io = {
  out(line: string): void
  err(line: string): void
  /** @throws when there is no such file. */
  readFile(path: string): string
}
