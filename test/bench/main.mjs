// Runs the benchmark pages and prints, for each row, our time beside that of what a user would use instead, measured in
// the same run. `npm run bench -- NAME…` runs some pages, or some rows of a page that can be run alone; `--json FILE`
// also writes the rows.
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true })
const folder = join(import.meta.dirname, 'pages')
const files = (await readdir(folder)).filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -4))
const pages = new Map()
for (const name of files) pages.set(name, await import(pathToFileURL(join(folder, `${name}.mjs`)).href))

// By page, the rows that are wanted of it: all where the page itself is named.
const wanted = new Map()
for (const name of positionals.length > 0 ? positionals : files) {
  const page = pages.has(name) ? name : files.find((file) => pages.get(file).names?.includes(name))
  if (page === undefined) {
    const alone = files.flatMap((file) => pages.get(file).names ?? [])
    console.error(`No page is named ${name}; there are ${files.join(', ')}. Rows that run alone: ${alone.join(', ')}.`)
    process.exit(2)
  }
  const names = page === name ? pages.get(page).names : [name]
  wanted.set(page, [...new Set([...(wanted.get(page) ?? []), ...(names ?? [])])])
}

const rows = []
for (const [name, names] of wanted) {
  const page = pages.get(name)
  console.log(`\n${name}: ${page.title}`)
  for (const row of await page.run(names)) {
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
