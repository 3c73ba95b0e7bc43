import { groupNamespaces } from '@soracom-fixtures/api'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCuttingProxy } from '../test-support/cutting-proxy.ts'
import { expectNoSecret, problemsOf, setUp, setupErrorOf } from '../test-support/set-up.ts'
import { type GroupOptions, group } from './group.ts'
import { operator } from './operator.ts'
import { subscriber } from './subscriber.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

async function make(options: GroupOptions = {}) {
  const { fx } = await setUp({ fleet: group(options) }, emulator.endpoint)
  const record = await fx.fleet.operator.client.groups.get(fx.fleet.groupId)
  return { fleet: fx.fleet, record }
}

describe('a group', () => {
  test('is there, without tags and configuration unless told', async () => {
    const { fleet, record } = await make()
    expect(record).toMatchObject({ operatorId: fleet.operator.operatorId, tags: {}, configuration: {} })
    expect(fleet).toEqual({
      groupId: record.groupId,
      operatorId: fleet.operator.operatorId,
      tags: {},
      configuration: {},
    })
  })

  test('has its tags and the configuration of each namespace', async () => {
    const tags = { name: '車両', place: '' }
    const configuration = {
      SoracomAir: { useCustomDns: true, dnsServers: ['10.0.0.1'], metadata: { enabled: true } },
      SoracomBeam: { 'tcp://beam.soracom.io:8023': { enabled: true } },
    }
    const { fleet, record } = await make({ tags, configuration })
    expect(record).toMatchObject({ tags, configuration })
    expect(fleet).toMatchObject({ tags, configuration })
  })

  test.each(groupNamespaces)('may be configured for %s', async (namespace) => {
    const { record } = await make({ configuration: { [namespace]: { key: 'value' } } })
    expect(record.configuration).toEqual({ [namespace]: { key: 'value' } })
  })

  test('is what SIMs join', async () => {
    const fleet = group()
    const { fx } = await setUp({ fleet, meter: subscriber({ group: fleet }), other: subscriber() }, emulator.endpoint)
    const members = []
    for await (const { simId } of fx.fleet.operator.client.groups.subscribers(fx.fleet.groupId)) members.push(simId)
    expect(members).toEqual([fx.meter.simId])
  })

  test('leaves a namespace out that is undefined', async () => {
    const configuration = { SoracomAir: undefined } as never
    expect((await make({ configuration })).record.configuration).toEqual({})
  })

  test('survives JSON, and tells no secret of its operator', async () => {
    const password = 'Marked-Passw0rd-4'
    const { fx } = await setUp({ shop: operator({ password }), fleet: group() }, emulator.endpoint)
    expect(JSON.parse(JSON.stringify(fx.fleet))).toEqual(fx.fleet)
    const { apiKey, token } = fx.shop.credentials
    expectNoSecret(fx.fleet, [password, apiKey, token])
  })
})

test('a refusal of the API is told with the namespace', async () => {
  const proxy = await startCuttingProxy(emulator.endpoint)
  proxy.spoil(/configuration/, 'before', 404)
  const fleet = group({ configuration: { SoracomAir: { a: 1 } } })
  const { message } = await setupErrorOf({ fleet }, proxy.endpoint)
  expect(message).toMatch(
    /fleet \(group\) failed while configuring SoracomAir: PUT \/groups\/[\w-]+\/configuration\/SoracomAir answered 404/,
  )
})

test.each([
  [
    'an unknown namespace',
    { configuration: { SoracomMoon: {} } },
    `namespace "SoracomMoon" is unknown; there are ${groupNamespaces.join(', ')}`,
  ],
  ['a tag that is no text', { tags: { a: null } }, 'tag "a" must be text, not null (object)'],
])('%s is a problem of the plan', (_, options, message) => {
  expect(problemsOf({ fleet: group(options as never) })).toEqual([`fleet: ${message}`])
})
