import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { apiOperations, errorCodes } from '@soracom-fixtures/api'
import { createClient } from '@soracom-fixtures/client'
import { resolveConfiguration } from '@soracom-fixtures/core/engine'
import { defaultSettings, publishedRateCard } from '@soracom-fixtures/emulator'
import { settings } from '../../packages/core/src/configuration/settings.ts'
import { allOperations } from '../../packages/emulator/src/operations/all-operations.ts'
import { readMemberComments } from './read-comments.ts'
import { readText, root } from './read-repository.ts'

/** A part of a page that follows from the code. */
export interface GeneratedPart {
  readonly page: string
  readonly name: string
  text(): string | Promise<string>
}

/** Every part of a page that follows from the code; `npm run docs` writes them. */
export const generatedParts: readonly GeneratedPart[] = [
  { page: 'README.md', name: 'settings', text: toShortSettings },
  { page: 'docs/configuration.md', name: 'settings', text: toSettingsTable },
  { page: 'docs/client.md', name: 'calls', text: toCallsTable },
  { page: 'docs/emulator.md', name: 'settings', text: toEmulatorSettings },
  { page: 'docs/emulator.md', name: 'operations', text: toOperationsTable },
  { page: 'docs/emulator.md', name: 'missing operations', text: toMissingOperations },
  { page: 'docs/errors.md', name: 'codes of the emulator', text: toOwnCodes },
  { page: 'docs/errors.md', name: 'codes of the service', text: toSeenCodes },
  { page: 'docs/billing.md', name: 'rate card', text: toRateCard },
  { page: 'docs/benchmarks.md', name: 'figures', text: toFigures },
]

async function toSettingsTable(): Promise<string> {
  const defaults = await readDefaults()
  const rows = Object.entries(settings).map(([name, { variable, wish }]) => [
    code(name),
    code(variable),
    defaults(name),
    wish.replaceAll(/"([^"]+)"/g, '`$1`'),
  ])
  return toTable(['In code and files', 'In the environment', 'Unless told', 'What it must be'], rows)
}

async function toShortSettings(): Promise<string> {
  const defaults = await readDefaults()
  const rows = Object.entries(settings).map(([name, { variable }]) => [code(name), code(variable), defaults(name)])
  return toTable(['In code and files', 'In the environment', 'Unless told'], rows)
}

// Resolved in a place without any source.
async function readDefaults(): Promise<(name: string) => string> {
  const { options } = await resolveConfiguration({ cwd: root, env: {} })
  const told: Readonly<Record<string, string>> = {
    target: '`sandbox` with credentials, else `emulator`',
    authKeyId: 'none',
    authKey: 'none',
    allowHosts: 'none',
  }
  return (name) => told[name] ?? code(toText(options[name as keyof typeof options]))
}

function toCallsTable(): string {
  const client = createClient({ endpoint: 'http://127.0.0.1:4010' })
  const rows = Object.entries(client)
    .filter(([, value]) => typeof value === 'object')
    .map(([name, calls]) => [
      code(`client.${name}`),
      Object.keys(calls as object)
        .map(code)
        .join(', '),
    ])
  return toTable(['Group', 'Calls'], rows)
}

function toEmulatorSettings(): string {
  const comments = readMemberComments('packages/emulator/src/settings.ts', 'EmulatorSettings')
  const rows = Object.entries(defaultSettings).map(([name, value]) => [
    code(name),
    code(typeof value === 'object' ? JSON.stringify(value) : toText(value)),
    comments[name] ?? '',
  ])
  return toTable(['Setting', 'Unless told', 'What is not settled'], rows)
}

function toOperationsTable(): string {
  const all = byTag()
  const rows = all.map(({ tag, done, missing }) => [tag, String(done.length), String(missing.length)])
  const sum = (of: 'done' | 'missing') => String(all.reduce((count, one) => count + one[of].length, 0))
  return toTable(['Group', 'Done', 'Answer 501'], [...rows, ['**all**', sum('done'), sum('missing')]], 'lrr')
}

function toMissingOperations(): string {
  return byTag()
    .filter(({ missing }) => missing.length > 0)
    .map(({ tag, missing }) => `- **${tag}**: ${missing.map(code).join(', ')}`)
    .join('\n')
    .concat('\n')
}

