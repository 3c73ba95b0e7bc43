import { expect, test } from 'vitest'
import { createClient } from '../create-client.ts'
import { credentials } from '../test-support/credentials.ts'
import type { Transport, WireRequest } from './transport.ts'

const endpoint = 'http://127.0.0.1:4010'
const secretLink = 'https://files.example.com/billing.csv?X-Signature=hunter2'

function open(reply: Awaited<ReturnType<Transport>> | Error) {
  const requests: WireRequest[] = []
  const client = createClient({
    endpoint,
    transport: async (request) => {
      requests.push(request)
      if (reply instanceof Error) throw reply
      return reply
    },
  }).as(credentials)
  return { client, requests }
}

test('an exported file is read by its link, without credentials', async () => {
  const { client, requests } = open({ status: 200, headers: {}, text: 'imsi\n' })
  expect(await client.download(secretLink)).toBe('imsi\n')
  expect(await client.download(`${endpoint}/files/1.csv`)).toBe('imsi\n')
  expect(requests.map(({ method, url }) => [method, url])).toEqual([
    ['GET', secretLink],
    ['GET', `${endpoint}/files/1.csv`],
  ])
  for (const { headers } of requests) expect(Object.keys(headers).sort()).toEqual(['accept', 'user-agent'])
})

test('what does not come is told without the link', async () => {
  const { client } = open({ status: 403, headers: {}, text: 'expired' })
  await expect(client.download(secretLink)).rejects.toThrow(
    /^The exported file could not be read: files\.example\.com answered 403\.$/,
  )
})

test.each([
  ['http://files.example.com/x.csv', 'leads to files.example.com by http:'],
  ['https://api.soracom.io/v1/sims', 'leads to api.soracom.io by https:'],
  ['file:///etc/hosts', 'by file:'],
  ['x', 'is no URL'],
])('the link %s is not followed', async (link, message) => {
  const { client, requests } = open({ status: 200, headers: {}, text: '' })
  await expect(client.download(link)).rejects.toThrow(message)
  expect(requests).toEqual([])
})
