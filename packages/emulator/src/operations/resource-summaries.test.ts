import { expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

test('SIMs are counted by status, without those that are terminated (published document)', async () => {
  const { operator } = openSandbox()
  const { call, sim } = await operator()
  await (await operator()).sim({ subscription: 'plan01s' })
  for (const change of ['activate', 'activate', 'deactivate', 'suspend', 'set_to_standby', 'terminate', undefined]) {
    const imsi = await sim({ subscription: 'plan01s' })
    if (change === 'terminate') await call('POST', `/subscribers/${imsi}/enable_termination`)
    if (change) expect((await call('POST', `/subscribers/${imsi}/${change}`)).status).toBe(200)
  }
  const { status, body } = await call('GET', '/resource_summaries/simsPerStatus')
  expect(status).toBe(200)
  expect(body).toEqual({
    resourceSummaryType: 'simsPerStatus',
    resourceSummaryItems: [
      {
        dimensions: [],
        updatedTime: expect.any(Number),
        values: [
          { name: 'readySims', value: 1 },
          { name: 'activeSims', value: 2 },
          { name: 'inactiveSims', value: 1 },
          { name: 'standbySims', value: 1 },
          { name: 'suspendedSims', value: 1 },
        ],
      },
    ],
  })
})

test('a summary of anything else answers 404 (published document)', async () => {
  const { call } = await openSandbox().operator()
  expect((await call('GET', '/resource_summaries/groups')).status).toBe(404)
})
