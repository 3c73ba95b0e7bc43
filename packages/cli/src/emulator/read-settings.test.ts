import { expect, test } from 'vitest'
import { readSettings } from './read-settings.ts'

test('settings are JSON, or texts as they are', async () => {
  const texts = [
    'registerStatus=201',
    'sandboxCallsNeedAuth=false',
    'statsReach=documented',
    'defaultCoverageTypes=["g"]',
    'moreUnsupportedStatuses={"plan-DU":["standby"]}',
    'unsetPermission=',
    'defaultExpiryAction=suspend',
  ]
  expect(await readSettings(texts)).toEqual({
    registerStatus: 201,
    sandboxCallsNeedAuth: false,
    statsReach: 'documented',
    defaultCoverageTypes: ['g'],
    moreUnsupportedStatuses: { 'plan-DU': ['standby'] },
    unsetPermission: '',
    defaultExpiryAction: 'suspend',
  })
  expect(await readSettings([])).toBe(undefined)
})

test.each([
  ['registerStatus', '--setting must be name=value, with the name of a setting; it is "registerStatus".'],
  ['constructor=1', '--setting must be name=value'],
  ['registerStatus=ok', '--setting registerStatus must be a number, such as 200; it is "ok".'],
  ['defaultCoverageTypes={}', '--setting defaultCoverageTypes must be a list, such as ["jp"]; it is {}.'],
  ['defaultExpiryAction=1', '--setting defaultExpiryAction must be a text, such as null; it is 1.'],
])('%s is refused', async (text, message) => {
  await expect(readSettings([text])).rejects.toThrow(message)
})
