import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { measureInTurn, median } from '../support/measure.mjs'
import { startBareProcess, startEmulatorProcess } from '../support/start-server.mjs'
import { startTool } from '../support/start-tool.mjs'
import { installTool } from '../support/tools.mjs'

export const title =
  'POST /sandbox/subscribers/create, with autocannon and 10 connections, each server in a process of its own. ' +
  'bare: node:http that parses JSON and answers JSON of the same size, and does nothing else. prism, mockoon: mock ' +
  'servers from the published document of the sandbox. Each round has all of them in turn, and the median of the rounds ' +
  'counts, for the ratio that of the ratios within a round, since the machine is not the same from minute to minute.'

const seconds = 3
const rounds = 11
const path = '/sandbox/subscribers/create'
const documents = process.env.SORACOM_DOCUMENTS ?? join(import.meta.dirname, '../../../../shared/soracom/openapi')
const document = join(documents, 'soracom-sandbox-api.en.yaml')

export const names = ['emulator/bare', 'emulator/prism', 'emulator/mockoon']

export async function run(wanted) {
  const autocannon = await installTool('autocannon')
  if (!autocannon) return []
  const emulator = await startEmulatorProcess()
  const servers = [emulator]
  try {
    const headers = await signUp(emulator.endpoint)
    const peers = []
    if (wanted.includes('emulator/bare')) {
      const server = await startBareProcess()
      servers.push(server)
      peers.push({ name: 'bare', server, prefix: '/v1', note: 'ours / peer; aim 0.85 or more' })
    }
    for (const tool of await findTools(wanted)) {
      const server = await startTool(tool.args)
      servers.push(server)
      peers.push({ ...tool, server, note: 'ours / peer' })
    }
    const targets = [`${emulator.endpoint}/v1`, ...peers.map(({ server, prefix }) => server.endpoint + prefix)]
    const works = targets.map((url) => () => callsPerSecond(autocannon, url + path, headers))
    const [ours, ...theirs] = await measureInTurn(works, rounds, (figures) => figures)
    return peers.map(({ name, note }, index) => {
      const peer = theirs[index]
      const ratio = median(ours.map((calls, round) => calls / peer[round]))
      return { name: `emulator/${name}`, ours: median(ours), peer: median(peer), ratio, unit: 'calls/s', note }
    })
  } finally {
    for (const server of servers) await server.stop()
  }
}

async function findTools(wanted) {
  const [wantsPrism, wantsMockoon] = ['emulator/prism', 'emulator/mockoon'].map((name) => wanted.includes(name))
  if (!wantsPrism && !wantsMockoon) return []
  if (!existsSync(document)) {
    console.log('  skipped: prism and mockoon, since the published document is not at hand')
    return []
  }
  const prism = wantsPrism && (await installTool('prism'))
  const mockoon = wantsMockoon && (await installTool('mockoon'))
  return [
    prism && {
      name: 'prism',
      prefix: '',
      args: (port) => [prism, 'mock', '--verboseLevel', 'silent', '--port', String(port), document],
    },
    mockoon && {
      name: 'mockoon',
      prefix: '/v1',
      args: (port) => [
        ...[mockoon, 'start', '--disable-log-to-file', '--disable-admin-api'],
        ...['--port', String(port), '--data', document],
      ],
    },
  ].filter(Boolean)
}

async function signUp(endpoint) {
  const account = {
    email: 'bench@example.com',
    password: 'passwordA1',
    authKeyId: 'keyId-bench',
    authKey: 'secret-bench',
  }
  const response = await fetch(`${endpoint}/v1/sandbox/init`, { method: 'POST', body: JSON.stringify(account) })
  const { apiKey, token } = await response.json()
  return { 'x-soracom-api-key': apiKey, 'x-soracom-token': token, 'content-type': 'application/json' }
}

async function callsPerSecond(autocannon, url, headers) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[autocannon, '--json', '--no-progress', '-c', '10', '-d', String(seconds), '-m', 'POST'],
    ...['-b', '{"subscription":"plan-D"}'],
    ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]),
    url,
  ])
  const { non2xx, errors, duration, ...result } = JSON.parse(stdout)
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers without success, ${errors} errors`)
  return result['2xx'] / duration
}
