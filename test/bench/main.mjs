// Runs the benchmark pages and prints, for each row, our time beside that of what a user would use instead, measured in
// the same run. `npm run bench -- NAME…` runs some pages; `--json FILE` also writes the rows.
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true })
const folder = join(import.meta.dirname, 'pages')
const pages = (await readdir(folder)).filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -4))
const unknown = positionals.filter((name) => !pages.includes(name))
if (unknown.length > 0) {
  console.error(`No page is named ${unknown.join(', ')}; there are ${pages.join(', ')}.`)
  process.exit(2)
}

const rows = []
for (const name of positionals.length > 0 ? positionals : pages) {
  const page = await import(pathToFileURL(join(folder, `${name}.mjs`)).href)
  console.log(`\n${name}: ${page.title}`)
  for (const row of await page.run()) {
    rows.push(row)
    console.log(
      `  ${row.name}: ours ${format(row.ours)} ${row.unit}, peer ${format(row.peer)} ${row.unit}, ratio ${row.ratio.toFixed(2)} (${row.note})`,
    )
  }
}
if (values.json) {
  const plain = rows.map(({ name, ours, peer, ratio, unit }) => ({ name, ours, peer, ratio, unit }))
  await writeFile(values.json, `${JSON.stringify(plain, undefined, 2)}\n`)
}

function format(number) {
  return number >= 100 ? number.toFixed(0) : number.toPrecision(3)
}
