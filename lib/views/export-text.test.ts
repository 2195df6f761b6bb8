import { describe, expect, it } from 'vitest'
import { csvLine, exportFilename, exportText } from './export-text'

async function* pages(...given: { title: string; count: number }[][]) {
  yield* given
}
async function written(chunks: AsyncIterable<string>) {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}
const COLUMNS = [
  { name: 'title', value: (row: { title: string; count: number }) => row.title },
  { name: 'count', value: (row: { title: string; count: number }) => row.count },
]

describe('a line of CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [7, '7'],
    [-7, '-7'],
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("https://example.com","x")', '"\'=HYPERLINK(""https://example.com"",""x"")"'],
    ['a=1', 'a=1'],
  ])('holds %o as %o', (value, text) => {
    expect(csvLine([value])).toBe(`${text}\r\n`)
  })
})

describe('a file of rows', () => {
  const rows = [[{ title: 'a', count: 1 }], [], [{ title: 'b', count: 2 }]]

  it('is CSV with a head', async () => {
    expect(await written(exportText(pages(...rows), 'csv', COLUMNS))).toBe('title,count\r\na,1\r\nb,2\r\n')
  })

  it('is one JSON array', async () => {
    expect(JSON.parse(await written(exportText(pages(...rows), 'json', COLUMNS)))).toEqual(rows.flat())
    expect(JSON.parse(await written(exportText(pages(), 'json', COLUMNS)))).toEqual([])
  })

  it('reads the next page when the last one was taken', async () => {
    const read: number[] = []
    async function* counting() {
      for (const page of [1, 2, 3]) {
        read.push(page)
        yield [{ title: 'x', count: page }]
      }
    }
    const chunks = exportText(counting(), 'csv', COLUMNS)
    await chunks.next()
    expect(read).toEqual([])
    await chunks.next()
    expect(read).toEqual([1])
  })

  it('is named by what it holds and when it was made', () => {
    expect(exportFilename('alerts', 'csv', new Date('2026-03-01T12:00:59Z'))).toBe('alerts-2026-03-01T1200Z.csv')
  })
})
