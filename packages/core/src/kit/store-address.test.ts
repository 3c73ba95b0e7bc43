import { expect, test } from 'vitest'
import { describeStore, type StoreAddress, toStoreAddress, withoutSecretsOf } from './store-address.ts'

test.each<[unknown, StoreAddress]>([
  ['redis://10.0.0.5:6379/2', { driver: 'redis', options: { url: 'redis://10.0.0.5:6379/2' } }],
  ['rediss://:pass@cache.example.com', { driver: 'redis', options: { url: 'rediss://:pass@cache.example.com' } }],
  ['https://store.example.com/journal', { driver: 'http', options: { base: 'https://store.example.com/journal' } }],
  ['file:///mnt/the%20fleet', { driver: 'fs', options: { base: '/mnt/the fleet' } }],
  [' {"driver":"s3","options":{"bucket":"b"}} ', { driver: 's3', options: { bucket: 'b' } }],
  [{ driver: 'mongodb' }, { driver: 'mongodb', options: {} }],
])('%j is an address of a store', (given, address) => {
  expect(toStoreAddress(given)).toEqual(address)
})

test.each([
  '',
  'redis',
  'memory:',
  'file://another-host/mnt',
  '{"driver":',
  '{"driver":"memory"}',
  { driver: 'lru-cache' },
  { driver: '../../evil' },
  { driver: 'fs', options: 'base' },
  { options: {} },
  null,
  7,
])('%j is none, since other machines would not see it or it is malformed', (given) => {
  expect(toStoreAddress(given)).toBeUndefined()
})

test.each<[StoreAddress, string]>([
  [{ driver: 'redis', options: { url: 'redis://user:hunter2@10.0.0.5:6379/2' } }, 'redis at 10.0.0.5:6379'],
  [{ driver: 'redis', options: { host: '10.0.0.5', password: 'hunter2' } }, 'redis at 10.0.0.5'],
  [{ driver: 'fs', options: { base: '/mnt/fleet' } }, 'fs at /mnt/fleet'],
  [{ driver: 's3', options: { bucket: 'fixtures', secretAccessKey: 'hunter2' } }, 's3 at fixtures'],
  [{ driver: 'upstash', options: { token: 'hunter2' } }, 'upstash'],
])('%j has a name without its secrets', (address, name) => {
  expect(describeStore(address)).toBe(name)
})

test('what is secret in an address is taken out of a text, wherever it stands', () => {
  const options = {
    url: 'redis://user:hunter%202@10.0.0.5:6379',
    accessKeyId: 'AKIA-hunter',
    region: 'ap-northeast-1',
    headers: { authorization: 'Bearer hunter3' },
  }
  const text = 'redis://user:hunter%202@10.0.0.5:6379 hunter 2 AKIA-hunter Bearer hunter3 in ap-northeast-1'
  expect(withoutSecretsOf({ driver: 'redis', options }, text)).toBe(
    '[redacted] [redacted] [redacted] [redacted] in ap-northeast-1',
  )
})