// The groups of the published documents, the more important and the fuller first.
function byTag() {
  const done = new Set(allOperations.map(({ operationId }) => operationId))
  const groups = new Map<string, { done: string[]; missing: string[] }>()
  for (const { tag, operationId } of apiOperations()) {
    const group = groups.get(tag) ?? { done: [], missing: [] }
    groups.set(tag, group)
    group[done.has(operationId) ? 'done' : 'missing'].push(operationId)
  }
  return [...groups]
    .map(([tag, group]) => ({ tag, ...group }))
    .sort((a, b) => b.done.length - a.done.length || b.missing.length - a.missing.length || (a.tag < b.tag ? -1 : 1))
}

function toOwnCodes(): string {
  return toCodes('emulator')
}

function toSeenCodes(): string {
  return toCodes('seen')
}

function toCodes(origin: 'seen' | 'emulator'): string {
  const rows = Object.entries(errorCodes)
    .filter(([, one]) => one.origin === origin)
    .map(([name, { status, en }]) => [code(name), String(status), en])
  return toTable(['Code', 'Status', 'Text'], rows)
}

function toRateCard(): string {
  const { basicFees, dataPrices, bundleFees, beamPrices, taxRates, currencies, gaps } = publishedRateCard
  const rows = [
    ...basicFees.map((fee) => {
      const beyond = fee.beyond ? `; ${fee.beyond.price} beyond ${fee.beyond.sims} SIMs` : ''
      return [
        `basic fee of ${fee.subscription}, ${fee.statuses.join(' or ')}`,
        `${fee.price} a ${fee.per}${fee.prorated ? ', by its days' : ''}${beyond}`,
        fee,
      ]
    }),
    ...dataPrices.map((price) => [
      `${price.direction} of ${price.subscription}, ${price.speedClass === '*' ? 'every speed class' : price.speedClass}`,
      `${price.price} for ${toBytes(price.perBytes)}, in units of ${toBytes(price.unitBytes)}`,
      price,
    ]),
    ...bundleFees.map((fee) => [`bundle ${fee.bundle}`, `${fee.price} a month`, fee]),
    ...beamPrices.map((price) => [
      `Beam, coverage type ${price.coverageType}`,
      `${price.price} for ${price.perRequests} requests, beyond ${price.freeRequestsPerMonth} a month`,
      price,
    ]),
    ...taxRates.map((tax) => [
      `tax, coverage type ${tax.coverageType}`,
      `${tax.rate * 100} % from ${tax.fromMonth}`,
      tax,
    ]),
    ...currencies.map((one) => [`currency, coverage type ${one.coverageType}`, one.currency, one]),
    ...gaps.map((gap) => [gap.what, 'not charged', gap]),
  ] as [string, string, { source: string; asOf: string }][]
  return toTable(
    ['What', 'Price', 'Known from', 'As of'],
    rows.map(([what, price, { source, asOf }]) => [what, price, source, asOf]),
  )
}

// What `npm run bench -- --json docs/benchmarks.json` wrote.
function toFigures(): string {
  const path = 'docs/benchmarks.json'
  if (!existsSync(join(root, path))) return 'Not measured yet.\n'
  const figures = JSON.parse(readText(path)) as Figure[]
  const rows = figures.map(({ name, ours, peer, ratio, unit }) => [
    code(name),
    toShortNumber(ours),
    toShortNumber(peer),
    unit,
    ratio.toFixed(2),
  ])
  return toTable(['Row', 'Ours', 'Peer', 'Unit', 'Ratio'], rows, 'lrrlr')
}

interface Figure {
  readonly name: string
  readonly ours: number
  readonly peer: number
  readonly ratio: number
  readonly unit: string
}

function toShortNumber(number: number): string {
  return number >= 100 ? toText(Math.round(number)) : String(Number(number.toPrecision(3)))
}

function toBytes(bytes: number): string {
  if (bytes % 1_048_576 === 0) return `${bytes / 1_048_576} MiB`
  return bytes % 1024 === 0 ? `${bytes / 1024} KiB` : `${bytes} byte`
}

// 120000 → 120,000
function toText(value: unknown): string {
  return typeof value === 'number' ? value.toLocaleString('en-US') : String(value)
}

function code(text: string): string {
  return `\`${text}\``
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[], align = ''): string {
  const rule = head.map((_, index) => (align[index] === 'r' ? '---:' : '---'))
  const lines = [head, rule, ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  )
  return `${lines.join('\n')}\n`
}
