import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addLease, countLeases } from '../journal/leases.ts'
import { beginRunFolder } from '../journal/run-folder.ts'
import { joinRun, untilUnused } from './run-users.ts'

let cwd: string
let folder: ReturnType<typeof beginRunFolder>
let other: ChildProcess

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'run-users-'))
  folder = beginRunFolder(cwd, false)
  other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
})

afterEach(async () => {
  folder.end()
  await endOther()
  await rm(cwd, { recursive: true })
})

async function endOther(): Promise<void> {
  if (other.exitCode !== null) return
  const ended = once(other, 'exit')
  other.stdin?.end()
  await ended
}

test('what this process uses keeps a run from others alone', async () => {
  const leave = joinRun()
  expect(countLeases(`${folder.path}/users`)).toBe(1)
  await untilUnused(folder)
  leave()
  leave()
  expect(countLeases(`${folder.path}/users`)).toBe(0)
})

test('a run is waited for until another process that uses it has let it go, or has died', async () => {
  const letGo = addLease(`${folder.path}/users`)
  const [name = ''] = await readdir(`${folder.path}/users`)
  const lease = join(folder.path, 'users', name.replace(/^\d+-\d*/, `${other.pid}-`))
  letGo()
  for (const end of [async () => await rm(lease), endOther]) {
    await writeFile(lease, '')
    expect(countLeases(`${folder.path}/users`, { ofOthers: true })).toBe(1)
    const waited = untilUnused(folder)
    await end()
    await waited
  }
  expect(await readdir(`${folder.path}/users`)).toEqual([])
})

test('without a global setup there is nothing to join', async () => {
  folder.end()
  joinRun()()
  await expect(readdir(folder.path)).rejects.toThrow('ENOENT')
})
